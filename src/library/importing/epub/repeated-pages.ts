import { isBlank } from '../source-text.ts'
import type { BookPage } from './book-page.ts'
import { placeOf } from './book-paths.ts'
import { leafBlocks } from './leaf-blocks.ts'
import { elementsOf, rawTextOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** What a book says of its pages. */
export interface KnownPages {
  /** Paths of pages that are the cover, and of those that hold the table of contents. */
  readonly covers: ReadonlySet<string>
  readonly contents: ReadonlySet<string>
}

const lengthOf = (elements: readonly PageElement[]): number =>
  elements.reduce((sum, element) => sum + rawTextOf(element).trim().length, 0)

/** The share of a page's text that leads elsewhere in the book, from which on it is nothing but a list of the book's parts. */
const MOSTLY_LINKS = 0.6

/** A page that says nothing but what the outline says: its lines are the navigation's own, or all links. */
const isContents = ({ path, root }: BookPage, known: KnownPages): boolean => {
  if (!known.contents.has(path)) return false
  const blocks = leafBlocks(root).filter(({ name }) => !/^h[1-6]$/.test(name))
  const links = elementsOf(root).filter(
    ({ name, attributes }) => name === 'a' && placeOf(attributes.get('href') ?? '', path) !== null,
  )
  return lengthOf(links.filter(link => blocks.some(block => isInside(link, block)))) >= lengthOf(blocks) * MOSTLY_LINKS
}

const isInside = (element: PageElement, outer: PageElement): boolean => {
  for (let around: PageElement | null = element; around !== null; around = around.parent)
    if (around === outer) return true
  return false
}

const picturesOf = (root: PageElement): readonly PageElement[] =>
  elementsOf(root).filter(({ name }) => name === 'img' || name === 'image')

/** A page that only shows the cover: one picture, or none that can be shown, and no words. */
const isCover = ({ path, root }: BookPage, known: KnownPages, cover: string | null): boolean => {
  if (!isBlank(leafBlocks(root).map(rawTextOf).join(''))) return false
  const pictures = picturesOf(root)
  if (pictures.length > 1) return false
  const source = pictures[0]?.attributes.get('src') ?? pictures[0]?.attributes.get('href') ?? ''
  return known.covers.has(path) || (cover !== null && placeOf(source, path)?.path === cover)
}

/**
 * A book without the pages that repeat what is shown elsewhere: the cover, which stands in the library, and the table of contents,
 * which is the outline. A page with anything else on it stays.
 */
export const withoutRepeated = (
  pages: readonly BookPage[],
  known: KnownPages,
  cover: string | null,
): readonly BookPage[] => {
  const kept = pages.filter(page => !isContents(page, known) && !isCover(page, known, cover))
  return kept.length === 0 ? pages : kept
}
