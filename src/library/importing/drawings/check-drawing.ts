import {
  DRAWING_NAMESPACE,
  DRAWING_START,
  drawingAttributes,
  drawingElements,
  isDrawingValue,
  isStyleSheet,
  placesIn,
  wordElements,
} from '#core/article/drawing-vocabulary.ts'

/** Bytes of the largest drawing that is kept. */
export const LARGEST_DRAWING = 8 * 1024 * 1024

/** Elements of one drawing, and those that are drawn when each is counted as often as something refers to it. */
const MOST_ELEMENTS = 30_000
const MOST_DRAWN = 200_000

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

/** Something in the drawing that is drawn once more where it is referred to. */
interface Reference {
  readonly id: string
  /** A sign that stands at each corner of a line (`marker-mid`), and not once. */
  readonly atCorners: boolean
}

interface CheckedElement {
  readonly isGradient: boolean
  readonly children: CheckedElement[]
  readonly references: Reference[]
  classes: readonly string[]
  /** Places on a line at which a sign may be drawn. */
  corners: number
  /** What it comes to with all that it holds and refers to; null while that is being counted. */
  drawn: number | null | undefined
}

/** References from one thing to the next, and elements in one another, that are followed. */
const DEEPEST_COUNT = 1_000

/** Counts what is drawn of an element; `Infinity` when it refers to itself, or to more than anyone can tell. */
const countDrawn = (
  element: CheckedElement,
  referencesOf: (element: CheckedElement) => readonly { readonly to: CheckedElement; readonly atCorners: boolean }[],
  depth = 0,
): number => {
  if (element.isGradient) return 1
  if (element.drawn === null || depth > DEEPEST_COUNT) return Infinity
  if (element.drawn !== undefined) return element.drawn
  element.drawn = null
  let drawn = 1
  for (const child of element.children) drawn += countDrawn(child, referencesOf, depth + 1)
  for (const { to, atCorners } of referencesOf(element))
    drawn += countDrawn(to, referencesOf, depth + 1) * (atCorners ? Math.max(1, element.corners) : 1)
  element.drawn = drawn
  return drawn
}

const referencesIn = (key: string, value: string): readonly Reference[] => {
  const atCorners = key === 'style' ? /\bmarker(?:-mid)?:/.test(value) : key === 'marker' || key === 'marker-mid'
  return placesIn(value).map(id => ({ id, atCorners }))
}

/** What the rules of a style sheet refer to: by the class that a rule is about, or of any element (`*`). */
const referencesOfRules = (sheet: string): readonly (readonly [string, Reference])[] =>
  sheet.split('}').flatMap(rule => {
    const brace = rule.indexOf('{')
    const found = referencesIn('style', rule.slice(brace + 1))
    if (found.length === 0) return []
    return rule
      .slice(0, brace)
      .split(',')
      .flatMap(selector => {
        const about = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? '*'
        return found.map(reference => [about, reference] as const)
      })
  })

/** Reads a drawing once from its start to its end. */
class DrawingCheck {
  readonly #byId = new Map<string, CheckedElement>()
  readonly #open: { readonly name: string; readonly element: CheckedElement }[] = []
  readonly #byRule = new Map<string, Reference[]>()
  #root: CheckedElement | null = null
  #number = 0

