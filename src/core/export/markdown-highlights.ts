import type { Article } from '../article/article.ts'
import { escapeInline, escapeParagraphs, quoteLines } from './escape-markdown.ts'
import { describeMark, openAddress } from './exported-document.ts'
import type { ExportedDocument, PlacedAnnotation } from './exported-document.ts'
import { describePassage, wordsBefore, wordsNow } from './passage-state.ts'
import { propertyTag } from './markdown-front-matter.ts'
import { writeNote } from './markdown-note.ts'

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Underscores that would be taken for emphasis. */
const looseUnderscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u

/** A tag that Obsidian would take as it is stands as one; any other in quotation marks, with all its characters. */
const writeTag = (tag: string): string =>
  propertyTag(tag) === tag && !looseUnderscore.test(tag) ? `#${tag}` : `“${escapeInline(tag)}”`

/** The quote, a line on how it is marked with a link back, and the reader's note in a box that Obsidian and GitHub both draw. */
const writeHighlight = (placed: PlacedAnnotation, { id, text }: Pick<Article, 'id' | 'text'>): string => {
  const { annotation, span } = placed
  const details = [
    capitalised(describeMark(annotation)),
    ...annotation.tags.map(writeTag),
    `[${span === null ? 'Open the article' : 'Open the passage'}](${openAddress(id, annotation.id)})`,
  ]
  const parts = [quoteLines(escapeParagraphs(wordsNow(placed, text))), details.join(' · ')]
  const state = describePassage(placed)
  const before = wordsBefore(placed)
  if (state !== null) parts.push(`*${state}*${before === null ? '' : ` Marked on: “${escapeInline(before)}”`}`)
  if (annotation.note.trim() !== '') parts.push(writeNote(annotation.note, 3))
  return parts.join('\n\n')
}

/** The words under which a highlight is listed. */
const groupTitle = ({ span, sections, verdict }: PlacedAnnotation): string => {
  if (verdict.status === 'uncertain') return 'Passages that are uncertain'
  if (span === null) return 'Passages that are not in the text any more'
  return sections.length === 0 ? 'At the beginning' : sections.map(section => escapeInline(section.title)).join(' › ')
}

/** Highlights in text order under the sections they stand in; an empty text when there are none. */
export const writeHighlights = ({ article }: ExportedDocument, placed: readonly PlacedAnnotation[]): string => {
  const parts: string[] = []
  let group: string | null = null
  for (const highlight of placed) {
    const title = groupTitle(highlight)
    if (title !== group) parts.push(`### ${title}`)
    group = title
    parts.push(writeHighlight(highlight, article))
  }
  return parts.length === 0 ? '' : ['## Highlights', ...parts].join('\n\n')
}
