import { describe, expect, it } from 'vitest'
import { annotationFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { mergeRecords } from '#core/annotation/merge-records.ts'
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
})
