import type { Block } from '#core/article/article.ts'
import type { Span } from '#core/text/span.ts'

/** Fewest characters of a chunk, in UTF-16 units: two to three screens, laid out in a few milliseconds. */
export const CHUNK_LENGTH = 4_000

/** A piece of an article's HTML: whole top-level elements, and the blocks in it. */
export interface Piece extends Span {
  /** Names of its first and last element, whose margins are those of the piece; empty when they are not known. */
  readonly opens: string
  readonly closes: string
  readonly html: { readonly from: number; readonly to: number }
  /** Numbers of its first block and of the first one after it. */
  readonly blocks: { readonly from: number; readonly to: number }
}

/** Elements without an end tag, of those that canonical content may have. */
const voids: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'wbr', 'col'])
/** A heading stays with what it stands above. */
const heading = /^h[1-6]$/

interface TopElement {
  readonly name: string
  readonly from: number
  /** Number of its first block; -1 when it has none. */
  readonly block: number
}

const nameEnd = /[\s/>]/g

/** Offset after the tag that begins at `at`; attribute values may hold any character but their quotation mark. */
function tagEnd(html: string, at: number): number {
  let close = html.indexOf('>', at)
  let quote = html.indexOf('"', at)
  while (quote !== -1 && quote < close) {
    const unquote = html.indexOf('"', quote + 1)
    if (unquote === -1) return -1
    if (unquote > close) close = html.indexOf('>', unquote)
    quote = html.indexOf('"', unquote + 1)
  }
  return close === -1 ? -1 : close + 1
}

/** The top-level elements of well-formed HTML with their first blocks; null when it is not well-formed. */
function topElements(html: string, numbers: ReadonlyMap<string, number>): readonly TopElement[] | null {
  const found: TopElement[] = []
  let depth = 0
  let name = ''
  let from = 0
  let block = -1
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const end = tagEnd(html, at)
    if (end === -1 || html.charAt(at + 1) === '!') return null
    if (html.charAt(at + 1) === '/') depth -= 1
    else {
      nameEnd.lastIndex = at + 1
      const tag = html.slice(at + 1, nameEnd.exec(html)?.index).toLowerCase()
      if (depth === 0) [name, from, block] = [tag, at, -1]
      if (block === -1) block = blockIn(html.slice(at, end), numbers)
      if (!voids.has(tag)) depth += 1
    }
    if (depth < 0) return null
    if (depth === 0) found.push({ name, from, block })
    at = end
  }
  return depth === 0 ? found : null
}

function blockIn(tag: string, numbers: ReadonlyMap<string, number>): number {
  const id = /\sdata-block="([^"]*)"/.exec(tag)?.[1]
  return id === undefined ? -1 : (numbers.get(id) ?? -1)
}

/**
 * Cuts an article's HTML into pieces of some thousand characters, between top-level elements but not below a heading. HTML that is not well-formed, or whose blocks are not in order, stays in one piece: what it then becomes is
 * checked where it is built.
 */
export function splitContent(html: string, blocks: readonly Block[], length: number): readonly Piece[] {
  const elements = topElements(html, new Map(blocks.map(({ id }, number) => [id, number])))
  const cuts = elements === null ? [] : cutsBetween(elements, blocks)
  return [0, ...cuts].map((cut, index): Piece => {
    const next = cuts[index]
    const [first, after] = [elements?.[cut], next === undefined ? undefined : elements?.[next]]
    const from = cut === 0 ? 0 : (first?.block ?? 0)
    const to = after?.block ?? blocks.length
    return {
      opens: first?.name ?? '',
      closes: elements?.at(next === undefined ? -1 : next - 1)?.name ?? '',
      start: cut === 0 ? 0 : (blocks[from]?.start ?? 0),
      end: after === undefined ? length : (blocks[to - 1]?.end ?? length),
      html: { from: cut === 0 ? 0 : (first?.from ?? 0), to: after?.from ?? html.length },
      blocks: { from, to },
    }
  })
}

/** Numbers of the elements that begin a piece, but for the first one; none when the blocks are not in order. */
function cutsBetween(elements: readonly TopElement[], blocks: readonly Block[]): readonly number[] {
  const cuts: number[] = []
  let reached = 0
  let filledFrom = blocks[0]?.start ?? 0
  for (const [index, { block }] of elements.entries()) {
    if (block === -1) continue
    if (block < reached) return []
    reached = block
    const before = elements[index - 1]
    const start = blocks[block]?.start ?? 0
    if (before === undefined || start - filledFrom < CHUNK_LENGTH || heading.test(before.name)) continue
    cuts.push(index)
    filledFrom = start
  }
  return cuts
}
