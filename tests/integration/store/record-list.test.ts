import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { freezeDeep } from '#library/store/freeze-deep.ts'
import { recordList } from '#library/store/record-list.ts'

const schema = v.object({ cards: recordList(v.object({ id: v.string(), parts: v.array(v.number()) })) })
const pathsOf = (value: unknown) =>
  (v.safeParse(schema, value).issues ?? []).map(issue => [v.getDotPath(issue), issue.message])

describe('a long list of records', () => {
  it('is taken when all are as they should be', () => {
    expect(v.is(schema, { cards: [] })).toBe(true)
    expect(v.is(schema, { cards: [{ id: 'a', parts: [1] }] })).toBe(true)
  })

  it('says which record is wrong, and where in it: the first one only', () => {
    const cards = [
      { id: 'a', parts: [1] },
      { id: 'b', parts: [1, 'x'] },
      { id: 3, parts: [] },
    ]
    expect(pathsOf({ cards })).toEqual([['cards.1.parts.1', expect.stringContaining('number')]])
  })

  it.each([null, 'text', 5, [[]]])('has no %j in it', record => {
    expect(pathsOf({ cards: [{ id: 'a', parts: [] }, record] })[0]?.[0]).toMatch(/^cards\.1/u)
  })

  it.each([null, {}, 'text', undefined])('is no %j', cards => {
    expect(pathsOf({ cards })).toHaveLength(1)
  })

  it('does not look at a record again that the store has frozen', () => {
    expect(v.is(schema, { cards: [Object.freeze({ id: 5 })] })).toBe(true)
    expect(v.is(schema, { cards: [{ id: 5 }] })).toBe(false)
  })
})

describe('freezing', () => {
  it('reaches all the way down, and stops where it is frozen already', () => {
    const open = { inner: 1 }
    const half = Object.freeze({ open })
    const value = { a: [{ b: { c: 1 } }], half, nothing: null, text: 'x' }
    expect(freezeDeep(value)).toBe(value)
    expect([value, value.a, value.a[0], value.a[0]?.b].every(part => Object.isFrozen(part))).toBe(true)
    expect(Object.isFrozen(open)).toBe(false)
  })
})
