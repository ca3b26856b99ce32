import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './text-items.ts'

/** A place in a document that a link or an entry of its outline leads to. */
export interface Destination {
  /** From 0. */
  readonly page: number
  /** In the page's own space; null for the top of the page. */
  readonly left: number | null
  readonly top: number | null
}

/** Which of the numbers of a destination are its left and its upper edge, by its kind. */
const edges: Readonly<Record<string, readonly [left: number | null, top: number | null]>> = {
  XYZ: [2, 3],
  FitH: [null, 2],
  FitBH: [null, 2],
  FitR: [2, 5],
  FitV: [2, null],
  FitBV: [2, null],
}

const numberAt = (parts: readonly unknown[], place: number | null | undefined): number | null => {
  const value = place === null || place === undefined ? null : parts[place]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

type Reference = Parameters<PDFDocumentProxy['getPageIndex']>[0]

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value

/** Finds where links lead; each name and each page is looked up once. */
export class Destinations {
  readonly #document: PDFDocumentProxy
  readonly #named = new Map<string, Promise<unknown>>()
  readonly #pages = new Map<string, Promise<number | null>>()

  constructor(document: PDFDocumentProxy) {
    this.#document = document
  }

  /** Null when it leads nowhere in this document. */
  async resolve(given: unknown): Promise<Destination | null> {
    const parts: unknown = typeof given === 'string' ? await this.#byName(given) : given
    if (!Array.isArray(parts)) return null
    const [target, kind] = parts as readonly unknown[]
    const page = typeof target === 'number' ? target : isReference(target) ? await this.#pageOf(target) : null
    if (page === null || !Number.isInteger(page) || page < 0) return null
    const name = typeof kind === 'object' && kind !== null && 'name' in kind ? String(kind.name) : ''
    const [left, top] = Object.hasOwn(edges, name) ? (edges[name] ?? []) : []
    return { page, left: numberAt(parts, left), top: numberAt(parts, top) }
  }

  #byName(name: string): Promise<unknown> {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    // A name that leads nowhere, or a damaged tree of names, is a link that leads nowhere.
    const found = this.#document.getDestination(name).catch(() => null)
    this.#named.set(name, found)
    return found
  }

  #pageOf(reference: Reference): Promise<number | null> {
    const key = `${reference.num} ${reference.gen}`
    const known = this.#pages.get(key)
    if (known !== undefined) return known
    // A page that the document does not have.
    const found = this.#document.getPageIndex(reference).catch(() => null)
    this.#pages.set(key, found)
    return found
  }
}

/** The place on its page in points from the upper left corner. */
export const onPage = (
  { left, top }: Destination,
  [a, b, c, d, e, f]: Matrix,
  height: number,
): { x: number; y: number } => {
  if (top === null && left === null) return { x: 0, y: 0 }
  const x = left ?? 0
  const y = top ?? 0
  const point = { x: a * x + c * y + e, y: b * x + d * y + f }
  return { x: left === null ? 0 : point.x, y: top === null ? 0 : Math.max(0, Math.min(height, point.y)) }
}
