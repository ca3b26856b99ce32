import type { AnchoringText } from '#core/anchoring/anchor-all.ts'
import type { Selectors } from '#core/annotation/annotation.ts'
import { makeSelectors } from '#core/annotation/make-selectors.ts'
import type { ArticleText } from '#core/article/article.ts'
import type { Span } from '#core/text/span.ts'
import { articleOf, headingsOf } from './article-text.ts'
import { textOf, truthOf } from './edited-text.ts'
import type { EditedText } from './edited-text.ts'
import type { Random } from './random.ts'

/** Rules may be fitted to the development cases; the held-out ones only tell how well that carries over. */
export const caseSets = ['development', 'held-out'] as const
export type CaseSet = (typeof caseSets)[number]

/** What a right answer to one annotation is. Spans are of the new text. */
export type Expected =
  /** To find it is right. `meaning`: an edit touched a word in it on which the meaning hangs, though not what is said. */
  | { readonly kind: 'find'; readonly span: Span; readonly meaning: boolean }
  /** To find it and to refuse it are both right; only another place is wrong. */
  | { readonly kind: 'either'; readonly span: Span }
  /** The words are gone, or say something else: only to refuse is right. */
  | { readonly kind: 'refuse'; readonly because: string }

export interface Passage {
  readonly selectors: Selectors
  readonly expected: Expected
}

/** An old text, annotations made on it, the new text, and what became of each annotation. */
export interface AnchoringCase {
  readonly family: string
  readonly set: CaseSet
  readonly name: string
  readonly next: AnchoringText
  readonly passages: readonly Passage[]
}

/** A text that annotations are made on, and how its language takes edits. */
export interface Source {
  readonly name: string
  readonly article: ArticleText
}

/** Makes the case of `spans` on `article` after `edited`. Passages whose parts went to different places are left out. */
export const caseOf = (
  about: Pick<AnchoringCase, 'family' | 'set' | 'name'>,
  article: ArticleText,
  spans: readonly Span[],
  edited: EditedText,
  overrides: ReadonlyMap<Span, Expected> = new Map(),
): AnchoringCase => {
  const next = articleOf(textOf(edited), headingsOf(article))
  const passages = spans.flatMap((span): Passage[] => {
    const expected = overrides.get(span) ?? expectedOf(edited, span)
    return expected === undefined ? [] : [{ selectors: makeSelectors(article, span), expected }]
  })
  return { ...about, next, passages }
}

const expectedOf = (edited: EditedText, span: Span): Expected | undefined => {
  const truth = truthOf(edited, span)
  switch (truth.kind) {
    case 'here':
      return { kind: 'find', span: truth.span, meaning: truth.meaning }
    case 'partly':
      return { kind: 'either', span: truth.span }
    case 'gone':
      return { kind: 'refuse', because: 'gone' }
    case 'parted':
      return undefined
  }
}

/** A family of cases: what is done to the texts, and how often. */
export interface Family {
  readonly name: string
  cases(set: CaseSet, random: Random): AnchoringCase[]
}
