import { select } from 'd3-selection'
import { zoom, zoomIdentity } from 'd3-zoom'
import type { ZoomBehavior } from 'd3-zoom'

interface Size {
  readonly width: number
  readonly height: number
}

/** How far the map may be enlarged, and how small it may get, beside the zoom at which it fits. */
const CLOSEST = 3
const SMALLEST = 0.15

/** Zoom and pan of an SVG drawing: by wheel, drag and pinch (d3-zoom), and by the steps that keys and buttons take. */
export class MapZoom {
  readonly #svg: SVGSVGElement
  readonly #smallestFit: number
  readonly #largestFit: number
  readonly #behavior: ZoomBehavior<SVGSVGElement, unknown>
  #sheet: Size = { width: 0, height: 0 }
  /** The reader has moved the map; it is no longer fitted by itself. */
  #moved = false

  /** `drawing` is the group that is moved. With `wheelNeedsKey` the wheel zooms only while Ctrl is held, and scrolls otherwise. */
  constructor(
    svg: SVGSVGElement,
    drawing: SVGGElement,
    options: { readonly wheelNeedsKey: boolean; readonly smallestFit: number; readonly largestFit: number },
  ) {
    this.#svg = svg
    this.#smallestFit = options.smallestFit
    this.#largestFit = options.largestFit
    this.#behavior = zoom<SVGSVGElement, unknown>()
      .scaleExtent([SMALLEST, CLOSEST])
      .filter((event: MouseEvent) =>
        event.type === 'wheel' && options.wheelNeedsKey ? event.ctrlKey : event.button === 0,
      )
      .on('zoom', (event: { readonly transform: { toString(): string }; readonly sourceEvent: Event | null }) => {
        drawing.setAttribute('transform', event.transform.toString())
        if (event.sourceEvent !== null) this.#moved = true
      })
    select(svg).call(this.#behavior).on('dblclick.zoom', null)
  }

  #viewport(): Size {
    return { width: this.#svg.clientWidth, height: this.#svg.clientHeight }
  }

  /** Takes a new drawing or a new size of the view into account; `stays` when what is in view is to stay there. */
  resize(sheet: Size, stays = false): void {
    const view = this.#viewport()
    this.#sheet = sheet
    this.#behavior.extent([
      [0, 0],
      [view.width, view.height],
    ])
    this.#behavior.translateExtent([
      [-view.width / 2, -view.height / 2],
      [sheet.width + view.width / 2, sheet.height + view.height / 2],
    ])
    if (stays) this.#moved = true
    if (!this.#moved) this.fit()
  }

  /**
   * Shows the whole drawing in the middle, enlarged no further than `largestFit`. What would be smaller than `smallestFit` is
   * shown at that size, from its left and the middle of its height, where what acts stands.
   */
  fit(): void {
    const view = this.#viewport()
    const { width, height } = this.#sheet
    if (width === 0 || height === 0 || view.width === 0 || view.height === 0) return
    const whole = Math.min(view.width / width, view.height / height)
    const scale = Math.min(this.#largestFit, Math.max(this.#smallestFit, whole))
    const left = Math.max(0, (view.width - width * scale) / 2)
    this.#behavior.transform(
      select(this.#svg),
      zoomIdentity.translate(left, (view.height - height * scale) / 2).scale(scale),
    )
    this.#moved = false
  }

  by(factor: number): void {
    this.#behavior.scaleBy(select(this.#svg), factor)
    this.#moved = true
  }

  /** Brings an element of the drawing into view when it is not. */
  reveal(element: Element): void {
    const view = this.#svg.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    const margin = 16
    const along = (from: number, to: number, start: number, end: number): number =>
      from < start + margin ? start + margin - from : to > end - margin ? end - margin - to : 0
    const dx = along(box.left, box.right, view.left, view.right)
    const dy = along(box.top, box.bottom, view.top, view.bottom)
    if (dx === 0 && dy === 0) return
    const { a: scale } = this.#svg.querySelector('g')?.getCTM() ?? { a: 1 }
    this.#behavior.translateBy(select(this.#svg), dx / scale, dy / scale)
  }
}
