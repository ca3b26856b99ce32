import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { annotationFields, pageNoteFields } from '#core/annotation/annotation-fields.ts'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { changeNote, changeTags, deleteAnnotation, recolor, restyle } from '#core/annotation/edit-annotation.ts'
import { recordEditsSchema } from '#core/annotation/record-edits.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import { annotationWith } from './samples.ts'

const HERE = 'aaaaaaaa'
const THERE = 'bbbbbbbb'
/** A clock that is years behind, and one that is years ahead: neither decides anything. */
const LONG_AGO = '1999-01-01T00:00:00.000Z'
const FAR_AHEAD = '2099-01-01T00:00:00.000Z'

type Change = (annotation: Annotation, now: string) => Annotation

const edit = (before: Annotation, writer: string, change: Change, now = LONG_AGO): Annotation =>
  stampRecord(annotationFields, before, change(before, now), { writer, byReader: true })

const unite = (one: Annotation, other: Annotation): Annotation => uniteRecords(annotationFields, one, other).record

/** The record that both computers come to, whichever of the two copies each begins with. */
const united = (one: Annotation, other: Annotation): Annotation => {
  const record = unite(one, other)
  expect(JSON.stringify(unite(other, one))).toBe(JSON.stringify(record))
  return record
}

const base = annotationWith({ note: 'first', tags: ['a'] })

describe('two copies of one annotation', () => {
  it('keep the changes that each made in another field, whatever the clocks said', () => {
    const ours = edit(base, HERE, (record, now) => recolor(record, 'green', now), FAR_AHEAD)
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'second', now))
    expect(united(ours, theirs)).toMatchObject({ color: 'green', note: 'second', tags: ['a'] })
  })

  it('take a later version of a field over the one that it was made from, although its clock was years behind', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'second', now), FAR_AHEAD)
    const theirs = edit(ours, THERE, (record, now) => changeNote(record, 'third', now))
    expect(united(ours, theirs)).toBe(theirs)
  })

  it('keep both notes, once each, with a rule between', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'here', now))
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'there', now), FAR_AHEAD)
    const both = united(ours, theirs)
    expect(both.note).toBe('here\n\n---\n\nthere')
    expect(united(both, ours)).toBe(both)
    expect(united(both, theirs)).toBe(both)
  })

  it('keep the longer of two notes when it holds the other', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'first, and more', now))
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'and more', now))
    expect(united(ours, theirs).note).toBe('first, and more')
  })

  it('take a note that was made of both over both', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'here', now))
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'there', now))
    const settled = edit(united(ours, theirs), HERE, (record, now) => changeNote(record, 'here and there', now))
    expect(united(settled, theirs)).toBe(settled)
    expect(settled.edits?.apart?.['note']).toBeUndefined()
  })

  it('replace within a joined note only the half that was written anew', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'here', now))
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'there', now))
    const theirsLater = edit(theirs, THERE, (record, now) => changeNote(record, 'there, once more', now))
    expect(united(united(ours, theirs), theirsLater).note).toBe('here\n\n---\n\nthere, once more')
    expect(united(united(ours, theirs), united(ours, theirsLater)).note).toBe('here\n\n---\n\nthere, once more')
  })

  it('have the tags of either', () => {
    const ours = edit(base, HERE, (record, now) => changeTags(record, ['a', 'b'], now))
    const theirs = edit(base, THERE, (record, now) => changeTags(record, ['c', 'a'], now))
    expect(united(ours, theirs).tags).toEqual(['a', 'b', 'c'])
  })

  it('bring an annotation back that one deleted while the other wrote on it', () => {
    const ours = edit(base, HERE, deleteAnnotation, FAR_AHEAD)
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'still needed', now))
    expect(united(ours, theirs)).toMatchObject({ note: 'still needed' })
    expect(united(ours, theirs).deleted).toBeUndefined()
  })

  it('leave it deleted when whoever deleted it had seen the edit', () => {
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'not needed', now), FAR_AHEAD)
    const ours = edit(theirs, HERE, deleteAnnotation)
    expect(united(ours, theirs)).toBe(ours)
    expect(ours.deleted).toBe(LONG_AGO)
  })

  it('leave it deleted when the other copy was only moved by an update of the article', () => {
    const ours = edit(base, HERE, deleteAnnotation)
    const moved = { ...base, version: 2, selectors: { ...base.selectors, position: { start: 12, end: 23 } } }
    const theirs = stampRecord(annotationFields, base, moved, { writer: THERE, byReader: false })
    const both = united(ours, theirs)
    expect(both.deleted).toBe(LONG_AGO)
    expect(both.selectors.position).toEqual({ start: 12, end: 23 })
  })

  it('choose one of two colours alike, keep the other, and say so', () => {
    const ours = edit(base, HERE, (record, now) => recolor(record, 'green', now))
    const theirs = edit(base, THERE, (record, now) => recolor(record, 'blue', now))
    const { record, choices } = uniteRecords(annotationFields, ours, theirs)
    expect(united(ours, theirs)).toEqual(record)
    expect(choices).toEqual([{ title: 'colour', chosen: 'blue', others: ['green'] }])
    expect(record.edits?.apart?.['color']?.map(({ value }) => value)).toEqual(['green', 'blue'])
    expect(record.edits?.fields).toEqual({ life: undefined })
    expect(uniteRecords(annotationFields, record, ours).choices).toEqual([])
  })

  it('have nothing to choose when both made the same change', () => {
    expect(uniteRecords(annotationFields, base, { ...base })).toEqual({ record: base, choices: [] })
    const ours = edit(base, HERE, (record, now) => restyle(record, 'underline', now))
    expect(uniteRecords(annotationFields, ours, base).choices).toEqual([])
    expect(uniteRecords(annotationFields, base, ours).choices).toEqual([])
    const theirs = edit(base, THERE, (record, now) => restyle(record, 'underline', now))
    expect(uniteRecords(annotationFields, ours, theirs).choices).toEqual([])
    expect(united(ours, theirs).style).toBe('underline')
  })

  it('come to a version that is higher than both when both contributed', () => {
    const ours = edit(base, HERE, (record, now) => recolor(record, 'green', now))
    const theirs = edit(base, THERE, (record, now) => changeNote(record, 'there', now))
    expect([ours.version, theirs.version, united(ours, theirs).version]).toEqual([2, 2, 3])
  })
})

