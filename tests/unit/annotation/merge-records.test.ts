import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laterRecord, mergeRecords } from '#core/annotation/merge-records.ts'
import { annotationWith, SECOND_ID } from './samples.ts'

describe('mergeRecords', () => {
  it('keeps every record of either side, and of two versions the higher one', () => {
    const mine = annotationWith({ version: 2, note: 'mine' })
    const theirs = annotationWith({ version: 3, note: 'theirs' })
    const other = annotationWith({ id: SECOND_ID, created: '2026-11-20T10:00:00.000Z' })
    expect(mergeRecords([mine], [theirs, other])).toEqual([other, theirs])
  })

  it('takes a tombstone over the version that it deleted', () => {
    const deleted = annotationWith({ version: 2, deleted: '2026-11-22T11:00:00.000Z' })
    expect(mergeRecords([deleted], [annotationWith()])).toEqual([deleted])
  })

  it('takes the later change of two edits of the same version', () => {
    const early = annotationWith({ version: 2, modified: '2026-11-22T11:00:00.000Z', note: 'z' })
    const late = annotationWith({ version: 2, modified: '2026-11-22T12:00:00.000Z', note: 'a' })
    expect(laterRecord(early, late)).toBe(late)
    expect(laterRecord(late, early)).toBe(late)
  })

  const anyRecords = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      created: fc.constantFrom('1', '2'),
      modified: fc.constantFrom('3', '4'),
      version: fc.integer({ min: 1, max: 3 }),
      note: fc.constantFrom('x', 'y'),
    }),
    { maxLength: 6 },
  )

  it('gives the same on every machine: in whatever order copies meet, and however often', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anyRecords, (a, b, c) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a))
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)))
        const once = mergeRecords(a, b)
        expect(mergeRecords(once, once)).toEqual(once)
      }),
    )
  })
})
