import { openAddress, placeAnnotations } from './exported-document.ts'
import type { ExportedDocument, PlacedAnnotation } from './exported-document.ts'
import { describePassage, wordsBefore, wordsNow } from './passage-state.ts'

const columns = [
  'document',
  'section',
  'quote',
  'note',
  'style',
  'color',
  'tags',
  'start',
  'end',
  'created',
  'modified',
  'id',
  'link',
  'status',
  'made on',
]

/** Characters with which a spreadsheet takes a cell for a formula, the full-width ones included (OWASP, CSV injection). */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A field as RFC 4180 has it. A text that a spreadsheet would run gets an apostrophe in front, which it does not show. */
const writeField = (value: string): string => {
  const guarded = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const rowOf = (placed: PlacedAnnotation, { article }: ExportedDocument): readonly string[] => {
  const { annotation, span, sections } = placed
  return [
    article.metadata.title,
    sections.map(section => section.title).join(' › '),
    wordsNow(placed, article.text),
    annotation.note,
    annotation.style,
    annotation.color,
    annotation.tags.join('; '),
    span === null ? '' : String(span.start),
    span === null ? '' : String(span.end),
    annotation.created,
    annotation.modified,
    annotation.id,
    openAddress(article.id, annotation.id),
    describePassage(placed) ?? '',
    wordsBefore(placed) ?? '',
  ]
}

/**
 * The annotations of one article as a table for spreadsheets: UTF-8 with a byte order mark, without which Excel takes it for another
 * encoding; a header; a row an annotation in text order. `start` and `end` are empty for an orphan.
 */
export const exportCsv = (document: ExportedDocument): string => {
  const rows = [columns, ...placeAnnotations(document).map(placed => rowOf(placed, document))]
  return `\ufeff${rows.map(row => `${row.map(writeField).join(',')}\r\n`).join('')}`
}
