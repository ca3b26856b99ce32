import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from '#core/article/page-layout.ts'
import { linkTarget } from '../canonical-attributes.ts'
import type { TellProgress } from '../read-file.ts'
import { Destinations, onPage } from './destinations.ts'
import type { Destination } from './destinations.ts'
import { DrawnSigns } from './drawn-signs.ts'
import { FontFaces } from './font-faces.ts'
import { formValues } from './form-values.ts'
import type { GivenField } from './form-values.ts'
import type { PageText } from './layout/page-text.ts'
import type { PageLink } from './page-links.ts'
import { inLigatureOrder } from './ligature-order.ts'
import { withWidthsOfSigns } from './sign-widths.ts'
import { isText, pageText } from './text-items.ts'
import type { GivenPage, Matrix } from './text-items.ts'

/** Pages, and links and fields, read at most: more than any book has. */
const MOST_PAGES = 10_000
const MOST_ANNOTATIONS = 20_000
/** Pages one after another that cannot be read, after which there are no more: a damaged file may claim any number. */
const MOST_MISSING = 50
/** Points of the longest side of a page that can be shown. */
const LONGEST_SIDE = 20_000

/** Of a page that cannot be read: that of a letter. */
const UNKNOWN_SIZE = { width: 612, height: 792 }

/** A place that links lead to, in points from the upper left corner of its page. */
export interface Target {
  readonly name: string
  readonly page: number
  readonly x: number
  readonly y: number
}

export interface ReadPages {
  readonly sizes: readonly PageSize[]
  readonly texts: readonly PageText[]
  readonly targets: readonly Target[]
  /** BCP 47 as the document says it; null when it does not. */
  readonly language: string | null
  /** Numbers from 1 of pages that could not be read. */
  readonly missing: readonly number[]
  /** True when pages were left out because there are too many. */
  readonly cut: boolean
}

/** What pdf.js says of a link, or of a field. */
interface GivenAnnotation extends GivenField {
  readonly annotationType?: unknown
  readonly pageIndex?: unknown
  readonly url?: unknown
  readonly dest?: unknown
}

const LINK = 2
/** A field of a form. */
const WIDGET = 20

/** Links and fields by page; a damaged document has none. */
const annotationsOf = async (document: PDFDocumentProxy): Promise<ReadonlyMap<number, GivenAnnotation[]>> => {
  const byPage = new Map<number, GivenAnnotation[]>()
  if (document.numPages > MOST_PAGES) return byPage
  try {
    const wanted = new Set([LINK, WIDGET])
    const all = (await document.getAnnotationsByType(wanted, new Set())) as readonly GivenAnnotation[] | null
    for (const annotation of (all ?? []).slice(0, MOST_ANNOTATIONS)) {
      const page = Number(annotation.pageIndex)
      const others = byPage.get(page)
      if (others === undefined) byPage.set(page, [annotation])
      else others.push(annotation)
    }
  } catch {
    // Text without links and fields is better than none.
    byPage.clear()
  }
  return byPage
}

const numbers = (value: unknown, count: number): readonly number[] | null =>
  Array.isArray(value) &&
  value.length === count &&
  value.every(part => typeof part === 'number' && Number.isFinite(part))
    ? (value as readonly number[])
    : null

/** Names of places, and the places, which are known in points only when their pages have been read. */
class Targets {
  readonly #names = new Map<string, Destination>()

  nameOf(destination: Destination): string {
    const name = `page-${destination.page}-${destination.left ?? ''}-${destination.top ?? ''}`
    this.#names.set(name, destination)
    return name
  }

  on(pages: readonly GivenPage[]): Target[] {
    return [...this.#names].flatMap(([name, destination]) => {
      const page = pages[destination.page]
      return page === undefined
        ? []
        : [{ name, page: page.number, ...onPage(destination, page.transform, page.height) }]
    })
  }
}

const pageLink = async (
  { rect, url, dest }: GivenAnnotation,
  [a, b, c, d, e, f]: Matrix,
  destinations: Destinations,
  targets: Targets,
): Promise<PageLink[]> => {
  const edges = numbers(rect, 4)
  if (edges === null) return []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges
  const corners = [
    [x1, y1],
    [x2, y2],
  ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }))
  const destination = typeof url === 'string' ? null : await destinations.resolve(dest)
  const address = typeof url === 'string' ? linkTarget(url, undefined) : null
  const target = address ?? (destination === null ? null : `#${targets.nameOf(destination)}`)
  if (target === null || (target.startsWith('#') && destination === null)) return []
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), target }]
}

const givenPage = (page: PDFPageProxy, number: number): GivenPage => {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const side = (value: number): number => (value > 0 && value <= LONGEST_SIDE ? value : LONGEST_SIDE)
  const scale = page.userUnit > 0 ? page.userUnit : 1
  return {
    number,
    width: side(width),
    height: side(height),
    transform: transform as unknown as Matrix,
    scale,
    links: [],
  }
}

/** Reads a document's pages one after another; each is let go before the next one. `tell` hears of each. */
export const readPages = async (document: PDFDocumentProxy, tell?: TellProgress): Promise<ReadPages> => {
  const annotations = await annotationsOf(document)
  const destinations = new Destinations(document)
  const targets = new Targets()
  const fonts = new FontFaces()
  const texts: PageText[] = []
  const given: GivenPage[] = []
  const missing: number[] = []
  let language: string | null = null
  let lost = 0
  const count = Math.min(document.numPages, MOST_PAGES)
  for (let number = 0; number < count && lost < MOST_MISSING; number += 1) {
    try {
      const page = await document.getPage(number + 1)
      const size = givenPage(page, number)
      const all = annotations.get(number) ?? []
      const links = all.filter(({ annotationType }) => annotationType === LINK)
      const onIt = await Promise.all(links.map(link => pageLink(link, size.transform, destinations, targets)))
      const filledIn = all.filter(({ annotationType }) => annotationType === WIDGET).flatMap(formValues)
      const content = await page.getTextContent({ includeMarkedContent: true })
      await fonts.learn(page, Object.keys(content.styles))
      const signs = new DrawnSigns(page)
      const wide = await withWidthsOfSigns(signs, content.items, isText)
      const items = [...(await inLigatureOrder(signs, wide, isText)), ...filledIn]
      texts.push(pageText({ ...content, items }, { ...size, links: onIt.flat() }, fonts.faces))
      given.push(size)
      language ??= content.lang
      lost = 0
      page.cleanup()
    } catch {
      // Its number stays taken, so that links and the pages after it agree.
      missing.push(number + 1)
      texts.push({ number, ...UNKNOWN_SIZE, frames: [] })
      given.push({ number, ...UNKNOWN_SIZE, transform: [1, 0, 0, 1, 0, 0], scale: 1, links: [] })
      lost += 1
    }
    await tell?.({ unit: 'page', number: number + 1, total: count })
  }
  // What is missing at the end was only claimed to be there.
  if (lost > 0) {
    given.splice(-lost)
    texts.splice(-lost)
  }
  return {
    sizes: given.map(({ width, height }) => ({ width, height })),
    texts,
    targets: targets.on(given),
    language,
    missing,
    cut: document.numPages > MOST_PAGES,
  }
}
