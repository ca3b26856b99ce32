import { isElement, walk } from './parse-html.ts'
import type { ParsedNode } from './parse-html.ts'

/** The address by which a page completes the others that it names: its own, unless its first `base` says another. */
export const baseAddress = (page: ParsedNode, own: string): string => {
  let said: string | null = null
  walk(
    page,
    node => {
      if (said === null && isElement(node) && node.localName === 'base') said = node.getAttribute('href')
      return said === null
    },
    () => {},
  )
  return said !== null && URL.canParse(said, own) ? new URL(said, own).href : own
}
