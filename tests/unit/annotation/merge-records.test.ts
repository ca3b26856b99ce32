import { describe, expect, it } from 'vitest'
import { annotationFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { mergeRecords } from '#core/annotation/merge-records.ts'
import { learnOrder, withIds } from '#core/annotation/ordered-records.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import { annotationWith, SECOND_ID } from './samples.ts'

const merge = (ours: readonly Annotation[], theirs: readonly Annotation[]): readonly Annotation[] =>
  mergeRecords(ours, theirs, (one, other) => uniteRecords(annotationFields, one, other).record)

describe('mergeRecords', () => {
  it('keeps every record of either side, and of two versions the higher one', () => {
    const mine = annotationWith({ version: 2, note: 'mine' })
    const theirs = annotationWith({ version: 3, note: 'theirs' })
    const other = annotationWith({ id: SECOND_ID, created: '2026-11-20T10:00:00.000Z' })
    expect(merge([mine], [theirs, other])).toEqual([other, theirs])
    expect(merge([theirs, other], [mine])).toEqual([theirs, other])
  })

  it('takes a tombstone over the version that it deleted', () => {
    const deleted = annotationWith({ version: 2, deleted: '2026-11-22T11:00:00.000Z' })
    expect(merge([deleted], [annotationWith()])).toEqual([deleted])
  })

  it('gives back the very list when nothing is added to it', () => {
    const ours = [annotationWith({ version: 2 })]
    expect(merge(ours, [annotationWith()])).toBe(ours)
    expect(merge(ours, [annotationWith({ version: 2 })])).toBe(ours)
  })

  it('makes one of records that stand twice in a file', () => {
    expect(merge([annotationWith(), annotationWith({ version: 2, note: 'later' })], [])).toEqual([
      annotationWith({ version: 2, note: 'later' }),
    ])
  })

  it('makes one also of records that stand twice in what is new', () => {
    const twice = [annotationWith({ version: 2, note: 'later' }), annotationWith()]
    expect(merge([], twice)).toEqual([annotationWith({ version: 2, note: 'later' })])
    const many = Array.from({ length: 200 }, (_, at) =>
      annotationWith({ id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, created: '2025' }),
    )
    expect(merge(many, twice)).toEqual([...many, annotationWith({ version: 2, note: 'later' })])
  })

  it('looks at few records of a list that it knows when one is added, changed or looked for', () => {
    let looks = 0
    const counted = (record: Annotation): Annotation => ({
      ...record,
      get id() {
        looks += 1
        return record.id
      },
    })
    const idAt = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    const many = Array.from({ length: 5_000 }, (_, at) =>
      counted(annotationWith({ id: idAt(at), created: new Date(at * 1000).toISOString() })),
    )
    learnOrder(many)
    looks = 0
    const one = annotationWith({ id: idAt(9_000), created: new Date(300_500).toISOString() })
    const put = merge(many, [one])
    expect(put[301]).toBe(one)
    expect(withIds(put, new Set([idAt(9_000), idAt(17)]))).toHaveLength(2)
    expect(merge(put, [annotationWith({ ...one, version: 2 })])).toHaveLength(5_001)
    expect(looks).toBeLessThan(200)
    // A list that nobody has looked at before is known after the first change.
    const unknown = [...many]
    merge(unknown, [one])
    looks = 0
    merge(unknown, [one])
    expect(looks).toBeGreaterThan(4_000)
    looks = 0
    withIds(many, new Set([idAt(4)]))
    withIds(many, new Set([idAt(5)]))
    expect(looks).toBeLessThan(6_000)
  })

  it('does with one record and a long list what it does with two lists', () => {
    const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    const time = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
    const many = Array.from({ length: 200 }, (_, at) => annotationWith({ id: uuid(at), created: time(2 * at) }))
    const others = [
      annotationWith({ id: uuid(150), created: time(300), version: 2, note: 'changed' }),
      annotationWith({ id: uuid(500), created: time(199) }),
      annotationWith({ id: uuid(501), created: time(0) }),
      annotationWith({ id: uuid(502), created: time(1000) }),
    ]
    for (const other of others) {
      const both = merge(many, [other])
      // As many on the other side as are few no more.
      expect(both).toEqual(merge(many, [other, ...many.slice(0, 20)]))
      expect(both.filter(({ id }) => id === other.id)).toEqual([other])
    }
    expect(merge(many, others)).toEqual(merge(others, many))
    expect(merge(many, many.slice(3, 4))).toBe(many)
  })
  describe('one record after the other into a long list', () => {
    const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    const time = (at: number): string => new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
    const many = Array.from({ length: 300 }, (_, at) => annotationWith({ id: uuid(at), created: time(at) }))

    it('keeps all of them, in order and each once, whichever comes when', () => {
      const changes = Array.from({ length: 120 }, (_, at) => {
        const isNew = at % 3 === 0
        const which = isNew ? 1000 + at : (at * 7) % 300
        const created = time(isNew ? (at * 11) % 400 : which)
        return annotationWith({ id: uuid(which), created, version: 2 + at, note: `change ${at}` })
      })
      let list: readonly Annotation[] = many
      for (const change of changes) list = merge(list, [change])
      expect(list).toEqual(merge(changes.concat(many), many))
      expect(new Set(list.map(({ id }) => id)).size).toBe(340)
    })

    it('leaves the list before as it was, from which one can go on as well', () => {
      const first = merge(many, [annotationWith({ id: uuid(700), created: time(500) })])
      const other = merge(many, [annotationWith({ id: uuid(701), created: time(501) })])
      expect(many).toHaveLength(300)
      expect(withIds(many, new Set([uuid(700)]))).toEqual([])
      expect(withIds(first, new Set([uuid(700), uuid(701)])).map(({ id }) => id)).toEqual([uuid(700)])
      expect(withIds(other, new Set([uuid(700), uuid(701)])).map(({ id }) => id)).toEqual([uuid(701)])
    })

    it('keeps a record once whose time of making another copy tells otherwise', () => {
      const moved = annotationWith({ id: uuid(10), created: time(900), version: 5, note: 'moved' })
      const list = merge(many, [moved])
      expect(list.filter(({ id }) => id === uuid(10))).toHaveLength(1)
      expect(list).toHaveLength(300)
    })

    it('finds records by their ids in a list that is in no order, too', () => {
      const shuffled = many.toReversed()
      expect(withIds(shuffled, new Set([uuid(5), uuid(7), uuid(900)])).map(({ id }) => id)).toEqual([uuid(7), uuid(5)])
    })
  })
})