  read(text: string): string | null {
    nextPart.lastIndex = 0
    for (let place = 0; place < text.length; place = nextPart.lastIndex) {
      const part = nextPart.exec(text)
      if (part === null) return 'it is not written as an importer writes it'
      const [whole, slash, name, written = '', empty = ''] = part
      const amiss =
        name === undefined
          ? this.#text(whole)
          : slash === '/'
            ? this.#end(name, written + empty)
            : this.#start(name, written, empty === '/')
      if (amiss !== null) return amiss
    }
    if (this.#open.length > 0 || this.#root === null) return 'it has an element without an end'
    return countDrawn(this.#root, element => this.#referencesOf(element)) > MOST_DRAWN
      ? 'it draws more than can be shown'
      : null
  }

  #referencesOf({ references, classes }: CheckedElement): { to: CheckedElement; atCorners: boolean }[] {
    const byRule = this.#byRule.size === 0 ? [] : ['*', ...classes].flatMap(name => this.#byRule.get(name) ?? [])
    return [...references, ...byRule].flatMap(({ id, atCorners }) => {
      const to = this.#byId.get(id)
      return to === undefined ? [] : [{ to, atCorners }]
    })
  }

  #styleSheet(sheet: string): string | null {
    if (!isStyleSheet(sheet)) return 'it has a style sheet that may not be there'
    for (const [about, reference] of referencesOfRules(sheet))
      this.#byRule.set(about, [...(this.#byRule.get(about) ?? []), reference])
    return null
  }

  #text(written: string): string | null {
    const holder = this.#open.at(-1)?.name ?? ''
    const text = resolve(written)
    if (text === null) return 'it has a character reference that may not be there'
    if (holder === 'style') return this.#styleSheet(text)
    return withText.has(holder) ? null : 'it has text outside of its words'
  }

  #start(name: string, written: string, isEmpty: boolean): string | null {
    const isRoot = this.#root === null
    if (!elements.has(name) || (isRoot && name !== 'svg')) return `it has an element that may not be there: <${name}>`
    if ((this.#number += 1) > MOST_ELEMENTS) return 'it has more elements than can be shown'
    if (this.#open.length >= DEEPEST) return 'its elements are in one another too deep'
    const element: CheckedElement = {
      isGradient: name.endsWith('Gradient'),
      children: [],
      references: [],
      classes: [],
      corners: 0,
      drawn: undefined,
    }
    const around = this.#open.at(-1)
    if (around === undefined && !isRoot) return 'it has a second root'
    if (around !== undefined && (around.name === 'style' || (withText.has(around.name) && !withText.has(name))))
      return `it has an element in a wrong place: <${name}>`
    around?.element.children.push(element)
    this.#root ??= element
    for (const [, key = '', value = ''] of written.matchAll(nextAttribute)) {
      const amiss = this.#attribute(element, key, value, isRoot)
      if (amiss !== null) return amiss
    }
    if (!isEmpty) this.#open.push({ name, element })
    return null
  }

  #attribute(element: CheckedElement, key: string, written: string, isRoot: boolean): string | null {
    const value = resolve(written)
    if (key === 'xmlns' && isRoot && value === DRAWING_NAMESPACE) return null
    if (value === null || !attributes.has(key) || !isDrawingValue(key, value))
      return `it has an attribute that may not be there: ${key}`
    if (isRoot && (key === 'width' || key === 'height') && !size.test(value)) return 'it does not say its size'
    if (key === 'id') {
      if (this.#byId.has(value)) return 'it has two places of one name'
      this.#byId.set(value, element)
    }
    element.references.push(...referencesIn(key, value))
    if (key === 'class') element.classes = value.split(' ')
    if (key === 'd' || key === 'points') element.corners = value.length >> 2
    return null
  }

  #end(name: string, written: string): string | null {
    return this.#open.pop()?.name === name && written === '' ? null : 'its elements do not end as they begin'
  }
}

/**
 * Looks at a drawing as `rebuildDrawing` writes it: one pass without a parser. Gives a clause that says what is amiss first; null when there is nothing in it
 * that a kept drawing may not have.
 */
export const checkDrawing = (text: string): string | null =>
  text.startsWith(DRAWING_START) ? new DrawingCheck().read(text) : 'it does not begin as drawings do'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const start = new TextEncoder().encode(DRAWING_START)

/** The text of a drawing that may be kept and shown; null for any other bytes. */
export const drawingIn = (bytes: Uint8Array): string | null => {
  if (bytes.length > LARGEST_DRAWING || !start.every((byte, index) => bytes[index] === byte)) return null
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
  return checkDrawing(text) === null ? text : null
}
