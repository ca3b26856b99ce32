import type { ArticleText } from '../article/article.ts'
import type { Span } from '../text/span.ts'
import type { Annotation, AnnotationColor, AnnotationStyle } from './annotation.ts'
import { cleanTags } from './clean-tags.ts'
import { makeSelectors } from './make-selectors.ts'

export interface NewAnnotation {
  /** A UUID. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly style: AnnotationStyle
  readonly color: AnnotationColor
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
}

/** The first version of a reader's mark on `span` of the article's text. */
export const makeAnnotation = (article: ArticleText, span: Span, what: NewAnnotation): Annotation => ({
  id: what.id,
  created: what.now,
  modified: what.now,
  version: 1,
  style: what.style,
  color: what.color,
  note: what.note ?? '',
  tags: cleanTags(what.tags ?? []),
  selectors: makeSelectors(article, span),
})