describe('records of format 1, which do not say who changed them', () => {
  it('go by their versions', () => {
    const later = annotationWith({ version: 3, note: 'later', modified: LONG_AGO })
    const earlier = annotationWith({ version: 2, note: 'earlier', modified: FAR_AHEAD })
    expect(united(earlier, later)).toMatchObject({ version: 3, note: 'later' })
  })

  it('were changed in both copies when equal versions say different things', () => {
    const ours = annotationWith({ version: 2, note: 'here' })
    const theirs = annotationWith({ version: 2, note: 'there', modified: FAR_AHEAD })
    const both = united(ours, theirs)
    expect(both.note).toBe('here\n\n---\n\nthere')
    expect(both.edits?.apart?.['note']?.map(({ value }) => value)).toEqual(['here', 'there'])
    expect(united(both, ours)).toBe(both)
  })
})

describe('a file that somebody has written into', () => {
  it('keeps what both say when each claims to know the other and neither shows it', () => {
    const seen = { [HERE]: 1, [THERE]: 1 }
    const ours = { ...base, version: 3, note: 'here', edits: { seen, fields: { note: `${HERE}:1` } } }
    const theirs = { ...base, version: 3, note: 'there', edits: { seen, fields: { note: `${THERE}:1` } } }
    expect(united(ours, theirs).note).toBe('here\n\n---\n\nthere')
  })

  it('is not led to say what is no value of a field', () => {
    const odd = annotationWith({
      version: 2,
      edits: { seen: { [HERE]: 1 }, fields: {}, apart: { color: [{ edit: 'made:1', value: 'zebra' }], note: [] } },
    })
    expect(united(odd, annotationWith())).toMatchObject({ color: 'yellow', note: '' })
  })

  it('keeps both contents that claim to be one version', () => {
    const ours = edit(base, HERE, (record, now) => changeNote(record, 'written', now))
    expect(united(ours, { ...ours, note: 'written in an editor' }).note).toBe('written in an editor')
    expect(united(ours, { ...ours, note: 'other' }).note).toBe('other\n\n---\n\nwritten')
  })

  it('loses no field that this version of the program does not know', () => {
    const ours = { ...edit(base, HERE, (record, now) => recolor(record, 'green', now)), later: 1 }
    const theirs = { ...edit(base, THERE, (record, now) => changeNote(record, 'there', now)), newer: 2 }
    expect(united(ours, theirs)).toMatchObject({ later: 1, newer: 2 })
  })
})

it('two machines write a record with its parts in one order, and none that is empty', () => {
  const ours = { ...edit(base, HERE, (record, now) => recolor(record, 'green', now)), zone: 1, added: 2 }
  const theirs = { ...edit(base, THERE, deleteAnnotation), kind: 3 }
  const both = united(ours, theirs)
  expect(Object.keys(both)).toEqual([
    'id',
    'created',
    'modified',
    'version',
    'style',
    'color',
    'note',
    'tags',
    'selectors',
    'added',
    'kind',
    'zone',
    'edits',
  ])
  expect(v.is(recordEditsSchema, both.edits)).toBe(true)
  expect(both.edits?.apart?.['life']).toStrictEqual([{ edit: 'aaaaaaaa:1' }, { edit: 'bbbbbbbb:1', value: LONG_AGO }])
  const note: PageNote = { value: 'one', modified: LONG_AGO, version: 1 }
  const later = uniteRecords(pageNoteFields, note, { ...note, value: 'two', version: 2 }).record
  expect(Object.keys(later)).toEqual(['value', 'modified', 'version'])
  const joined = uniteRecords(pageNoteFields, note, { ...note, value: 'two' }).record
  expect(Object.keys(joined)).toEqual(['modified', 'version', 'value', 'edits'])
  const apart = uniteRecords(pageNoteFields, { ...note, version: 2 }, { ...note, modified: FAR_AHEAD }).record
  expect(apart).toStrictEqual({ modified: FAR_AHEAD, version: 2, value: 'one' })
})

it('page notes that two computers began are one', () => {
  const begun = (value: string): PageNote => ({ value, modified: LONG_AGO, version: 1 })
  const { record } = uniteRecords(pageNoteFields, begun('# Here'), begun('# There'))
  expect(record.value).toBe('# Here\n\n---\n\n# There')
  expect(uniteRecords(pageNoteFields, begun('# There'), begun('# Here')).record).toEqual(record)
})
