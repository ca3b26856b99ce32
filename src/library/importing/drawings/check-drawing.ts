import {
  drawingAttributes,
  drawingElements,
  isDrawingValue,
  isStyleRule,
  wordElements,
} from '#core/article/drawing-vocabulary.ts'
import { DRAWING_NAMESPACE, DRAWING_START } from '#core/article/drawing-start.ts'
import { beginsAsKept } from './begins-as-kept.ts'
import { canBeDrawn, referencesIn, referringRule } from './count-drawn.ts'
import type { DrawnElement, ReferringRule } from './count-drawn.ts'
import { MOST_PIXELS, pictureSize } from '../pictures/picture-size.ts'

/** Elements of one drawing. */
const MOST_ELEMENTS = 30_000

/** Elements in one another. */
const DEEPEST = 200

const elements: ReadonlySet<string> = new Set(drawingElements)
const attributes: ReadonlySet<string> = new Set(drawingAttributes)
const withText: ReadonlySet<string> = new Set(wordElements)

/** A tag as a drawing is written, or the text up to the next one. */
const nextPart = /<(\/?)([A-Za-z]+)((?: [A-Za-z\d-]+="[^"<>]*")*)(\/?)>|[^<>]+/y
const nextAttribute = / ([A-Za-z\d-]+)="([^"]*)"/g
const size = /^\d{1,4}(?:\.\d{1,2})?$/

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Text with its character references resolved; null when there are others than a drawing is written with. */
const resolve = (text: string): string | null => {
  if (!text.includes('&')) return text
  const resolved = text.replace(/&(?:[a-z]+;)?/g, reference => characters[reference] ?? '\0')
  return resolved.includes('\0') ? null : resolved
}

const NOT_A_SHEET = 'it has a style sheet that may not be there'

/** Reads a drawing once from its start to its end. */
class DrawingCheck {
  readonly #byId = new Map<string, DrawnElement>()
  readonly #open: DrawnElement[] = []
  readonly #rules: ReferringRule[] = []
  #root: DrawnElement | null = null
  #number = 0
  /** Of the pictures in it. */
  #pixels = 0

  #end(name: string, written: string): string | null {
    return this.#open.pop()?.name === name && written === '' ? null : 'its elements do not end as they begin'
  }

  /** Goes through the text part by part, and says what is amiss. */
  *read(text: string): Generator<void, string | null> {
    for (let place = 0; place < text.length;) {
      nextPart.lastIndex = place
      const part = nextPart.exec(text)
      place = nextPart.lastIndex
      if (part === null) return 'it is not written as an importer writes it'
      const [whole, slash, name, written = '', empty = ''] = part
      const amiss =
        name === undefined
          ? yield* this.#text(whole)
          : slash === '/'
            ? this.#end(name, written + empty)
            : this.#start(name, written, empty === '/')
      if (amiss !== null) return amiss
      yield
    }
    if (this.#open.length > 0 || this.#root === null) return 'it has an element without an end'
    // A pattern that signs on a line take over from the line would be counted where it is not drawn.
    const borrows = /context-(?:fill|stroke)/i.test(text) && text.includes('<pattern')
    return borrows || !canBeDrawn(this.#root, this.#byId, this.#rules) ? 'it draws more than can be shown' : null
  }

  /** Goes through a style sheet rule by rule. */
  *#styleSheet(sheet: string): Generator<void, string | null> {
    const rules = sheet.split('}')
    if (rules.pop() !== '') return NOT_A_SHEET
    for (const rule of rules) {
      if (!isStyleRule(rule)) return NOT_A_SHEET
      const referring = referringRule(rule)
      if (referring !== null) this.#rules.push(referring)
      yield
    }
    return null
  }

  *#text(written: string): Generator<void, string | null> {
    const holder = this.#open.at(-1)?.name ?? ''
    const text = resolve(written)
    if (text === null) return 'it has a character reference that may not be there'
    if (holder === 'style') return yield* this.#styleSheet(text)
    return withText.has(holder) ? null : 'it has text outside of its words'
  }

  #start(name: string, written: string, isEmpty: boolean): string | null {
    const isRoot = this.#root === null
    if (!elements.has(name) || (isRoot && name !== 'svg')) return `it has an element that may not be there: <${name}>`
    if ((this.#number += 1) > MOST_ELEMENTS) return 'it has more elements than can be shown'
    if (this.#open.length >= DEEPEST) return 'its elements are in one another too deep'
    const around = this.#open.at(-1) ?? null
    const element: DrawnElement = { name, around, children: [], id: null, classes: [], references: [], corners: 0 }
    if (around === null && !isRoot) return 'it has a second root'
    if (around !== null && (around.name === 'style' || (withText.has(around.name) && !withText.has(name))))
      return `it has an element in a wrong place: <${name}>`
    around?.children.push(element)
    this.#root ??= element
    for (const [, key = '', value = ''] of written.matchAll(nextAttribute)) {
      const amiss = this.#attribute(element, key, value, isRoot)
      if (amiss !== null) return amiss
    }
    if (!isEmpty) this.#open.push(element)
    return null
  }

  #attribute(element: DrawnElement, key: string, written: string, isRoot: boolean): string | null {
    const value = resolve(written)
    if (key === 'xmlns' && isRoot && value === DRAWING_NAMESPACE) return null
    if (value === null || !attributes.has(key) || !isDrawingValue(key, value))
      return `it has an attribute that may not be there: ${key}`
    if (isRoot && (key === 'width' || key === 'height') && !size.test(value)) return 'it does not say its size'
    if (key === 'id') {
      if (this.#byId.has(value)) return 'it has two places of one name'
      this.#byId.set(value, element)
      element.id = value
    }
    for (const reference of referencesIn(element.name, key, value)) element.references.push(reference)
    if (key === 'href' && value.startsWith('data:')) {
      const picture = pictureSize(Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'))
      this.#pixels += picture === null ? Infinity : picture.width * picture.height
      if (this.#pixels > MOST_PIXELS) return 'its pictures have more points than can be shown'
    }
    if (key === 'class') element.classes = value.split(' ')
    if (key === 'd' || key === 'points') element.corners = value.length
    return null
  }
}

const NOT_BEGUN = 'it does not begin as drawings do'

/**
 * Looks at a drawing as `rebuildDrawing` writes it: one pass without a parser. Gives a clause that says what is amiss first; null when there is nothing in it
 * that a kept drawing may not have.
 */
export const checkDrawing = (text: string): string | null => {
  if (!text.startsWith(DRAWING_START)) return NOT_BEGUN
  const reading = new DrawingCheck().read(text)
  let step = reading.next()
  while (step.done !== true) step = reading.next()
  return step.value
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of what may be a drawing; null for what is none by its beginning, or no text. */
const textIn = (bytes: Uint8Array): string | null => {
  if (!beginsAsKept(bytes)) return null
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The text of a drawing that may be kept and shown; null for any other bytes. */
export const drawingIn = (bytes: Uint8Array): string | null => {
  const text = textIn(bytes)
  return text !== null && checkDrawing(text) === null ? text : null
}

/** What is amiss with the bytes of a drawing, as `checkDrawing` says it; `turn` is awaited between its parts when it asks for that. */
export const checkDrawingInTurns = async (
  bytes: Uint8Array,
  turn: () => Promise<void> | undefined,
): Promise<string | null> => {
  const text = textIn(bytes)
  if (text === null) return NOT_BEGUN
  const reading = new DrawingCheck().read(text)
  let step = reading.next()
  while (step.done !== true) {
    const wait = turn()
    if (wait !== undefined) await wait
    step = reading.next()
  }
  return step.value
}
