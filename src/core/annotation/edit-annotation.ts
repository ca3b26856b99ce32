import type { ArticleText } from '../article/article.ts'
import type { Span } from '../text/span.ts'
import type { Annotation, AnnotationColor, AnnotationStyle, Selectors } from './annotation.ts'
import { cleanTags } from './clean-tags.ts'
import { makeSelectors } from './make-selectors.ts'

/** What of an annotation a reader can change. */
export interface AnnotationChanges {
  readonly style?: AnnotationStyle
  readonly color?: AnnotationColor
  readonly note?: string
  readonly tags?: readonly string[]
  /** Another passage settles what an update left open: `madeOn`, `keptOrphan` and `setAside` go, unless they are given. */
  readonly selectors?: Selectors
  /** Null says that the words it stands on now will do. */
  readonly madeOn?: string | null
  /** When the reader kept it although its passage is gone (ISO 8601, UTC); null asks about it again. */
  readonly keptOrphan?: string | null
}

const sameTags = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((tag, index) => tag === b[index])

const samePassage = (a: Selectors, b: Selectors): boolean =>
  a.position.start === b.position.start && a.position.end === b.position.end && a.quote.exact === b.quote.exact

/**
 * A new version of the annotation with `changes`; the record itself when they change nothing, so that an edit
 * without effect costs no version, no write and no step of undo. `now` is ISO 8601, UTC.
 */
export const editAnnotation = (annotation: Annotation, changes: AnnotationChanges, now: string): Annotation => {
  const { style = annotation.style, color = annotation.color, note = annotation.note } = changes
  const tags = changes.tags ? cleanTags(changes.tags) : annotation.tags
  const selectors = changes.selectors ?? annotation.selectors
  const reattached = !samePassage(selectors, annotation.selectors)
  const { madeOn = reattached ? null : (annotation.madeOn ?? null) } = changes
  const { keptOrphan = reattached ? null : (annotation.keptOrphan ?? null) } = changes
  const unchanged =
    style === annotation.style &&
    color === annotation.color &&
    note === annotation.note &&
    sameTags(tags, annotation.tags) &&
    !reattached &&
    madeOn === (annotation.madeOn ?? null) &&
    keptOrphan === (annotation.keptOrphan ?? null)
  if (unchanged) return annotation
  const { madeOn: _madeOn, keptOrphan: _keptOrphan, setAside, ...rest } = annotation
  return {
    ...rest,
    style,
    color,
    note,
    tags,
    selectors,
    ...(madeOn !== null && { madeOn }),
    ...(keptOrphan !== null && { keptOrphan }),
    ...(setAside !== undefined && !reattached && { setAside }),
    version: annotation.version + 1,
    modified: now,
  }
}

/**
 * The reader's word that the passage on which an update left the annotation is not what was marked. It gets back the words
 * that it was made on, and is kept without a passage until those very words are there, or it is attached anew.
 */
export const setAside = (annotation: Annotation, now: string): Annotation => {
  const { madeOn, selectors, ...rest } = annotation
  const quote = { ...selectors.quote, exact: madeOn ?? selectors.quote.exact }
  return {
    ...rest,
    selectors: { ...selectors, quote },
    keptOrphan: now,
    setAside: now,
    version: annotation.version + 1,
    modified: now,
  }
}

export const recolor = (annotation: Annotation, color: AnnotationColor, now: string): Annotation =>
  editAnnotation(annotation, { color }, now)

export const restyle = (annotation: Annotation, style: AnnotationStyle, now: string): Annotation =>
  editAnnotation(annotation, { style }, now)

export const changeNote = (annotation: Annotation, note: string, now: string): Annotation =>
  editAnnotation(annotation, { note }, now)

export const changeTags = (annotation: Annotation, tags: readonly string[], now: string): Annotation =>
  editAnnotation(annotation, { tags }, now)

/** Moves the ends of the marked passage; an empty span leaves the annotation as it is. */
export const resize = (annotation: Annotation, article: ArticleText, span: Span, now: string): Annotation => {
  const selectors = makeSelectors(article, span)
  return selectors.quote.exact === '' ? annotation : editAnnotation(annotation, { selectors }, now)
}

/** Turns it into a tombstone, which keeps the content so that it can be restored and merged. */
export const deleteAnnotation = (annotation: Annotation, now: string): Annotation =>
  annotation.deleted === undefined
    ? { ...annotation, deleted: now, version: annotation.version + 1, modified: now }
    : annotation

export const restoreAnnotation = (annotation: Annotation, now: string): Annotation => {
  if (annotation.deleted === undefined) return annotation
  const { deleted: _deleted, ...content } = annotation
  return { ...content, version: annotation.version + 1, modified: now }
}
