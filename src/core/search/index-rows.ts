import type { Annotation, PageNote } from '../annotation/annotation.ts'
import type { Article, Block } from '../article/article.ts'
import type { ShownCard } from '../mechanism/cards/shown-card.ts'
import { passageAt } from '../text/span.ts'
import type { Passage, Span } from '../text/span.ts'
import { breakableText, plainWords } from './search-words.ts'
import type { HitPlace } from './search-query.ts'

/** The columns of the index; words of the first count most. */
export const indexColumns = ['title', 'author', 'heading', 'text', 'note', 'tag', 'mechanism'] as const
export type IndexColumn = (typeof indexColumns)[number]

/** What the index has of one title, of a few paragraphs, of a note, or of a card. */
export interface IndexRow {
  readonly place: HitPlace
  /** What a snippet is cut from. Of a row of the article's text it is that text. */
  readonly text: string
  /** Where it stands in the article's text, or what it is about there; null when that is nowhere. */
  readonly passage: Passage | null
  /** What it is searched by, a text a column, as `breakableText` gives it. */
  readonly words: Readonly<Partial<Record<IndexColumn, string>>>
}

type SearchedBlock = Pick<Block, 'kind' | 'section' | 'start' | 'end'>

/** What is searched of an article. */
interface SearchedArticle {
  readonly metadata: Pick<Article['metadata'], 'title' | 'subtitle' | 'authors' | 'publisher' | 'keywords'>
  readonly text: string
  readonly blocks: readonly SearchedBlock[]
}

/** What is searched of one document. Annotations that are deleted and cards that are rejected are left out by whoever gives them. */
export interface SearchedDocument {
  readonly article: SearchedArticle
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  readonly cards: readonly ShownCard[]
}

/** Characters from which on a row takes no further paragraph, and that it has at most. */
const FULL = 700
const MOST = 4_000

/** A block that is too long for a row in pieces that end between words. */
const pieces = (text: string, { start, end }: Span): Span[] => {
  const found: Span[] = []
  let from = start
  while (end - from > MOST) {
    const blank = text.lastIndexOf(' ', from + MOST)
    const to = blank > from ? blank : from + MOST
    found.push({ start: from, end: to })
    from = to
  }
  return [...found, { start: from, end }]
}

const textRow = (text: string, span: Span): IndexRow => {
  const passage = passageAt(text, span)
  return { place: 'text', text: passage.quote, passage, words: { text: breakableText(passage.quote) } }
}

/** The article's text: a heading by itself, and the paragraphs of a section a few at a time. */
const rowsOfText = ({ text, blocks }: SearchedArticle, title: SearchedBlock | undefined): IndexRow[] => {
  const rows: IndexRow[] = []
  let span: Span | null = null
  let section = ''
  const close = (): void => {
    if (span !== null) rows.push(...pieces(text, span).map(piece => textRow(text, piece)))
    span = null
  }
  for (const block of blocks) {
    if (block === title) continue
    if (block.kind === 'heading') {
      close()
      const passage = passageAt(text, block)
      rows.push({ place: 'text', text: passage.quote, passage, words: { heading: breakableText(passage.quote) } })
      continue
    }
    const start: number =
      span !== null && section === block.section && block.start - span.start < FULL ? span.start : -1
    if (start < 0) close()
    span = { start: start < 0 ? block.start : start, end: block.end }
    section = block.section
  }
  close()
  return rows
}

const rowOfTitle = ({ metadata, text }: SearchedArticle, heading: SearchedBlock | undefined): IndexRow => ({
  place: 'title',
  text: [
    metadata.title,
    metadata.subtitle,
    metadata.authors.join(', '),
    metadata.publisher,
    metadata.keywords.join(', '),
  ]
    .filter(part => part !== undefined && part !== '')
    .join('\n'),
  passage: heading === undefined ? null : passageAt(text, heading),
  words: {
    title: breakableText([metadata.title, metadata.subtitle ?? '', ...metadata.keywords].join(' · ')),
    author: breakableText([...metadata.authors, metadata.publisher ?? ''].join(' · ')),
  },
})

/** A passage that the article still has, as it says it is. */
const passageOf = (text: string, { start, end }: Span, quote: string): Passage | null =>
  end > start && text.slice(start, end) === quote ? { start, end, quote } : null

const rowsOfNotes = ({ article, annotations, pageNote }: SearchedDocument): IndexRow[] => {
  const rows: IndexRow[] = annotations
    .filter(({ note, tags }) => note !== '' || tags.length > 0)
    .map(({ note, tags, selectors: { position, quote } }) => ({
      place: 'note',
      text: [note, tags.map(tag => `#${tag}`).join(' ')].filter(part => part !== '').join('\n'),
      passage: passageOf(article.text, position, quote.exact),
      words: { note: breakableText(note), tag: breakableText(tags.join(' · ')) },
    }))
  if (pageNote !== null && pageNote.value !== '')
    rows.push({ place: 'note', text: pageNote.value, passage: null, words: { note: breakableText(pageNote.value) } })
  return rows
}

/** A card in lines: its title, what follows from it, and the names in its effects that these do not have already. */
const textOfCard = ({ title, consequence, effects }: ShownCard): string => {
  const told = consequence === undefined ? title : `${title}\n${consequence}`
  const names = effects.flatMap(({ agent, target }) => (agent === null ? [target] : [agent, target]))
  const others = [...new Set(names)].filter(name => !told.toLowerCase().includes(name.toLowerCase()))
  return others.length === 0 ? told : `${told}\n${others.join(' · ')}`
}

const rowsOfCards = ({ article, cards }: SearchedDocument): IndexRow[] =>
  cards.map(card => {
    const { start, end, quote } = card.passage
    const text = textOfCard(card)
    const passage = passageOf(article.text, { start, end }, quote)
    return { place: 'mechanism', text, passage, words: { mechanism: breakableText(text) } }
  })

/** What the index holds of a document, in rows that are hits of their own. */
export const indexRows = (document: SearchedDocument): IndexRow[] => {
  const { article } = document
  const title = plainWords(article.metadata.title)
  const heading = article.blocks.find(
    ({ kind, start, end }) => kind === 'heading' && plainWords(article.text.slice(start, end)) === title,
  )
  return [
    rowOfTitle(article, heading),
    ...rowsOfText(article, heading),
    ...rowsOfNotes(document),
    ...rowsOfCards(document),
  ]
}
