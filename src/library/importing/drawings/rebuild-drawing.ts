import {
  definingElements,
  drawingAttributes,
  drawingElements,
  drawnElements,
  isDrawingValue,
  pictureWithin,
  wordElements,
} from '#core/article/drawing-vocabulary.ts'
import { DRAWING_NAMESPACE } from '#core/article/drawing-start.ts'
import { escapeText } from '../canonical-markup.ts'
import type { Attributes } from '../canonical-attributes.ts'
import { lineOfText } from '../source-text.ts'
import { pictureSize } from '../pictures/picture-size.ts'
import { textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { checkDrawing } from './check-drawing.ts'
import { drawingSize } from './drawing-size.ts'
import { keptDeclarations, keptRules, missColour, settledValue } from './drawing-styles.ts'
import { writeElement } from './write-drawing.ts'

export interface Drawing {
  readonly text: string
  /** What it shows, in the words of its author; empty when it says none. */
  readonly name: string
  readonly width: number
  readonly height: number
  /** Shapes and words that are drawn where they stand. */
  readonly parts: number
  readonly hasWords: boolean
  /** What of it could not be kept and will be missed, in the words of a warning, as often as it was there. */
  readonly missed: readonly string[]
}

/** `empty`: nothing in it is drawn; `refused`: it is none that can be shown. */
export type RebuiltDrawing = Drawing | 'empty' | 'refused'

const byLowerCase = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map(name => [name.toLowerCase(), name]))

/** Pages are read without regard to case. */
const elementNames = byLowerCase(drawingElements)
const attributeNames = byLowerCase(drawingAttributes)
const drawn: ReadonlySet<string> = new Set(drawnElements)
const defining: ReadonlySet<string> = new Set(definingElements)
const withText: ReadonlySet<string> = new Set(wordElements)

/** Elements that say nothing that is seen, or whose words are the drawing's name. */
const silent: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'script'])

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

const lowerName = ({ name }: XmlElement): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase()

const elementsWithin = (root: XmlElement): readonly XmlElement[] => {
  const found: XmlElement[] = []
  const open = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next)
    for (const child of next.children.toReversed()) if (isElement(child)) open.push(child)
  }
  return found
}

const hasWords = (element: XmlElement): boolean => textOf(element).trim() !== ''

/** What a drawing is called: by its label, or else by the title or the description in it. */
const nameOf = (root: XmlElement, elements: readonly XmlElement[]): string => {
  const { attributes } = root
  const labels = (attributes.get('aria-labelledby') ?? '').split(/\s+/).flatMap(id => {
    const label = id === '' ? undefined : elements.find(element => element.attributes.get('id') === id)
    return label === undefined ? [] : [textOf(label)]
  })
  const inside = (name: string): string =>
    textOf(root.children.filter(isElement).find(child => lowerName(child) === name))
  const names = [labels.join(' '), attributes.get('aria-label') ?? '', inside('title'), inside('desc')]
  return names.map(lineOfText).find(name => name !== '') ?? ''
}

