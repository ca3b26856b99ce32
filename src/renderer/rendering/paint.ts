import { annotationColors, annotationStyles } from '#core/annotation/annotation.ts'
import type { AnnotationColor, AnnotationStyle } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'
import { staticRangeOf } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { coveredRegions, overlapRegions } from './covered-regions.ts'
import { MarkIndex } from './mark-index.ts'
import { spansIn } from './spans-in.ts'

/** What the painter needs to know of a mark. */
export interface PaintedMark extends Span {
  readonly id: string
  readonly style: AnnotationStyle
  readonly color: AnnotationColor
}

/** Layers that show spans of their own, lowest first; marks lie between `lit` and `overlap`. */
const layers = ['lit', 'overlap', 'changed', 'hover', 'focus', 'flash', 'find', 'find-current'] as const
export type Layer = (typeof layers)[number]

const priorities: Record<Layer, number> = {
  lit: 0,
  overlap: 30,
  changed: 35,
  hover: 40,
  focus: 50,
  flash: 60,
  find: 70,
  'find-current': 80,
}
const HIGHLIGHT_PRIORITY = 10
const UNDERLINE_PRIORITY = 20

/** The names of the highlights that marks are painted in, one a look. */
const nameOfMark = ({ style, color }: Pick<PaintedMark, 'style' | 'color'>): string => `${style}-${color}`

/** One number for a span: offsets stay below 2²⁶, and two of them in the 53 bits that a number holds exactly. */
const keyOf = ({ start, end }: Span): number => start * 2 ** 26 + end

/**
 * Paints passages with the CSS Custom Highlight API, without touching the article's DOM. There is one `Highlight` for each
 * colour and style and one for each layer, however many annotations there are: one object an annotation makes layout
 * slower by two orders of magnitude. `styles/highlights.css` says what each looks like.
 *
 * The browser goes through every registered range whenever one is added (docs/decisions/0006). So only what lies in the span
 * of `paintNear` is registered, and marks of one look that lie on each other are one range.
 */
export class Painter {
  /** All marks, painted or not. */
  readonly marks = new MarkIndex<PaintedMark>()
  readonly #dom: ArticleDom
  readonly #highlights = new Map<string, Highlight>()
  /** The ranges of each highlight, by their spans. */
  readonly #ranges = new Map<string, ReadonlyMap<number, StaticRange>>()
  readonly #known = new Map<string, PaintedMark>()
  readonly #layers = new Map<Layer, readonly Span[]>()
  #near: Span

  constructor(dom: ArticleDom) {
    this.#dom = dom
    this.#near = { start: 0, end: dom.length }
    for (const style of annotationStyles) {
      for (const color of annotationColors) {
        this.#register(nameOfMark({ style, color }), style === 'highlight' ? HIGHLIGHT_PRIORITY : UNDERLINE_PRIORITY)
      }
    }
    for (const layer of layers) this.#register(layer, priorities[layer])
  }

  #register(name: string, priority: number): void {
    const highlight = new Highlight()
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
    this.#highlights.set(name, highlight)
  }

  /** From now on paints this part of the text; at first it is all. */
  paintNear(near: Span): void {
    this.#near = near
    this.#paintMarks()
    for (const [layer, spans] of this.#layers) this.#show(layer, spansIn(spans, near))
  }

  /** Makes every range again, after text nodes were changed, and from now on paints `near`. */
  paintAnew(near: Span = this.#near): void {
    for (const name of this.#ranges.keys()) this.#highlights.get(name)?.clear()
    this.#ranges.clear()
    this.paintNear(near)
  }

  /** Shows exactly these marks; only what differs from before is changed. A mark that is the same object is left alone. */
  paintMarks(marks: readonly PaintedMark[]): void {
    const gone = new Map(this.#known)
    const added: PaintedMark[] = []
    for (const mark of marks) {
      if (gone.get(mark.id) === mark) gone.delete(mark.id)
      else added.push(mark)
    }
    this.changeMarks([...gone.values()], added)
  }

  /** Takes marks away, then shows others. Costs what these are, and what lies near the view; not what else there is. */
  changeMarks(removed: readonly PaintedMark[], added: readonly PaintedMark[]): void {
    for (const mark of removed) {
      this.#known.delete(mark.id)
      this.marks.delete(mark)
    }
    for (const mark of added) this.#known.set(mark.id, mark)
    this.marks.addAll(added)
    const { start, end } = this.#near
    const isNear = (mark: PaintedMark): boolean => mark.start < end && mark.end > start
    if (removed.some(isNear) || added.some(isNear)) this.#paintMarks()
  }

  #paintMarks(): void {
    const marks = this.marks.overlapping(this.#near)
    const looks = new Map<string, PaintedMark[]>()
    for (const mark of marks) {
      const name = nameOfMark(mark)
      const alike = looks.get(name)
      if (alike === undefined) looks.set(name, [mark])
      else alike.push(mark)
    }
    for (const style of annotationStyles) {
      for (const color of annotationColors) {
        const name = nameOfMark({ style, color })
        this.#show(name, coveredRegions(looks.get(name) ?? []))
      }
    }
    this.#show('overlap', overlapRegions(marks))
  }

  /** Shows exactly these spans in a layer. */
  paintLayer(layer: Exclude<Layer, 'overlap'>, spans: readonly Span[]): void {
    if (spans.length === 0) this.#layers.delete(layer)
    else this.#layers.set(layer, spans)
    this.#show(layer, spansIn(spans, this.#near))
  }

  /** Makes a highlight hold exactly these spans; the ranges of those that it holds already stay. */
  #show(name: string, spans: readonly Span[]): void {
    const highlight = this.#highlights.get(name)
    const before = this.#ranges.get(name)
    if (highlight === undefined || (spans.length === 0 && before === undefined)) return
    const gone = new Map(before)
    const ranges = new Map<number, StaticRange>()
    for (const span of spans) {
      const key = keyOf(span)
      const range = gone.get(key) ?? ranges.get(key) ?? staticRangeOf(this.#dom, span)
      if (range === null) continue
      if (!gone.delete(key)) highlight.add(range)
      ranges.set(key, range)
    }
    for (const range of gone.values()) highlight.delete(range)
    if (ranges.size === 0) this.#ranges.delete(name)
    else this.#ranges.set(name, ranges)
  }

  /** Takes everything off the screen, for an article that is closed. */
  dispose(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
    this.#ranges.clear()
  }
}
