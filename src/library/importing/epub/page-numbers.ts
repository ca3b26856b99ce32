import { isPageNumber } from '../page-number.ts'
import type { BookPage } from './book-page.ts'
import { elementsOf, rawTextOf, typesOf } from './page-element.ts'

/** Takes the numbers of printed pages out of the words. Their elements stay: links lead to them. */
export const dropPageNumbers = (pages: readonly BookPage[]): void => {
  for (const { root } of pages) {
    for (const element of elementsOf(root)) {
      const isBreak = typesOf(element).includes('pagebreak')
      if (!isPageNumber(element.attributes.get('class') ?? '', isBreak, () => rawTextOf(element))) continue
      for (const inner of elementsOf(element)) {
        const kept = inner.children.filter(child => typeof child !== 'string')
        inner.children.splice(0, inner.children.length, ...kept)
      }
    }
  }
}
