import { annotationColors } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'
import type { PlacedAnnotation, PlacedChange } from '../../state/placed-annotations.ts'
import { fullness, MarkRows, rowsOf } from './mark-margin-rows.ts'
import type { Rows } from './mark-margin-rows.ts'

/** The lanes across the margin, in CSS pixels from its left edge. */
const CARDS = { left: 3, width: 2 }
const MARKS = { left: 7, width: 8 }
const HITS = { left: 2, width: 14 }
/** Height of a search hit's line. */
const HIT_ROWS = 2

/** More separate changes than this are drawn as a whole. */
const MANY = 64

interface Lanes {
  readonly cards: readonly Span[]
  readonly hits: readonly Span[]
  readonly currentHit: Span | null
}

/**
 * Draws the margin on one canvas, a row of CSS pixels at a time, sharp at any ratio of device pixels. Marks are followed by
 * their changes: one that is added has its own rows drawn again and nothing else.
 */
export class MarginDrawing {
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D
  #marks = new MarkRows(0, 0)
  #length = 0
  #lanes: Lanes = { cards: [], hits: [], currentHit: null }
  /** Rows on which a search hit lies: a search may have fifty thousand. */
  #hitRows = new Uint8Array(0)
  #dirty: Rows[] = []
  #frame = 0
  readonly #paint = new Map<string, string>()

  /** Null where the canvas cannot be drawn on. */
  static on(canvas: HTMLCanvasElement): MarginDrawing | null {
    const context = canvas.getContext('2d')
    return context === null ? null : new MarginDrawing(canvas, context)
  }

  private constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
    this.#canvas = canvas
    this.#context = context
  }

  get rows(): number {
    return this.#marks.rows
  }

  /** Takes the size that the canvas has on screen, and all marks of a text of `length` characters. */
  begin(length: number, marks: readonly PlacedAnnotation[]): void {
    const { clientWidth, clientHeight } = this.#canvas
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio)
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio)
    this.#length = length
    this.#marks = new MarkRows(clientHeight, length)
    for (const { span, annotation } of marks) if (span !== null) this.#marks.count(span, annotation.color, 1)
    this.showLanes(this.#lanes)
  }

  /** Takes in what changed among the marks. */
  follow(changes: readonly PlacedChange[]): void {
    for (const { before, after } of changes) {
      if (before?.span != null) this.#markDirty(this.#marks.count(before.span, before.annotation.color, -1))
      if (after?.span != null) this.#markDirty(this.#marks.count(after.span, after.annotation.color, 1))
    }
  }

  showLanes(lanes: Lanes): void {
    this.#lanes = lanes
    this.#hitRows = new Uint8Array(this.rows)
    for (const hit of lanes.hits) {
      const { from } = rowsOf(hit, this.rows, this.#length)
      this.#hitRows.fill(1, from, from + HIT_ROWS)
    }
    this.#markDirty({ from: 0, to: this.rows })
  }

  /** Has everything drawn again in the colours of the theme as it is then. */
  readColors(): void {
    this.#paint.clear()
    this.#markDirty({ from: 0, to: this.rows })
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  #markDirty(rows: Rows): void {
    this.#dirty.push(rows)
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      const dirty = this.#dirty.length > MANY ? [{ from: 0, to: this.rows }] : this.#dirty
      this.#dirty = []
      for (const part of dirty) this.#draw(part)
    })
  }

  #draw(part: Rows): void {
    this.#clear(part)
    for (let row = part.from; row < part.to; row += 1) {
      this.#drawMarks(row)
      if (this.#hitRows[row] === 1) this.#fill(HITS, { from: row, to: row + 1 }, '--hit-line')
    }
    for (const card of this.#lanes.cards) this.#drawPart(CARDS, rowsOf(card, this.rows, this.#length), part, '--accent')
    const { currentHit } = this.#lanes
    if (currentHit !== null) {
      const { from } = rowsOf(currentHit, this.rows, this.#length)
      this.#drawPart(HITS, { from, to: Math.min(this.rows, from + HIT_ROWS) }, part, '--ink')
    }
  }

  /** Draws as much of `rows` as lies in `part`. */
  #drawPart(lane: typeof CARDS, rows: Rows, part: Rows, name: string): void {
    const from = Math.max(rows.from, part.from)
    const to = Math.min(rows.to, part.to)
    if (from < to) this.#fill(lane, { from, to }, name)
  }

  /** The colours of a row lie beside each other, each as wide as its share of the row's marks. */
  #drawMarks(row: number): void {
    const counts = this.#marks.at(row)
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (total === 0) return
    const width = MARKS.width * fullness(total)
    let left = MARKS.left
    for (const [index, color] of annotationColors.entries()) {
      const share = (width * (counts[index] ?? 0)) / total
      if (share > 0) this.#fill({ left, width: share }, { from: row, to: row + 1 }, `--line-${color}`)
      left += share
    }
  }

  #clear({ from, to }: Rows): void {
    const top = Math.round(from * devicePixelRatio)
    this.#context.clearRect(0, top, this.#canvas.width, Math.round(to * devicePixelRatio) - top)
  }

  /** Edges lie on whole device pixels, so that rows meet without a seam. */
  #fill(lane: { readonly left: number; readonly width: number }, { from, to }: Rows, name: string): void {
    const left = Math.round(lane.left * devicePixelRatio)
    const right = Math.round((lane.left + lane.width) * devicePixelRatio)
    const top = Math.round(from * devicePixelRatio)
    this.#context.fillStyle = this.#color(name)
    this.#context.fillRect(left, top, right - left, Math.round(to * devicePixelRatio) - top)
  }

  #color(name: string): string {
    const color = this.#paint.get(name) ?? getComputedStyle(this.#canvas).getPropertyValue(name).trim()
    this.#paint.set(name, color)
    return color
  }
}
