import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { annotationFields } from '#core/annotation/annotation-fields.ts'
import { changeNote, deleteAnnotation, recolor, restyle } from '#core/annotation/edit-annotation.ts'
import { recordEditsSchema } from '#core/annotation/record-edits.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { annotationWith } from './samples.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const stamp = { writer: 'aaaaaaaa', byReader: true }
const base = annotationWith()

describe('noting who changed a record', () => {
  it('says nothing of one that is new', () => {
    expect(stampRecord(annotationFields, null, base, stamp)).toBe(base)
    const claimed = { ...base, edits: { seen: { bbbbbbbb: 9 }, fields: { note: 'bbbbbbbb:9' } } }
    expect(stampRecord(annotationFields, null, claimed, stamp).edits).toBeUndefined()
  })

  it('names the fields that were changed, and no other', () => {
    const green = stampRecord(annotationFields, base, recolor(base, 'green', NOW), stamp)
    expect(green.edits).toEqual({ seen: { aaaaaaaa: 1 }, fields: { life: 'aaaaaaaa:1', color: 'aaaaaaaa:1' } })
    const noted = stampRecord(annotationFields, green, changeNote(green, 'A note.', NOW), stamp)
    expect(noted.edits).toEqual({
      seen: { aaaaaaaa: 2 },
      fields: { life: 'aaaaaaaa:2', color: 'aaaaaaaa:1', note: 'aaaaaaaa:2' },
    })
  })

  it('counts versions that were made between two saves', () => {
    const twice = changeNote(recolor(base, 'green', NOW), 'A note.', NOW)
    const saved = stampRecord(annotationFields, base, twice, stamp)
    expect(saved).toMatchObject({ version: 3, edits: { seen: { aaaaaaaa: 2 } } })
  })

  it('changes nothing when the same is saved again, also by a clock that was put back', () => {
    const deleted = stampRecord(annotationFields, base, deleteAnnotation(base, NOW), stamp)
    expect(stampRecord(annotationFields, deleted, deleteAnnotation(base, NOW), stamp)).toBe(deleted)
    const earlier = { ...deleted, modified: '1999-01-01T00:00:00.000Z', edits: undefined }
    expect(stampRecord(annotationFields, deleted, earlier, stamp)).toBe(deleted)
  })

  it('takes a change that does not say that it is a later version for one', () => {
    const saved = stampRecord(annotationFields, base, { ...base, note: 'written' }, stamp)
    expect(saved).toMatchObject({ version: 2, note: 'written', edits: { fields: { note: 'aaaaaaaa:1' } } })
  })

  it('takes a later version for one though it says the same, so that a deletion elsewhere gives way to it', () => {
    const saved = stampRecord(annotationFields, base, { ...base, version: 3 }, stamp)
    expect(saved).toMatchObject({ version: 3, edits: { seen: { aaaaaaaa: 2 }, fields: { life: 'aaaaaaaa:2' } } })
  })

  it('is later than before by the clock, unless that was put back', () => {
    const changed = (now: string) => stampRecord(annotationFields, base, changeNote(base, 'written', now), stamp)
    expect(changed(NOW).modified).toBe(NOW)
    expect(changed('1999-01-01T00:00:00.000Z').modified).toBe(base.modified)
  })

  it('keeps what copies say differently of a field until that is changed', () => {
    const apart = { color: [{ edit: 'made:1', value: 'blue' }], style: [{ edit: 'made:1', value: 'underline' }] }
    const before = { ...base, edits: { seen: {}, fields: { style: 'bbbbbbbb:1' }, apart } }
    const green = stampRecord(annotationFields, before, recolor(before, 'green', NOW), stamp)
    expect(green.edits).toStrictEqual({
      seen: { aaaaaaaa: 1 },
      fields: { life: 'aaaaaaaa:1', style: 'bbbbbbbb:1', color: 'aaaaaaaa:1' },
      apart: { style: apart.style },
    })
    const under = stampRecord(annotationFields, green, restyle(green, 'underline', NOW), stamp)
    expect(Object.keys(under.edits ?? {})).toEqual(['seen', 'fields'])
    expect(v.is(recordEditsSchema, under.edits)).toBe(true)
  })

  it('does not believe what the record says of its edits', () => {
    const lying = { ...recolor(base, 'green', NOW), edits: { seen: { cccccccc: 1_000_000 }, fields: {} } }
    expect(stampRecord(annotationFields, base, lying, stamp)).toMatchObject({
      version: 2,
      edits: { seen: { aaaaaaaa: 1 } },
    })
  })
})
