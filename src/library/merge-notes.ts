import type { PageNote } from '#core/annotation/annotation.ts'
import { laterRecord, mergeRecords } from '#core/annotation/merge-records.ts'
import type { WebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Notes } from './library-files.ts'
import { sameItems } from './same-items.ts'

const versioned = (record: WebAnnotation) => ({
  id: record.id,
  created: record.created,
  modified: record.modified,
  version: record['pathmark:version'],
  record,
})

const laterPageNote = (ours: PageNote | null, theirs: PageNote | null): PageNote | null =>
  ours && theirs ? laterRecord(ours, theirs) : (ours ?? theirs)

/** Both sides' annotations by id and version, and the later page note. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeNotes = (ours: Notes, theirs: Pick<Notes, 'annotations' | 'pageNote'>): Notes => {
  const merged = mergeRecords(ours.annotations.map(versioned), theirs.annotations.map(versioned))
  const annotations = merged.map(({ record }) => record)
  const pageNote = laterPageNote(ours.pageNote, theirs.pageNote)
  return sameItems(annotations, ours.annotations) && pageNote === ours.pageNote
    ? ours
    : { ...ours, annotations, pageNote }
}
