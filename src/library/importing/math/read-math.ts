import {
  isMathLength,
  mathAttributes,
  mathBlanks,
  mathPlaces,
  mathRows,
  mathTokens,
} from '#core/article/math-vocabulary.ts'
import type { Attributes } from '../canonical-attributes.ts'
import { escapeText, startTag } from '../canonical-markup.ts'
import { droppedElements } from '../canonical-elements.ts'
import { lineOfText } from '../source-text.ts'
import { isElement, isText, walk } from '../parse-html.ts'
import type { ParsedElement, ParsedNode } from '../parse-html.ts'

/** A formula as canonical content has it. */
export interface Formula {
  readonly markup: string
  /** The characters of its tokens. */
  readonly text: string
}

const rows = new Set(mathRows)
const tokens = new Set(mathTokens)
const blanks = new Set(mathBlanks)

/** Formulas nest a few times; what is deeper becomes its characters. */
const DEEPEST = 40

/** What a formula says for other programs. */
const foreign = new Set(['annotation', 'annotation-xml', 'mglyph', 'malignmark', 'maligngroup', 'maction-label'])

const elementsOf = (element: ParsedNode): ParsedElement[] => {
  const found: ParsedElement[] = []
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (isElement(child) && !foreign.has(child.localName)) found.push(child)
  return found
}

const attributesOf = (element: ParsedElement): Attributes => {
  const kept: [string, string][] = []
  for (const [name, allowed] of mathAttributes) {
    const value = element.getAttribute(name)?.trim() ?? ''
    if (value !== '' && allowed.test(value)) kept.push([name, value])
  }
  if (element.localName === 'mspace' || element.localName === 'mpadded')
    for (const name of ['width', 'height']) {
      const value = element.getAttribute(name)?.trim() ?? ''
      if (value !== '' && isMathLength(value)) kept.push([name, value])
    }
  return kept
}

/** The characters that an element shows. */
const charactersOf = (element: ParsedElement): string => {
  const parts: string[] = []
  walk(element, node => {
    if (isText(node)) parts.push(node.nodeValue ?? '')
    return !isElement(node) || (!droppedElements.has(node.localName) && !foreign.has(node.localName))
  })
  return lineOfText(parts.join(''))
}

/** Writes one formula; goes down no further than formulas do. */
class FormulaWriter {
  readonly parts: string[] = []
  text = ''

  element(element: ParsedElement, depth: number): void {
    const { localName: name } = element
    if (depth > DEEPEST) return this.#token('mtext', element)
    if (tokens.has(name)) return this.#token(name, element)
    if (blanks.has(name)) return void this.parts.push(startTag(name, attributesOf(element)), `</${name}>`)
    if (name === 'semantics' || name === 'maction') return this.#first(element, depth)
    if (name === 'mfenced') return this.#fenced(element, depth)
    if (name === 'mlabeledtr') return this.#row('mtr', element, elementsOf(element).slice(1), depth)
    const children = elementsOf(element)
    const places = mathPlaces[name]
    if (places !== undefined && children.length !== places) return this.#row('mrow', element, children, depth)
    const known = places !== undefined || rows.has(name)
    return this.#row(known ? name : 'mrow', element, children, depth)
  }

  #row(name: string, element: ParsedElement, children: readonly ParsedElement[], depth: number): void {
    this.parts.push(startTag(name, attributesOf(element)))
    for (const child of children) this.element(child, depth + 1)
    this.parts.push(`</${name}>`)
  }

  #token(name: string, element: ParsedElement): void {
    this.#characters(name, charactersOf(element), attributesOf(element))
  }

  #characters(name: string, text: string, attributes: Attributes = []): void {
    this.parts.push(startTag(name, attributes), escapeText(text), `</${name}>`)
    this.text += text
  }

  /** Of several forms of one thing the first, which is the one that is drawn. */
  #first(element: ParsedElement, depth: number): void {
    const [drawn] = elementsOf(element)
    if (drawn !== undefined) this.element(drawn, depth + 1)
  }

  /** The brackets and commas that MathML 3 says in attributes. */
  #fenced(element: ParsedElement, depth: number): void {
    const sign = (name: string, otherwise: string): string => lineOfText(element.getAttribute(name) ?? otherwise)
    const between = [...sign('separators', ',').replaceAll(' ', '')]
    this.parts.push('<mrow>')
    this.#characters('mo', sign('open', '('), [['fence', 'true']])
    for (const [place, child] of elementsOf(element).entries()) {
      const comma = between[Math.min(place - 1, between.length - 1)]
      if (place > 0 && comma !== undefined) this.#characters('mo', comma, [['separator', 'true']])
      this.element(child, depth + 1)
    }
    this.#characters('mo', sign('close', ')'), [['fence', 'true']])
    this.parts.push('</mrow>')
  }
}

/** What a `math` element draws, in the MathML that canonical content may have; null when that is nothing. */
export const readFormula = (element: ParsedElement): Formula | null => {
  const writer = new FormulaWriter()
  const children = elementsOf(element)
  if (children.length === 0) {
    const text = charactersOf(element)
    return text === '' ? null : { markup: `<math><mtext>${escapeText(text)}</mtext></math>`, text }
  }
  writer.element(element, 0)
  return writer.text === '' ? null : { markup: writer.parts.join(''), text: writer.text }
}
