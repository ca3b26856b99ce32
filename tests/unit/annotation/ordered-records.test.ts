import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byMaking, learnOrder, putAmong, withIds } from '#core/annotation/ordered-records.ts'

interface Marked {
  readonly id: string
  readonly created: string
  readonly text: string
}

const marked = (at: number, text = ''): Marked => ({
  id: `id ${String(at).padStart(3, '0')}`,
  created: String(1000 + (at >> 1)),
  text,
})
const list = (...numbers: readonly number[]) => numbers.map(number => marked(number))
const theirs = (_ours: Marked, other: Marked) => other

describe('records in the order in which they were made', () => {
  it('stand by time, then by id', () => {
    expect(byMaking(marked(2), marked(4))).toBe(-1)
    expect(byMaking(marked(4), marked(2))).toBe(1)
    expect(byMaking(marked(2), marked(3))).toBe(-1)
    expect(byMaking(marked(3), marked(2))).toBe(1)
    expect(byMaking(marked(3), marked(3, 'other'))).toBe(0)
  })

  it('are found by their ids, in a list that is in order and in one that is not', () => {
    const wanted = new Set(['id 001', 'id 004', 'id 999'])
    const sorted = list(0, 1, 2, 3, 4, 5)
    expect(withIds(sorted, wanted).toSorted(byMaking)).toEqual([sorted[1], sorted[4]])
    const unsorted = list(4, 1, 0)
    expect(withIds(unsorted, wanted).toSorted(byMaking)).toEqual([unsorted[1], unsorted[0]])
    expect(withIds([], wanted)).toEqual([])
  })

  it('take in others, each in its place, as putting all together and sorting would', () => {
    const number = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.uniqueArray(number), fc.uniqueArray(number), fc.boolean(), (ours, others, learnt) => {
        const known = list(...ours).toSorted(byMaking)
        const few = others.map(at => marked(at, 'changed'))
        if (learnt) learnOrder(known)
        const before = [...known]
        const put = putAmong(known, few, theirs)
        const all = new Map([...known, ...few].map(record => [record.id, record]))
        expect(put).toEqual([...all.values()].toSorted(byMaking))
        expect(known).toEqual(before)
        // What came of it is known as well.
        expect(putAmong(put ?? [], [marked(61)], theirs)).toEqual([...(put ?? []), marked(61)])
      }),
    )
  })

  it('stay the same list when nothing of the others is new', () => {
    const known = list(0, 1, 2)
    expect(putAmong(known, list(1), ours => ours)).toBe(known)
    expect(putAmong(known, [], theirs)).toBe(known)
  })

  it('are not put into a list that is in no order, has one twice, or whose record moves', () => {
    expect(putAmong(list(2, 1), list(3), theirs)).toBeNull()
    expect(putAmong(list(1, 1), list(3), theirs)).toBeNull()
    expect(putAmong([marked(1), { ...marked(3), id: 'id 001' }], list(4), theirs)).toBeNull()
    expect(putAmong(list(1, 2), [{ ...marked(1), created: '0001' }], theirs)).toBeNull()
  })
})
