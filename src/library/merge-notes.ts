import { annotationFields } from '#core/annotation/annotation-fields.ts'
import { mergeRecords } from '#core/annotation/merge-records.ts'
import { sameContent } from '#core/annotation/ordered-json.ts'
import { uniteSingles } from '#core/annotation/single-records.ts'
import type { SingleRecords } from '#core/annotation/single-records.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import type { Choice } from '#core/annotation/unite-records.ts'
import { fromWebAnnotation, toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { WebAnnotation } from '#core/annotation/web-annotation.ts'
import type { Notes } from './library-files.ts'

/** Takes what had to be chosen between two copies of a record; `name` says which record in words for the reader. */
export type TellChoices = (name: string, choices: readonly Choice[]) => void

const tellNobody: TellChoices = () => undefined

/** The fields of an annotation's record that the program knows; what else there is was written by a newer one. */
const KNOWN_FIELD = /^(?:@context|id|type|motivation|created|modified|body|target|pathmark:.+)$/u

const unknownFields = (record: WebAnnotation): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !KNOWN_FIELD.test(name)))

/** The annotation as a record that takes the place of `before`, with the fields that are not known here. */
export const renewWebAnnotation = (
  annotation: Parameters<typeof toWebAnnotation>[0],
  documentId: string,
  before: WebAnnotation | undefined,
): WebAnnotation => ({
  ...toWebAnnotation(annotation, documentId),
  ...(before !== undefined && unknownFields(before)),
})

const uniteWebAnnotations = (one: WebAnnotation, other: WebAnnotation, tell: TellChoices): WebAnnotation => {
  if (sameContent(one, other)) return one
  const [ours, theirs] = [fromWebAnnotation(one), fromWebAnnotation(other)]
  const { record, choices } = uniteRecords(annotationFields, ours.annotation, theirs.annotation)
  if (choices.length > 0) tell(`the mark on “${record.selectors.quote.exact}”`, choices)
  if (record === ours.annotation) return one
  if (record === theirs.annotation) return other
  return renewWebAnnotation(record, ours.documentId, { ...one, ...other })
}

/** What can be united with a document's notes. */
export type SaidInNotes = Pick<Notes, 'annotations'> & SingleRecords

/** Both sides' annotations and single records, record by record. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeNotes = (ours: Notes, theirs: SaidInNotes, tell: TellChoices = tellNobody): Notes => {
  const annotations = mergeRecords(ours.annotations, theirs.annotations, (a, b) => uniteWebAnnotations(a, b, tell))
  const united = uniteSingles(ours, theirs)
  return annotations === ours.annotations ? united : { ...united, annotations }
}
