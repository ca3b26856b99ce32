import { isFound } from '#core/anchoring/verdict.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { cleanTags } from '#core/annotation/clean-tags.ts'
import { editAnnotation } from '#core/annotation/edit-annotation.ts'
import { joinNotes } from '#core/annotation/join-notes.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import type { ArticleText } from '#core/article/article.ts'
import type { ForeignMark } from '#core/foreign-marks/foreign-mark.ts'
import type { MarkOutcome } from '#core/foreign-marks/marks-report.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { hashOfNote, hashOfTags, originOf, sameSaid, saidBy } from './mark-identity.ts'

/** A mark that has found its article. */
export type ArrivingMark = Pick<WaitingMark, 'id' | 'work' | 'mark'>

export interface MadeAnnotation {
  readonly annotation: Annotation
  readonly outcome: MarkOutcome
}

/** Selectors of a passage that was not found: the words as the file has them, and no place. */
const wordsAlone = ({ quote, prefix, suffix }: ForeignMark): Annotation['selectors'] => ({
  quote: { exact: quote, prefix, suffix },
  position: { start: 0, end: 0 },
})

const passageOf = (
  mark: ForeignMark,
  article: ArticleText,
  verdict: Verdict,
): Pick<Annotation, 'selectors' | 'madeOn'> & { readonly outcome: MarkOutcome } => {
  if (!isFound(verdict)) return { selectors: wordsAlone(mark), outcome: 'uncertain' }
  const selectors = makeSelectors(article, verdict)
  // Words that are not quite those that were marked are shown with their difference until the reader has agreed to them.
  return verdict.status === 'changed'
    ? { selectors, madeOn: mark.quote, outcome: 'changed' }
    : { selectors, outcome: 'placed' }
}

/** The first version of a mark that came from elsewhere. */
export const makeForeignAnnotation = (
  { id, work, mark }: ArrivingMark,
  article: ArticleText,
  verdict: Verdict,
  now: string,
): MadeAnnotation => {
  const { outcome, ...passage } = passageOf(mark, article, verdict)
  const created = mark.created ?? mark.modified ?? now
  const annotation: Annotation = {
    id,
    created,
    modified: mark.modified ?? created,
    version: 1,
    style: mark.style,
    color: mark.color ?? 'yellow',
    note: mark.note,
    tags: cleanTags(mark.tags),
    ...passage,
    origin: originOf(mark, work, now),
  }
  return { annotation, outcome }
}

/** True when a later file says of a mark what was known already. */
export const isKnown = (annotation: Annotation, mark: ForeignMark): boolean =>
  annotation.deleted !== undefined ||
  (annotation.origin === undefined
    ? annotation.note === mark.note && cleanTags(mark.tags).every(tag => annotation.tags.includes(tag))
    : sameSaid(annotation.origin.said, mark.origin?.said ?? saidBy(mark)))

/**
 * The annotation with what a later file says otherwise of its mark. What the reader has not changed here since the last import is as the
 * file has it; of what both changed, notes are joined and tags united, and the reader's colour stays. The passage stays where it is.
 */
export const updateForeignAnnotation = (
  annotation: Annotation,
  { work, mark }: ArrivingMark,
  now: string,
): Annotation => {
  const said = annotation.origin?.said
  const next = saidBy(mark)
  const isOurs = (name: 'note' | 'tags', hash: string): boolean => said !== undefined && said[name] === hash
  const note =
    said?.note === next.note
      ? annotation.note
      : isOurs('note', hashOfNote(annotation.note))
        ? mark.note
        : joinNotes([annotation.note, mark.note])
  const tags =
    said?.tags === next.tags
      ? annotation.tags
      : isOurs('tags', hashOfTags(annotation.tags))
        ? cleanTags(mark.tags)
        : cleanTags([...annotation.tags, ...mark.tags])
  const look = `${annotation.style} ${annotation.color}`
  const isLookOurs = said !== undefined && (said.color === look || `${said.color} yellow` === look)
  const edited = editAnnotation(
    annotation,
    {
      note,
      tags,
      ...(isLookOurs && said.color !== next.color && { style: mark.style, color: mark.color ?? 'yellow' }),
    },
    now,
  )
  const origin = { ...originOf(mark, work, annotation.origin?.imported ?? now), said: next }
  return edited === annotation
    ? { ...annotation, version: annotation.version + 1, modified: now, origin }
    : { ...edited, origin }
}
