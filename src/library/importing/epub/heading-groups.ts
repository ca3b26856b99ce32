import type { BookPage } from './book-page.ts'
import { leafBlocks } from './leaf-blocks.ts'
import { append, detach, elementsOf, makeElement } from './page-element.ts'
import type { PageElement } from './page-element.ts'

/** Puts two blocks into one heading on two lines: `Chapter 1` and `The Road`, which the table of contents has as one. Links lead to either line. */
export const joinHeadings = (first: PageElement, second: PageElement): PageElement => {
  append(first, makeElement('br'))
  const id = second.attributes.get('id')
  if (id !== undefined) append(first, makeElement('a', { id }))
  for (const child of second.children) append(first, child)
  detach(second)
  return first
}

/** The lines of a heading group (HTML, `hgroup`) are one heading. */
export const joinHeadingGroups = (pages: readonly BookPage[]): void => {
  for (const { root } of pages) {
    for (const group of elementsOf(root).filter(({ name }) => name === 'hgroup')) {
      const lines = leafBlocks(group)
      const heading = lines.find(({ name }) => /^h[1-6]$/.test(name))
      const [first, ...others] = lines
      if (heading === undefined || first === undefined) continue
      if (first !== heading) first.name = heading.name
      for (const line of others) if (line !== first) joinHeadings(first, line)
    }
  }
}
