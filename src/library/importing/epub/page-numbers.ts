import { isPageNumber } from '../page-number.ts'
import type { BookPage } from './book-page.ts'
import { elementsOf, rawTextOf, typesOf } from './page-element.ts'
import type { PageElement } from './page-element.ts'

const HEADING = /^h[1-6]$/

/** Whether there is a heading or, inside of the element, a paragraph: `I` and `1984` are chapters, too. */
const holdsText = (element: PageElement): boolean =>
  elementsOf(element).some(inner => HEADING.test(inner.name) || (inner.name === 'p' && inner !== element))

/** Takes the numbers of printed pages out of the words. Their elements stay: links lead to them. */
export const dropPageNumbers = (pages: readonly BookPage[]): void => {
  for (const { root } of pages) {
    for (const element of elementsOf(root)) {
      const isBreak = typesOf(element).includes('pagebreak')
      const numberLike = { name: element.name, className: element.attributes.get('class') ?? '', isBreak }
      if (!isPageNumber(numberLike, () => rawTextOf(element)) || holdsText(element)) continue
      for (const inner of elementsOf(element)) {
        const kept = inner.children.filter(child => typeof child !== 'string')
        inner.children.length = 0
        for (const child of kept) inner.children.push(child)
      }
    }
  }
}
