import { escapeInline, escapeParagraphs, quoteLines } from '#core/export/escape-markdown.ts'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'

/** What waits to be saved for one article. Decisions on single effects hold no words of the reader and are left out. */
export interface UnsavedOfArticle {
  readonly title: string
  readonly annotations: readonly Annotation[]
  readonly cards: readonly ReaderCard[]
  readonly pageNote: PageNote | null
}

const isKept = ({ deleted }: { readonly deleted?: string | undefined }): boolean => deleted === undefined

const ofAnnotation = ({ selectors, note, tags }: Annotation): string =>
  [
    quoteLines(escapeParagraphs(selectors.quote.exact)),
    ...(note === '' ? [] : [escapeParagraphs(note)]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.map(escapeInline).join(', ')}`]),
  ].join('\n\n')

const ofCard = ({ content }: ReaderCard): readonly string[] => {
  if (content === undefined) return []
  const { title, consequence = '', passage } = content
  return [
    `### ${escapeInline(title)}`,
    ...(consequence === '' ? [] : [escapeParagraphs(consequence)]),
    ...(passage.quote === '' ? [] : [quoteLines(escapeParagraphs(passage.quote))]),
  ]
}

/** What the disk refused, as Markdown that can be read anywhere. It is a copy to keep, not one that is read back. */
export const unsavedAsMarkdown = (articles: readonly UnsavedOfArticle[]): string =>
  `${[
    '# Changes that Pathmark could not save',
    ...articles.flatMap(({ title, annotations, cards, pageNote }) => [
      `## ${escapeInline(title)}`,
      ...(pageNote === null || pageNote.value === '' ? [] : [escapeParagraphs(pageNote.value)]),
      ...annotations.filter(isKept).map(ofAnnotation),
      ...cards.filter(isKept).flatMap(ofCard),
    ]),
  ].join('\n\n')}\n`
