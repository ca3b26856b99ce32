import { fail, succeed } from '#core/result/result.ts'
import { buildContent } from '../build-content.ts'
import type { FileReader } from '../read-file.ts'
import { openZip } from '../zip/open-zip.ts'
import { bookMetadata } from './book-metadata.ts'
import { findTitle, putTitle } from './book-title.ts'
import { settleNotes } from './book-notes.ts'
import { joinHeadingGroups } from './heading-groups.ts'
import { leafBlocks } from './leaf-blocks.ts'
import { readBook } from './read-book.ts'
import { withoutRepeated } from './repeated-pages.ts'
import { makeOutline } from './outline-headings.ts'
import { dropPageNumbers } from './page-numbers.ts'
import { append, asParsed, makeElement } from './page-element.ts'
import { bookPictures } from './book-pictures.ts'
import { settlePage } from './settle-page.ts'

/** Reads a book in EPUB 2 or 3: its pages in the order of the spine become one article, with the table of contents as its outline. */
export const readEpub: FileReader = async (bytes, fileName, _origin, tell) => {
  const opened = await openZip(bytes, fileName)
  if (!opened.ok) return opened
  const { archive } = opened.value
  const read = await readBook(archive, fileName, tell)
  if (!read.ok) return read
  const { book, pages: all, navigation, known, cover, warnings } = read.value
  if (all.length === 0) return fail('not-readable', `“${fileName}” is a book without a page that could be read.`)
  const metadata = bookMetadata(book.metadata, fileName)
  const pages = withoutRepeated(all, known, cover)
  dropPageNumbers(pages)
  joinHeadingGroups(pages)
  settleNotes(pages)
  const hasText = pages.some(({ root }) => leafBlocks(root).length > 0)
  const title = findTitle(pages, metadata.title)
  makeOutline(pages, navigation, title)
  if (title === null && hasText) putTitle(pages, metadata.title, metadata.subtitle)
  const numbers = new Map(pages.map(({ path }, number) => [path, number]))
  const whole = makeElement('div')
  for (const [number, page] of pages.entries()) {
    const surroundings = { pages: numbers, find: (path: string) => archive.find(path), language: metadata.language }
    append(whole, settlePage(page, number, surroundings))
  }
  const pictures = bookPictures(archive)
  return succeed({
    format: 'epub',
    metadata,
    content: buildContent(asParsed(whole), undefined),
    warnings: [...new Set([...opened.value.warnings, ...warnings])],
    picture: pictures,
    ...(cover !== null && { cover }),
  })
}
