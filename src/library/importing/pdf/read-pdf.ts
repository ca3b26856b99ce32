import { fail, succeed } from '#core/result/result.ts'
import type { FileReader } from '../read-file.ts'
import { buildPdfContent } from './build-pdf-content.ts'
import { outlineDepths } from './document-outline.ts'
import { findTitle, headingLevels } from './headings.ts'
import { documentParts } from './layout/document-parts.ts'
import type { Part } from './layout/flow.ts'
import { DocumentWords, joinedLines } from './layout/hyphens.ts'
import { withPlainHeadings } from './plain-headings.ts'
import { openPdf } from './open-pdf.ts'
import { givenMetadata, pdfMetadata } from './pdf-metadata.ts'
import { readPages } from './read-pages.ts'
import type { ReadPages } from './read-pages.ts'

/** Numbers of pages told in a warning. */
const TOLD = 5

const warningsOf = ({ missing, cut, sizes }: ReadPages): string[] => {
  const told = missing.filter(number => number <= sizes.length)
  const list = `${told.slice(0, TOLD).join(', ')}${told.length > TOLD ? ' and more' : ''}`
  return [
    ...(told.length > 0 ? [`Damaged and left out: page ${list}.`] : []),
    ...(missing.length > told.length ? ['The file is not whole: pages at its end are missing.'] : []),
    ...(cut ? ['The document has too many pages; the rest were left out.'] : []),
  ]
}

const textOf = (part: Part): string => part.lines.map(({ text }) => text).join(' ')

/** A title as it is written where lines do not end, whose words the rest of the document tells. */
const titleText = (title: Part, parts: readonly Part[]): string => {
  const words = new DocumentWords()
  for (const { lines } of parts) for (const { text } of lines) words.add(text)
  return joinedLines(
    title.lines.map(({ text }) => text),
    words,
  )
}

const isOnFirstPage = (part: Part): boolean => part.lines[0]?.pieces[0]?.item.place.page === 0

/**
 * Reads a PDF document: its text in reading order, with the places where it stands on the pages. Fails with `not-readable` when it is
 * protected by a password, damaged beyond reading, or holds nothing but pictures of pages.
 */
export const readPdf: FileReader = async (bytes, fileName, _origin, tell) => {
  const opened = await openPdf(bytes, fileName)
  if (!opened.ok) return opened
  const { document } = opened.value
  try {
    const outline = await outlineDepths(document)
    const given = await givenMetadata(document)
    const pages = await readPages(document, tell)
    if (pages.sizes.length === 0)
      return fail('not-readable', `“${fileName}” is a damaged PDF file: none of its pages can be read.`)
    const { parts: told, body } = documentParts(pages.texts, new Set(outline.keys()))
    const parts = withPlainHeadings(told)
    if (parts.length === 0)
      return fail(
        'not-readable',
        `“${fileName}” has no text: its pages are pictures or drawings, or empty. Run scanned pages through a program for text recognition (OCR) first.`,
      )
    const title = findTitle(told)
    const first = parts.filter(isOnFirstPage)
    return succeed({
      format: 'pdf',
      metadata: pdfMetadata(
        given,
        {
          title: title === null ? '' : titleText(title, parts),
          text: first.map(textOf).join('\n'),
          language: pages.language,
        },
        fileName,
      ),
      content: buildPdfContent(parts, headingLevels(parts, title, outline), body, pages.targets),
      warnings: warningsOf(pages),
      pages: pages.sizes,
    })
  } finally {
    await opened.value.close()
  }
}
