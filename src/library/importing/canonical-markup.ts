import type { Attributes } from './canonical-attributes.ts'

/** How canonical content is written: the same characters for the same content, whoever writes it. */

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const escapeAttribute = (value: string): string => escapeText(value).replaceAll('"', '&quot;')

export const startTag = (tag: string, attributes: Attributes): string =>
  `<${tag}${attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')}>`

/** Elements of canonical content that hold nothing and have no end tag. */
export const emptyElements: ReadonlySet<string> = new Set(['br', 'img'])
