import type { PageNote } from '#core/annotation/annotation.ts'
import { laterRecord, mergeRecords } from '#core/annotation/merge-records.ts'
import type { WebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Mechanisms, Notes } from './library-files.ts'

const versioned = (record: WebAnnotation) => ({
  id: record.id,
  created: record.created,
  modified: record.modified,
  version: record['pathmark:version'],
  record,
})

const laterPageNote = (ours: PageNote | null, theirs: PageNote | null): PageNote | null =>
  ours && theirs ? laterRecord(ours, theirs) : (ours ?? theirs)

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/** Both sides' annotations by id and version, and the later page note. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeNotes = (ours: Notes, theirs: Pick<Notes, 'annotations' | 'pageNote'>): Notes => {
  const merged = mergeRecords(ours.annotations.map(versioned), theirs.annotations.map(versioned))
  const annotations = merged.map(({ record }) => record)
  const pageNote = laterPageNote(ours.pageNote, theirs.pageNote)
  return sameItems(annotations, ours.annotations) && pageNote === ours.pageNote
    ? ours
    : { ...ours, annotations, pageNote }
}

/** Both sides' cards by id and version; what was found stays ours. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeMechanisms = (ours: Mechanisms, theirs: Pick<Mechanisms, 'cards'>): Mechanisms => {
  const cards = mergeRecords(ours.cards, theirs.cards)
  return sameItems(cards, ours.cards) ? ours : { ...ours, cards }
}
