import type { Attributes } from '../canonical-attributes.ts'
import { startTag } from '../canonical-markup.ts'

/** How a kept drawing is written: the same characters for the same drawing, whoever writes it. */
export const writeElement = (name: string, attributes: Attributes, inside: string): string => {
  const start = startTag(name, attributes)
  return inside === '' ? `${start.slice(0, -1)}/>` : `${start}${inside}</${name}>`
}
