import { annotationColors, annotationStyles } from '#core/annotation/annotation.ts'
import type { AnnotationColor, AnnotationStyle } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'
import { staticRangeOf } from './article-dom.ts'
import type { ArticleDom } from './article-dom.ts'
import { overlapRegions } from './overlap-regions.ts'

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

/**
 * Paints passages with the CSS Custom Highlight API, without touching the article's DOM. There is one `Highlight` for each
 * colour and style and one for each layer, however many annotations there are: one object an annotation makes layout
 * slower by two orders of magnitude. `styles/highlights.css` says what each looks like.
 */
export class Painter {
  readonly #dom: ArticleDom
  readonly #highlights = new Map<string, Highlight>()
  readonly #drawn = new Map<string, Drawn>()
  readonly #layers = new Map<Layer, Map<string, StaticRange>>()

  constructor(dom: ArticleDom) {
    this.#dom = dom
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

  /** Shows exactly these marks; only what differs from before is changed. A mark that is the same object is left alone. */
  paintMarks(marks: readonly PaintedMark[]): void {
    const gone = new Set(this.#drawn.keys())
    for (const mark of marks) {
      gone.delete(mark.id)
      if (this.#drawn.get(mark.id)?.mark === mark) continue
      this.#erase(mark.id)
      const range = staticRangeOf(this.#dom, mark)
      if (range === null) continue
      this.#highlights.get(nameOfMark(mark))?.add(range)
      this.#drawn.set(mark.id, { mark, range })
    }
    for (const id of gone) this.#erase(id)
    this.paintLayer('overlap', overlapRegions(marks))
  }

  #erase(id: string): void {
    const drawn = this.#drawn.get(id)
    if (drawn === undefined) return
    this.#highlights.get(nameOfMark(drawn.mark))?.delete(drawn.range)
    this.#drawn.delete(id)
  }

  /** Shows exactly these spans in a layer; those that are shown already stay. */
  paintLayer(layer: Layer, spans: readonly Span[]): void {
    const highlight = this.#highlights.get(layer)
    const shown = this.#layers.get(layer) ?? new Map<string, StaticRange>()
    if (highlight === undefined || (spans.length === 0 && shown.size === 0)) return
    const next = new Map<string, StaticRange>()
    for (const span of spans) {
      const key = `${span.start} ${span.end}`
      const range = shown.get(key) ?? next.get(key) ?? staticRangeOf(this.#dom, span)
      if (range === null) continue
      if (!shown.delete(key)) highlight.add(range)
      next.set(key, range)
    }
    for (const range of shown.values()) highlight.delete(range)
    this.#layers.set(layer, next)
  }

  /** Takes everything off the screen, for an article that is closed. */
  dispose(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
    this.#drawn.clear()
  }
}
