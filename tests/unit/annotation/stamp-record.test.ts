import { describe, expect, it } from 'vitest'
import { annotationFields } from '#core/annotation/annotation-fields.ts'
import { changeNote, deleteAnnotation, recolor } from '#core/annotation/edit-annotation.ts'
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

  it('does not believe what the record says of its edits', () => {
    const lying = { ...recolor(base, 'green', NOW), edits: { seen: { cccccccc: 1_000_000 }, fields: {} } }
    expect(stampRecord(annotationFields, base, lying, stamp)).toMatchObject({
      version: 2,
      edits: { seen: { aaaaaaaa: 1 } },
    })
  })
})
