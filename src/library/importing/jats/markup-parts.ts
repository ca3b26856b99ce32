import { escapeText } from '../canonical-markup.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** Turns elements of JATS into HTML; what the writers of figures, tables and formulas need of the one that knows all elements. */
export interface MarkupWriter {
  /** What stands in an element, but for children of some names. @param level rank of a section's heading */
  children(element: XmlElement | undefined, level: number, without?: readonly string[]): string
  element(element: XmlElement, level: number): string
}

/** A value between quotes. */
export const quoted = (value: string): string => escapeText(value).replaceAll('"', '&quot;')

/** The attribute by which links find an element; nothing where it has none. */
export const idOf = ({ attributes }: XmlElement): string => {
  const id = attributes.get('id')
  return id === undefined ? '' : ` id="${quoted(id)}"`
}

/** The words of markup, of which only the end or the beginning is looked at. */
export const withoutTags = (markup: string): string => markup.replace(/<[^<>]*>/g, '').trim()

/** With a full stop at its end, unless it ends like a sentence. */
export const ended = (markup: string): string => (/[.:?!]$/.test(withoutTags(markup)) ? markup : `${markup}.`)
