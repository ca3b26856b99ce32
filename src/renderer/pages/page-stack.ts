import type { PageSize } from '#core/article/page-layout.ts'
import { bisect } from '#core/order/bisect.ts'

/** CSS pixels between one page and the next, and beside the widest one. */
const GAP = 18

/** Where a page stands below the ones before, in CSS pixels from the upper left corner of them all. */
interface PageBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pages below each other, the narrower ones in the middle. `scale` is CSS pixels a point. */
export class PageStack {
  readonly scale: number
  readonly width: number
  readonly height: number
  readonly #sizes: readonly PageSize[]
  /** Upper edge of each page, and at the end the lower edge of all with the gap below. */
  readonly #tops: Float64Array

  constructor(sizes: readonly PageSize[], scale: number) {
    this.#sizes = sizes
    this.scale = scale
    this.#tops = new Float64Array(sizes.length + 1)
    let top = 0
    let widest = 0
    for (const [page, { width, height }] of sizes.entries()) {
      this.#tops[page] = top
      top += height * scale + GAP
      widest = Math.max(widest, width)
    }
    this.#tops[sizes.length] = top
    this.width = widest * scale
    this.height = Math.max(0, top - GAP)
  }

  get count(): number {
    return this.#sizes.length
  }

  box(page: number): PageBox {
    const { width, height } = this.#sizes[page] ?? { width: 0, height: 0 }
    return {
      left: (this.width - width * this.scale) / 2,
      top: this.#tops[page] ?? this.height,
      width: width * this.scale,
      height: height * this.scale,
    }
  }

  /** Number of the page at a height, a gap counted with the page above it; the first or last one beyond the ends. */
  pageAt(y: number): number {
    const next = bisect(0, this.count, page => (this.#tops[page] ?? 0) <= y)
    return Math.min(Math.max(0, next - 1), Math.max(0, this.count - 1))
  }

  /** Numbers of the first page between two heights, and of the one after the last. */
  between(from: number, to: number): { readonly from: number; readonly to: number } {
    return this.count === 0 ? { from: 0, to: 0 } : { from: this.pageAt(from), to: this.pageAt(to) + 1 }
  }
}
