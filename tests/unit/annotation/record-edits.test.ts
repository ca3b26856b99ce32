import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  compareEdits,
  hasSeen,
  isMadeEdit,
  madeEdit,
  nameEdit,
  recordEditsSchema,
  vectorOf,
  writersOf,
} from '#core/annotation/record-edits.ts'

const record = (version: number, seen?: Record<string, number>) => ({
  version,
  modified: '2026-01-02T03:04:05.000Z',
  ...(seen !== undefined && { edits: { seen, fields: {} } }),
})

describe('what a state of a record knows of', () => {
  it('is what each writer made, and what was made before any was named', () => {
    expect(vectorOf(record(1))).toEqual({ made: 1 })
    expect(vectorOf(record(4))).toEqual({ made: 4 })
    expect(vectorOf(record(5, { '0123abcd': 2, '89abcdef': 1 }))).toEqual({ '0123abcd': 2, '89abcdef': 1, made: 2 })
    // It was made once, whatever a file says.
    expect(vectorOf(record(1, { '0123abcd': 3 }))).toEqual({ '0123abcd': 3, made: 1 })
    expect(writersOf({ '0123abcd': 2, made: 2 })).toEqual({ '0123abcd': 2 })
  })

  it('tells whether an edit is among it', () => {
    const vector = { '0123abcd': 2, made: 1 }
    expect(hasSeen(vector, nameEdit('0123abcd', 2))).toBe(true)
    expect(hasSeen(vector, nameEdit('0123abcd', 3))).toBe(false)
    expect(hasSeen(vector, nameEdit('89abcdef', 1))).toBe(false)
    expect(hasSeen(vector, madeEdit(vector))).toBe(true)
    expect(madeEdit({})).toBe('made:1')
    expect(madeEdit({ made: 3 })).toBe('made:3')
    expect([isMadeEdit('made:3'), isMadeEdit('0123abcd:3')]).toEqual([true, false])
  })
})

describe('the order of edits', () => {
  it('begins with what was made, goes on by writers, and counts each writer’s as numbers', () => {
    const sorted = ['made:1', 'made:2', '0123abcd:2', '0123abcd:10', '89abcdef:1', 'ffffffff:1']
    for (const shuffled of [sorted.toReversed(), [...sorted.slice(3), ...sorted.slice(0, 3)]])
      expect(shuffled.toSorted(compareEdits)).toEqual(sorted)
    expect(compareEdits('0123abcd:2', '0123abcd:2')).toBe(0)
  })
})

describe('edits as a file holds them', () => {
  const edits = {
    seen: { '0123abcd': 1 },
    fields: { note: '0123abcd:1' },
    apart: { color: [{ edit: 'made:1', value: 'yellow' }, { edit: '0123abcd:12' }] },
  }

  it('are taken as they are written', () => {
    expect(v.is(recordEditsSchema, edits)).toBe(true)
    expect(v.is(recordEditsSchema, { seen: {}, fields: {} })).toBe(true)
  })

  it.each(['x0123abcd', '0123abcdx', '0123abc', 'ghijklmn', '0123 bcd', ''])('name no writer %j', name => {
    expect(v.is(recordEditsSchema, { ...edits, seen: { [name]: 1 } })).toBe(false)
  })

  it.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER + 1, '1', null])('count no %j versions', count => {
    expect(v.is(recordEditsSchema, { ...edits, seen: { '0123abcd': count } })).toBe(false)
  })

  it.each([
    '0123abcd',
    '0123abcd:0',
    '0123abcd:01',
    '0123abcd:1x',
    'x0123abcd:1',
    'xmade:1',
    'made',
    'made:',
    '0:1',
    'ghijklmn:1',
    '0123abcd:-',
    `made:${'1'.repeat(17)}`,
  ])('name no edit %j', name => {
    expect(v.is(recordEditsSchema, { ...edits, fields: { note: name } })).toBe(false)
    expect(v.is(recordEditsSchema, { ...edits, apart: { note: [{ edit: name }] } })).toBe(false)
  })

  it.each(['made:1', 'made:12', '0123abcd:9', `0123abcd:${'1'.repeat(16)}`])('name an edit %j', name => {
    expect(v.is(recordEditsSchema, { ...edits, fields: { note: name } })).toBe(true)
  })

  it.each([{ seen: {} }, { fields: {} }, { seen: {}, fields: {}, apart: { note: [{}] } }])('are not %j', other => {
    expect(v.is(recordEditsSchema, other)).toBe(false)
  })
})
