import { blockElements, droppedElements } from '../canonical-elements.ts'
import { isBlank } from '../source-text.ts'
import type { PageElement } from './page-element.ts'

/** The block elements of a page that hold text themselves, in reading order: those with no text in a block below them. */
export const leafBlocks = (root: PageElement): readonly PageElement[] => {
  const leaves: PageElement[] = []
  /** Whether there is text in an element. */
  const visit = (element: PageElement): boolean => {
    if (droppedElements.has(element.name) || element.attributes.has('hidden')) return false
    const before = leaves.length
    let hasText = false
    for (const child of element.children)
      hasText = (typeof child === 'string' ? !isBlank(child) : visit(child)) || hasText
    if (hasText && blockElements.has(element.name) && leaves.length === before) leaves.push(element)
    return hasText
  }
  visit(root)
  return leaves
}
