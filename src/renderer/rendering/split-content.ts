import type { Block } from '#core/article/article.ts'
import type { Span } from '#core/text/span.ts'

/** Fewest characters of a chunk, in UTF-16 units: two to three screens, laid out in a few milliseconds. */
export const CHUNK_LENGTH = 4_000
/** Where no good place to cut comes, a chunk is cut anyway at this length. */
const LONGEST = 3 * CHUNK_LENGTH

/** A piece of an article's HTML: whole top-level elements, and the blocks in it. */
export interface Piece extends Span {
  readonly html: { readonly from: number; readonly to: number }
  /** Numbers of its first block and of the first one after it. */
  readonly blocks: { readonly from: number; readonly to: number }
}

/** Elements without an end tag, of those that canonical content may have. */
const voids: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'wbr', 'col'])
/** Elements whose margins are those of running text, so that a cut beside them is not seen. styles/article.css relies on it. */
const plain: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'blockquote', 'pre'])
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

function cutsWell(before: TopElement, after: TopElement): boolean {
  return plain.has(before.name) && (plain.has(after.name) || heading.test(after.name))
}

/**
 * Cuts an article's HTML into pieces of some thousand characters, between top-level elements, at places where a cut is not
 * seen. HTML that is not well-formed, or whose blocks are not in order, stays in one piece: what it then becomes is
 * checked where it is built.
 */
export function splitContent(html: string, blocks: readonly Block[], length: number): readonly Piece[] {
  const whole: readonly Piece[] = [
    { start: 0, end: length, html: { from: 0, to: html.length }, blocks: { from: 0, to: blocks.length } },
  ]
  const elements = topElements(html, new Map(blocks.map(({ id }, number) => [id, number])))
  if (elements === null) return whole
  const cuts: { readonly html: number; readonly block: number }[] = [{ html: 0, block: 0 }]
  let reached = 0
  for (const [index, element] of elements.entries()) {
    if (element.block === -1) continue
    if (element.block < reached) return whole
    reached = element.block
    const before = elements[index - 1]
    const filled = (blocks[element.block]?.start ?? 0) - (blocks[cuts.at(-1)?.block ?? 0]?.start ?? 0)
    if (before === undefined || filled < CHUNK_LENGTH) continue
    if (filled >= LONGEST || cutsWell(before, element)) cuts.push({ html: element.from, block: element.block })
  }
  return cuts.map((cut, index) => {
    const next = cuts[index + 1]
    const to = next?.block ?? blocks.length
    return {
      start: index === 0 ? 0 : (blocks[cut.block]?.start ?? 0),
      end: next === undefined ? length : (blocks[to - 1]?.end ?? length),
      html: { from: cut.html, to: next?.html ?? html.length },
      blocks: { from: cut.block, to },
    }
  })
}
