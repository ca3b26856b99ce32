import { annotationColors, annotationStyles } from '#core/annotation/annotation.ts'
import type { AnnotationColor, AnnotationStyle } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'
import { staticRangeOf } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { MarkIndex } from './mark-index.ts'
import { overlapRegions } from './overlap-regions.ts'
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

const nameOfMark = (mark: PaintedMark): string => `${mark.style}-${mark.color}`

interface Drawn {
  readonly mark: PaintedMark
  readonly range: StaticRange
}

interface DrawnLayer {
  readonly spans: readonly Span[]
  /** The ranges of those that are painted, by their spans. */
  readonly ranges: ReadonlyMap<number, StaticRange>
}

/** One number for a span: offsets stay below 2²⁶, and two of them in the 53 bits that a number holds exactly. */
const keyOf = ({ start, end }: Span): number => start * 2 ** 26 + end

/**
 * Paints passages with the CSS Custom Highlight API, without touching the article's DOM. There is one `Highlight` for each
 * colour and style and one for each layer, however many annotations there are: one object an annotation makes layout
 * slower by two orders of magnitude. `styles/highlights.css` says what each looks like.
 *
 * Only what lies in the span of `paintNear` is painted, because the browser looks through every range whenever one is added:
 * of 10,000 ranges that takes longer than a frame, of some hundred it is not noticed (docs/decisions/0006).
 */
export class Painter {
  /** All marks, painted or not. */
  readonly marks = new MarkIndex<PaintedMark>()
  readonly #dom: ArticleDom
  readonly #highlights = new Map<string, Highlight>()
  readonly #known = new Map<string, PaintedMark>()
  readonly #drawn = new Map<string, Drawn>()
  readonly #layers = new Map<Layer, DrawnLayer>()
  #near: Span

  constructor(dom: ArticleDom) {
    this.#dom = dom
    this.#near = { start: 0, end: dom.length }
    for (const style of annotationStyles) {
      for (const color of annotationColors) {
        this.#register(`${style}-${color}`, style === 'highlight' ? HIGHLIGHT_PRIORITY : UNDERLINE_PRIORITY)
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

  /** From now on paints this part of the text; at first it is all. `anew` makes every range again, for a changed DOM. */
  paintNear(near: Span, anew = false): void {
    this.#near = near
    if (anew) {
      for (const { mark } of this.#drawn.values()) this.#erase(mark)
      for (const [layer, { spans }] of this.#layers) {
        this.#highlights.get(layer)?.clear()
        this.#layers.set(layer, { spans, ranges: new Map() })
      }
    }
    const inside = this.marks.overlapping(near)
    const kept = new Set(inside.map(({ id }) => id))
    for (const { mark } of this.#drawn.values()) if (!kept.has(mark.id)) this.#erase(mark)
    for (const mark of inside) if (!this.#drawn.has(mark.id)) this.#draw(mark)
    for (const [layer, { spans }] of this.#layers) if (layer !== 'overlap') this.paintLayer(layer, spans)
    this.#paintOverlaps()
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
    if (removed.length === 0 && added.length === 0) return
    for (const mark of removed) {
      this.#known.delete(mark.id)
      this.marks.delete(mark)
      this.#erase(mark)
    }
    for (const mark of added) {
      this.#known.set(mark.id, mark)
      if (mark.start < this.#near.end && mark.end > this.#near.start) this.#draw(mark)
    }
    this.marks.addAll(added)
    this.#paintOverlaps()
  }

  #paintOverlaps(): void {
    this.paintLayer('overlap', overlapRegions(this.marks.overlapping(this.#near)))
  }

  #draw(mark: PaintedMark): void {
    const range = staticRangeOf(this.#dom, mark)
    if (range === null) return
    this.#highlights.get(nameOfMark(mark))?.add(range)
    this.#drawn.set(mark.id, { mark, range })
  }

  #erase({ id }: PaintedMark): void {
    const drawn = this.#drawn.get(id)
    if (drawn === undefined) return
    this.#highlights.get(nameOfMark(drawn.mark))?.delete(drawn.range)
    this.#drawn.delete(id)
  }

  /** Shows exactly these spans in a layer; those that are painted already stay. */
  paintLayer(layer: Layer, spans: readonly Span[]): void {
    const highlight = this.#highlights.get(layer)
    const shown = new Map(this.#layers.get(layer)?.ranges)
    if (highlight === undefined || (spans.length === 0 && shown.size === 0)) {
      this.#layers.delete(layer)
      return
    }
    const ranges = new Map<number, StaticRange>()
    for (const span of spansIn(spans, this.#near)) {
      const key = keyOf(span)
      const range = shown.get(key) ?? ranges.get(key) ?? staticRangeOf(this.#dom, span)
      if (range === null) continue
      if (!shown.delete(key)) highlight.add(range)
      ranges.set(key, range)
    }
    for (const range of shown.values()) highlight.delete(range)
    this.#layers.set(layer, { spans, ranges })
  }

  /** Takes everything off the screen, for an article that is closed. */
  dispose(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
    this.#drawn.clear()
  }
}
