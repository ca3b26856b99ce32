import { anchorAll } from '../anchoring/anchor-all.ts'
import { isFound } from '../anchoring/verdict.ts'
import type { Verdict } from '../anchoring/verdict.ts'
import type { Annotation, PageNote } from '../annotation/annotation.ts'
import type { Article, Section } from '../article/article.ts'
import { sectionPathAt } from '../article/locate.ts'
import type { Study } from '../mechanism/mechanism.ts'
import type { NameOf } from '../mechanism/entities/name-of-word.ts'
import type { ShownCard } from '../mechanism/cards/shown-card.ts'
import { heedReader } from '../revision/heed-reader.ts'
import type { Span } from '../text/span.ts'

/** All that an export may tell of one article. */
export interface ExportedDocument {
  /** With what the reader corrected in its metadata. */
  readonly article: Article
  /** By which other files cite it. */
  readonly citationKey: string
  /** When it came into the library, ISO 8601. */
  readonly added: string
  /** Deleted ones are left out of every export. */
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  readonly cards: readonly ShownCard[]
  readonly study: Study | null
  /** By what name the lexicon knows words, so that a mark stands or is refused here as it is everywhere. */
  readonly nameOf: NameOf
  /** ISO 8601; handed in, so that the same library gives the same files. */
  readonly exportedAt: string
}

/** An annotation with the place where it stands now. */
export interface PlacedAnnotation {
  readonly annotation: Annotation
  readonly verdict: Verdict
  /** Null when its passage is not in the text any more, or not for certain. */
  readonly span: Span | null
  /** The sections around it, the outermost first, without the title of the article. */
  readonly sections: readonly Section[]
}

/** Address that opens the article, at an annotation if one is given. */
export const openAddress = (documentId: string, annotationId?: string): string =>
  `pathmark://open/${documentId}${annotationId === undefined ? '' : `#${annotationId}`}`

/** Headings that only repeat the article's title say nothing about where in it a passage stands. */
const sectionsAround = (article: Article, offset: number): readonly Section[] =>
  sectionPathAt(article, offset).filter(section => section.level > 1 || section.title !== article.metadata.title)

/** The annotations that are not deleted, in text order; orphans last, by their age. */
export const placeAnnotations = ({ article, annotations, nameOf }: ExportedDocument): readonly PlacedAnnotation[] => {
  const alive = annotations.filter(annotation => annotation.deleted === undefined)
  const verdicts = anchorAll(
    article,
    alive.map(({ selectors }) => selectors),
    { nameOf },
  )
  const placed = alive.flatMap((annotation, index): PlacedAnnotation[] => {
    const found = verdicts[index]
    if (found === undefined) return []
    const verdict = heedReader(annotation, found)
    if (!isFound(verdict)) return [{ annotation, verdict, span: null, sections: [] }]
    const { start, end } = verdict
    return [{ annotation, verdict, span: { start, end }, sections: sectionsAround(article, start) }]
  })
  const order = (a: PlacedAnnotation, b: PlacedAnnotation): number => {
    if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null)
    return a.span.start - b.span.start || b.span.end - a.span.end
  }
  const byAge = (a: PlacedAnnotation, b: PlacedAnnotation): number =>
    compareStrings(a.annotation.created, b.annotation.created) || compareStrings(a.annotation.id, b.annotation.id)
  return placed.toSorted((a, b) => order(a, b) || byAge(a, b))
}

/** By code units, the same on every machine. */
const compareStrings = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** How an annotation looks, in words: `yellow highlight`, `blue underline`. */
export const describeMark = ({ color, style }: Pick<Annotation, 'color' | 'style'>): string => `${color} ${style}`

/** Cards that the reader has not rejected, in the order of their numbers. */
export const keptCards = (cards: readonly ShownCard[]): readonly ShownCard[] =>
  cards.filter(card => card.decision !== 'rejected').toSorted((a, b) => a.number - b.number)