/** One space for any run of white space, as SVG draws it. */
const wordsOf = (text: string): string => {
  const words = lineOfText(text)
  if (words === '') return text === '' ? '' : ' '
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`
}

const isFittingPicture = (address: string): boolean =>
  pictureWithin.test(address) && pictureSize(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')) !== null

/** Signs that take the colour of their line take that of the words around. */
const withoutContext = (value: string): string => value.replaceAll(/context-(?:fill|stroke)/gi, 'currentColor')

const conditions = ['systemLanguage', 'requiredFeatures', 'requiredExtensions'].map(name => name.toLowerCase())

const hasCondition = ({ attributes }: XmlElement): boolean =>
  [...attributes.keys()].some(name => conditions.includes(name.toLowerCase()))

/** Of what a `switch` holds: what stands there for everyone, and has no HTML in it; or else the first that has none. */
const chosenOf = (children: readonly XmlElement[]): XmlElement | undefined => {
  const shapes = children.filter(child => lowerName(child) !== 'foreignobject')
  return shapes.find(child => !hasCondition(child)) ?? shapes[0]
}

class DrawingWriter {
  parts = 0
  hasWords = false
  readonly missed: string[] = []
  readonly #root: XmlElement
  readonly #elements: readonly XmlElement[]
  readonly #plainRules: boolean
  readonly #ids = new Map<string, string>()
  readonly #idOf = (id: string): string | null => this.#ids.get(id) ?? null
  readonly #missColour = (): void => this.#miss('colours in drawings')
  readonly #written = new Set<string>()
  #sheet: string | null = null

  /**
   * @param known ids that may be referred to; all that the source has when left out
   * @param plainRules whether rules refer to gradients alone, and signs have colours of their own
   */
  constructor(root: XmlElement, known: ReadonlySet<string> | undefined, plainRules: boolean) {
    this.#root = root
    this.#plainRules = plainRules
    this.#elements = elementsWithin(root)
    for (const { attributes } of this.#elements) {
      const id = attributes.get('id')
      if (id !== undefined && !this.#ids.has(id) && known?.has(id) !== false)
        this.#ids.set(id, `i${this.#ids.size + 1}`)
    }
  }

  /** The source's ids of elements that were written; null when all are that it has. */
  get keptIds(): ReadonlySet<string> | null {
    const kept = [...this.#ids].flatMap(([id, own]) => (this.#written.has(own) ? [id] : []))
    return kept.length === this.#ids.size ? null : new Set(kept)
  }

  get name(): string {
    return nameOf(this.#root, this.#elements)
  }

  write(opening: Attributes): string {
    const sheets = this.#elements.filter(element => lowerName(element) === 'style')
    const gradients = new Set(
      this.#elements.filter(one => lowerName(one).endsWith('gradient')).map(({ attributes }) => attributes.get('id')),
    )
    this.#sheet = keptRules(sheets.map(sheet => textOf(sheet)).join('\n'), {
      idOf: this.#idOf,
      referTo: id => (this.#plainRules && !gradients.has(id) ? null : this.#idOf(id)),
      miss: this.#missColour,
    })
    if (this.#plainRules) this.#sheet = withoutContext(this.#sheet)
    if (this.#plainRules) this.#miss('patterns and signs on lines in drawings')
    const style = this.#sheet === '' ? '' : `<style>${escapeText(this.#sheet)}</style>`
    const own = this.#attributesOf(this.#root, 'svg').filter(([name]) => !rootSays.has(name))
    return writeElement('svg', [...opening, ...own], style + this.#inside(this.#root, 'svg', false))
  }

  #miss(what: string): void {
    this.missed.push(what)
  }

  #inside(element: XmlElement, name: string, isDefined: boolean): string {
    return element.children
      .map(child => {
        if (isElement(child)) return this.#element(child, withText.has(name), isDefined)
        return withText.has(name) ? escapeText(wordsOf(child)) : ''
      })
      .join('')
  }

  #element(element: XmlElement, inWords: boolean, isDefined: boolean): string {
    const lower = lowerName(element)
    if (silent.has(lower) || lower === 'style') return ''
    if (lower === 'foreignobject') {
      if (hasWords(element)) this.#miss('words in drawings, which are set as pages are')
      return ''
    }
    if (lower === 'switch') {
      const chosen = chosenOf(element.children.filter(isElement).filter(child => !silent.has(lowerName(child))))
      return chosen === undefined ? '' : this.#element(chosen, inWords, isDefined)
    }
    // What a link leads to is not kept, but what it is drawn around.
    if (lower === 'a') return this.#inside(element, inWords ? 'text' : 'g', isDefined)
    const name = elementNames.get(lower)
    if (name === undefined || (inWords && !withText.has(name))) return ''
    return this.#known(element, name, isDefined)
  }

  #known(element: XmlElement, name: string, isDefined: boolean): string {
    const attributes = this.#attributesOf(element, name)
    const refers = name === 'use' || name === 'image'
    if (refers && !attributes.some(([key]) => key === 'href')) {
      if (name === 'image') this.#miss('pictures in drawings')
      return ''
    }
    const inside =
      name === 'image' || name === 'use' ? '' : this.#inside(element, name, isDefined || defining.has(name))
    if (!isDefined && drawn.has(name)) {
      this.parts += 1
      this.hasWords ||= name === 'text' && inside.trim() !== ''
    }
    return writeElement(name, attributes, inside)
  }

  #attributesOf(element: XmlElement, name: string): Attributes {
    const kept = new Map<string, string>()
    for (const [key, written] of element.attributes) {
      const own = attributeNames.get(key.slice(key.lastIndexOf(':') + 1).toLowerCase())
      const settled = own === undefined || kept.has(own) ? null : this.#valueOf(own, written, name)
      const value = this.#plainRules && settled !== null ? withoutContext(settled) : settled
      if (own === undefined || value === null || value === '') continue
      if (isDrawingValue(own, value)) kept.set(own, value)
      else missColour(own, value, this.#missColour)
    }
    return [...kept]
  }

  #valueOf(attribute: string, written: string, element: string): string | null {
    switch (attribute) {
      case 'id': {
        const id = this.#ids.get(written) ?? null
        if (id === null || this.#written.has(id)) return null
        this.#written.add(id)
        return id
      }
      case 'href':
        return this.#reference(written.trim(), element)
      case 'class':
        return this.#sheet === ''
          ? null
          : written
              .split(/\s+/)
              .filter(name => /^[\w-]+$/.test(name))
              .join(' ')
      case 'style':
        return keptDeclarations(written, this.#idOf, this.#missColour)
      default:
        return lineOfText(settledValue(written, this.#idOf))
    }
  }

  #reference(written: string, element: string): string | null {
    if (written.startsWith('#')) {
      const id = element === 'image' ? null : this.#idOf(written.slice(1))
      return id === null ? null : `#${id}`
    }
    const address = written.replace(/\s+/g, '').replace(/^data:image\/jpg;/i, 'data:image/jpeg;')
    return element === 'image' && isFittingPicture(address) ? address : null
  }
}

/** What is said of the whole drawing anew. */
const rootSays: ReadonlySet<string> = new Set(['width', 'height', 'viewBox', 'x', 'y'])

/** Numbers as they are written: no more digits than can be seen. */
const written = (number: number): string => String(Number(number.toFixed(3)))

/** References to what was left out go, and what they were all that there was of: one left-out thing after the other. */
const MOST_PASSES = 8

const writeWhole = (
  root: XmlElement,
  opening: Attributes,
  plainRules: boolean,
): { writer: DrawingWriter; text: string } => {
  let known: ReadonlySet<string> | undefined
  for (let pass = 1; ; pass += 1) {
    const writer = new DrawingWriter(root, known, plainRules)
    const text = writer.write(opening)
    const { keptIds } = writer
    if (keptIds === null || pass === MOST_PASSES) return { writer, text }
    known = keptIds
  }
}

/**
 * Rebuilds a drawing in SVG out of the elements and attributes that a kept one may have. Ids become numbers. A drawing that was rebuilt before comes back
 * byte for byte.
 */
export const rebuildDrawing = (root: XmlElement): RebuiltDrawing => {
  if (lowerName(root) !== 'svg') return 'refused'
  const size = drawingSize(root)
  if (size === null) return 'empty'
  const opening: Attributes = [
    ['xmlns', DRAWING_NAMESPACE],
    ['width', String(size.width)],
    ['height', String(size.height)],
    ['viewBox', size.viewBox.map(written).join(' ')],
  ]
  let { writer, text } = writeWhole(root, opening, false)
  if (writer.parts === 0) return writer.missed.length === 0 ? 'empty' : 'refused'
  // Nobody can tell of which elements a rule is: with what it refers to, the drawing may come to more than it is.
  if (checkDrawing(text) !== null) ({ writer, text } = writeWhole(root, opening, true))
  if (checkDrawing(text) !== null) return 'refused'
  const { parts, hasWords: words, name, missed } = writer
  return { text, name, width: size.width, height: size.height, parts, hasWords: words, missed }
}
