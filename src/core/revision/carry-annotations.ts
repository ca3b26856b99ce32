import type { Verdict } from '../anchoring/verdict.ts'
import { isFound } from '../anchoring/verdict.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { makeSelectors } from '../annotation/make-selectors.ts'
import type { ArticleText } from '../article/article.ts'

/** What ties an annotation to a text; everything else in it is the reader's own. */
export type Ties = Pick<Annotation, 'selectors' | 'madeOn' | 'keptOrphan' | 'setAside'>

export const tiesOf = ({ selectors, madeOn, keptOrphan, setAside }: Ties): Ties => ({
  selectors,
  ...(madeOn !== undefined && { madeOn }),
  ...(keptOrphan !== undefined && { keptOrphan }),
  ...(setAside !== undefined && { setAside }),
})

/** Both point at the same words in the same place, and the same is left open about them. */
export const sameTies = (a: Ties, b: Ties): boolean => {
  const [one, other] = [a.selectors, b.selectors]
  return (
    one.quote.exact === other.quote.exact &&
    one.quote.prefix === other.quote.prefix &&
    one.quote.suffix === other.quote.suffix &&
    one.position.start === other.position.start &&
    one.position.end === other.position.end &&
    one.structure?.section === other.structure?.section &&
    one.structure?.block === other.structure?.block &&
    one.structure?.offset === other.structure?.offset &&
    a.madeOn === b.madeOn &&
    a.keptOrphan === b.keptOrphan &&
    a.setAside === b.setAside
  )
}

/**
 * A new version of the annotation with other ties; the record itself when they are the same. `atLeast` is a version that
 * the new one has to come after, beside the record's own.
 */
export const withTies = (annotation: Annotation, ties: Ties, now: string, atLeast = 0): Annotation => {
  if (sameTies(annotation, ties)) return annotation
  const {
    selectors: _selectors,
    madeOn: _madeOn,
    keptOrphan: _keptOrphan,
    setAside: _setAside,
    ...content
  } = annotation
  return { ...content, ...tiesOf(ties), version: Math.max(annotation.version, atLeast) + 1, modified: now }
}

/**
 * An annotation taken from one text to another. A passage that was found gets selectors on the new text; edited words
 * leave behind, in `madeOn`, those that the reader marked first. What is uncertain or gone stays as it is: its old
 * selectors hold the quote and what stood around it. `now` is ISO 8601, UTC.
 */
export const carryAnnotation = (
  annotation: Annotation,
  article: ArticleText,
  verdict: Verdict,
  now: string,
): Annotation => {
  if (!isFound(verdict)) return annotation
  const selectors = makeSelectors(article, verdict)
  const before = annotation.madeOn ?? (verdict.status === 'changed' ? annotation.selectors.quote.exact : undefined)
  const madeOn = before === selectors.quote.exact ? undefined : before
  return withTies(annotation, { selectors, ...(madeOn !== undefined && { madeOn }) }, now)
}

/** All of them, each with the verdict of the same place in the list. */
export const carryAnnotations = (
  annotations: readonly Annotation[],
  article: ArticleText,
  verdicts: readonly Verdict[],
  now: string,
): Annotation[] =>
  annotations.map((annotation, index) => {
    const verdict = verdicts[index]
    return verdict === undefined ? annotation : carryAnnotation(annotation, article, verdict, now)
  })
