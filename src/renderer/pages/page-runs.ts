import type { PackedLayout } from '#core/article/packed-layout.ts'
import { unpackLayout } from '#core/article/packed-layout.ts'
import type { PageSize } from '#core/article/page-layout.ts'
import type { PagePlace } from '#core/article/page-place.ts'
import { bisect } from '#core/order/bisect.ts'
import type { Span } from '#core/text/span.ts'

/** A run of the text and its place on its page. */
export interface TextRun extends Span, PagePlace {
  /** The box that holds it, however it is turned. */
  readonly box: RunBox
}

export interface RunBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Runs one after another in the text that stand on the same page. */
export interface Stretch extends Span {
  readonly page: number
  /** Numbers of its first run and of the one after its last. */
  readonly from: number
  readonly to: number
}

function boxOf(x: number, y: number, width: number, height: number, rotation: number): RunBox {
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const xs = [0, width * cos, -height * sin, width * cos - height * sin]
  const ys = [0, width * sin, height * cos, width * sin + height * cos]
  return {
    left: x + Math.min(...xs),
    right: x + Math.max(...xs),
    top: y + Math.min(...ys),
    bottom: y + Math.max(...ys),
  }
}

/** Where a text stands on its pages, asked by offset or by page. */
export class PageRuns {
  readonly pages: readonly PageSize[]
  readonly runs: readonly TextRun[]
  /** In the text's order; they cover all of it, what has no place with the run before. */
  readonly stretches: readonly Stretch[]
  readonly #byPage: readonly (readonly number[])[]

  constructor(layout: PackedLayout, textLength: number) {
    const { pages, runs } = unpackLayout(layout)
    this.pages = pages
    this.runs = runs.map(([start, end, page, x, y, width, height, rotation]) => ({
      start,
      end,
      page,
      x,
      y,
      width,
      height,
      rotation,
      box: boxOf(x, y, width, height, rotation),
    }))
    const byPage: number[][] = pages.map(() => [])
    for (const [number, { page }] of this.runs.entries()) byPage[page]?.push(number)
    this.#byPage = byPage
    this.stretches = stretchesOf(this.runs, textLength)
  }

  /** Numbers of the runs on a page, in the text's order. */
  on(page: number): readonly number[] {
    return this.#byPage[page] ?? []
  }

  /** Number of the run that holds the character at `offset`, or else of the next one, or of the last; -1 without runs. */
  at(offset: number): number {
    const found = bisect(0, this.runs.length, run => (this.runs[run]?.end ?? 0) <= offset)
    return Math.min(found, this.runs.length - 1)
  }

  /**
   * Offset of the first run, in the text's order, on a page that ends below a height (points from the page's upper edge): of two columns the
   * first one's line. Of a page where none does the first one on the pages after it.
   */
  offsetBelow(page: number, y: number): number {
    const below = this.on(page).find(run => (this.runs[run]?.box.bottom ?? 0) > y)
    for (let next = page, found = below; next < this.pages.length; next += 1, found = this.on(next)[0]) {
      const run = found === undefined ? undefined : this.runs[found]
      if (run !== undefined) return run.start
    }
    return this.runs.at(-1)?.start ?? 0
  }

  /** From the first to the last character on some pages; `to` is the page after the last. */
  spanOf(from: number, to: number): Span {
    let start = Infinity
    let end = 0
    for (let page = from; page < to; page += 1) {
      const numbers = this.on(page)
      start = Math.min(start, this.runs[numbers[0] ?? -1]?.start ?? Infinity)
      end = Math.max(end, this.runs[numbers.at(-1) ?? -1]?.end ?? 0)
    }
    return start < end ? { start, end } : { start: 0, end: 0 }
  }
}

function stretchesOf(runs: readonly TextRun[], textLength: number): readonly Stretch[] {
  const starts = runs.flatMap((run, number) => (runs[number - 1]?.page === run.page ? [] : [number]))
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? runs.length
    return {
      page: runs[from]?.page ?? 0,
      from,
      to,
      start: index === 0 ? 0 : (runs[from]?.start ?? 0),
      end: runs[to]?.start ?? textLength,
    }
  })
}
