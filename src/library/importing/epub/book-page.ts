import type { PageElement } from './page-element.ts'

/** A content document of a book, in its place in the line of reading. */
export interface BookPage {
  /** In the archive. */
  readonly path: string
  readonly root: PageElement
}

/** The `id` that a place of a page has in the content of the whole book: the same one may stand in many pages. */
export const placeId = (page: number, fragment: string): string => `page-${page}#${fragment}`
