import { labelKey, labelsAgree } from './label-words.ts'
import { joinHeadings } from './heading-groups.ts'
import { leafBlocks } from './leaf-blocks.ts'
import type { BookPage } from './book-page.ts'
import { mayOpenSection } from './outline-headings.ts'
import { append, makeElement, putBefore, titleTextOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** How much of the start of a book is looked at for its title: a title page may follow on a first, shorter one. */
const PAGES = 3
const BLOCKS = 12

const beginning = (pages: readonly BookPage[]): readonly PageElement[] =>
  pages
    .slice(0, PAGES)
    .flatMap(({ root }) => leafBlocks(root))
    .slice(0, BLOCKS)

/** Title and subtitle, which the book's own words about itself have in one: put on one line's place. */
const titleOnTwoLines = (lines: readonly PageElement[], title: string): PageElement | null => {
  for (const [at, first] of lines.entries()) {
    const second = lines[at + 1]
    const together = second === undefined ? '' : labelKey(titleTextOf(first) + titleTextOf(second))
    const isTitle = together !== '' && together === labelKey(title) && first.parent === second?.parent
    if (isTitle && second !== undefined && mayOpenSection(first) && mayOpenSection(second))
      return joinHeadings(first, second)
  }
  return null
}

/** The line of the text that is the book's title; made the heading of the first rank. Null when the book does not begin with it. */
export const findTitle = (pages: readonly BookPage[], title: string): PageElement | null => {
  const lines = beginning(pages)
  const own = lines.find(block => mayOpenSection(block) && labelKey(titleTextOf(block)) === labelKey(title))
  const found = own ?? titleOnTwoLines(lines, title)
  if (found !== null) found.name = 'h1'
  return found
}

/** Puts the title, and a subtitle that is not there, before a book that does not begin with them. */
export const putTitle = (pages: readonly BookPage[], title: string, subtitle: string | undefined): void => {
  const first = pages[0]
  if (first === undefined) return
  if (subtitle !== undefined && !beginning(pages).some(block => labelsAgree(titleTextOf(block), subtitle))) {
    const line = makeElement('p', { role: 'doc-subtitle' })
    append(line, subtitle)
    putBefore(line, first.root)
  }
  const heading = makeElement('h1')
  append(heading, title)
  putBefore(heading, first.root)
}
