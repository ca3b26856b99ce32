import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { recordJournal } from '#library/store/record-journal.ts'
import { freezeDeep } from '#library/store/freeze-deep.ts'
import { recordList } from '#library/store/record-list.ts'

interface Entry {
  readonly id: string
  readonly text: string
}

interface Shelf {
  readonly format: number
  readonly title?: string | null
  readonly books: readonly Entry[]
  readonly films?: readonly Entry[]
}

const entries = recordList(v.object({ id: v.string(), text: v.string() }))
const merged: Partial<Shelf>[] = []
const rules = recordJournal<Shelf>({
  lists: ['books', 'films'],
  line: v.strictObject({
    title: v.exactOptional(v.nullable(v.string())),
    books: v.exactOptional(entries),
    films: v.exactOptional(entries),
  }),
  merge: (shelf, change) => {
    merged.push(change)
    return { ...shelf, ...change }
  },
  keepsPrevious: true,
})

const entry = (id: string, text = id): Entry => ({ id, text })
const [a, b, c] = [entry('a'), entry('b'), entry('c')]
const shelf = (...books: readonly Entry[]): Shelf => freezeDeep({ format: 1, books })

describe('what a line says of a change', () => {
  it('is nothing when nothing has changed', () => {
    expect(rules.between(shelf(a, b), shelf(a, b))).toEqual({ books: [] })
    const one = shelf(a)
    expect(rules.between(one, { ...one })).toEqual({})
  })

  it.each([
    ['added at the end', [a, b], [a, b, c], [c]],
    ['added in between', [a, c], [a, b, c], [b]],
    ['added at the beginning', [b, c], [a, b, c], [a]],
    ['changed', [a, b, c], [a, entry('b', 'new'), c], [entry('b', 'new')]],
    ['changed and added', [a, b], [entry('a', 'new'), b, c], [entry('a', 'new'), c]],
    ['the first ones', [], [a, b], [a, b]],
  ])('are the records that were %s', (_what, before, after, told) => {
    expect(rules.between(shelf(...before), shelf(...after))).toEqual({ books: told })
  })

  it.each([
    ['is gone', [a, b, c], [a, c]],
    ['was the last and is gone', [a, b], [a]],
    ['stands elsewhere', [a, b, c], [b, c, a]],
    ['has another in its place', [a, b], [a, c]],
  ])('cannot be told when a record %s', (_what, before, after) => {
    expect(rules.between(shelf(...before), shelf(...after))).toBeNull()
  })

  it('are other fields as a whole, when they have changed', () => {
    const before: Shelf = { ...shelf(a), title: 'One' }
    expect(rules.between(before, { ...before, title: 'Two' })).toEqual({ title: 'Two' })
    expect(rules.between(before, { ...before, title: null })).toEqual({ title: null })
  })

  it('are a list that was not there before, and one that was and is gone cannot be told', () => {
    expect(rules.between(shelf(a), { ...shelf(a), films: [b] })).toEqual({ books: [], films: [b] })
    const before: Shelf = { ...shelf(a), films: [b] }
    const { films: _films, ...without } = before
    expect(rules.between(before, without)).toBeNull()
  })

  it('cannot be told of a field that lines do not hold, or that is gone', () => {
    const before: Shelf = { ...shelf(a), title: 'One' }
    expect(rules.between(before, { ...before, format: 2 })).toBeNull()
    const { title: _title, ...without } = before
    expect(rules.between(before, without)).toBeNull()
  })
})

describe('a line', () => {
  it.each([{}, { title: 'One' }, { title: null }, { books: [a], films: [] }])('is %j', fields => {
    expect(rules.isLine(fields)).toBe(true)
  })

  it.each([{ title: 5 }, { books: [{ id: 'a' }] }, { books: null }, { format: 1 }, { books: [a], other: 1 }])(
    'is not %j',
    fields => {
      expect(rules.isLine(fields)).toBe(false)
    },
  )
})

describe('lines that are read again', () => {
  it('change nothing when there are none', () => {
    const value = shelf(a)
    expect(rules.replay(value, [])).toBe(value)
  })

  it('give the last state of each record of each list, and the last of each other field', () => {
    const later = entry('a', 'later')
    const lines = [{ title: 'One', books: [a, b] }, { books: [c] }, { title: null, books: [later], films: [b] }]
    expect(rules.replay(shelf(), lines)).toEqual({ format: 1, title: null, books: [later, b, c], films: [b] })
  })

  it('say nothing of a list or a field that none of them names', () => {
    merged.length = 0
    rules.replay(shelf(a), [{ title: 'One' }])
    expect(merged).toEqual([{ title: 'One' }])
    expect(rules.keepsPrevious).toBe(true)
  })
})
