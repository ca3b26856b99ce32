import type { Span } from '#core/text/span.ts'
import { startPoint } from '../rendering/article-dom.ts'
import type { Extent } from '../rendering/geometry.ts'
import type { CaretPlace, LineSteps, TextPlaces } from '../rendering/text-places.ts'
import { lineOf, runOfNextLine } from './line-steps.ts'
import { nearRun } from './near-run.ts'
import type { PageDom } from './page-dom.ts'
import type { TextRun } from './page-runs.ts'
import type { PageStack } from './page-stack.ts'

/** The places of an article that is shown as pages: told by the layout, without asking what the browser has laid out. */
export class PagePlaces implements TextPlaces {
  readonly #dom: PageDom
  readonly #stack: () => PageStack
  readonly lines: LineSteps = {
    step: (offset, by, x) => this.#stepLine(offset, by, x),
    edge: (offset, edge) => this.#lineEdge(offset, edge),
  }

  constructor(dom: PageDom, stack: () => PageStack) {
    this.#dom = dom
    this.#stack = stack
  }

  offsetAtHeight(y: number): number {
    const stack = this.#stack()
    const inside = y - this.#dom.root.getBoundingClientRect().top
    const page = stack.pageAt(inside)
    return this.#dom.layout.offsetBelow(page, (inside - stack.box(page).top) / stack.scale)
  }

  heightOf(offset: number): number | null {
    const run = this.#runAt(offset)
    return run === undefined ? null : this.#extentOfRun(run).top
  }

  extentOf({ start, end }: Span): Extent | null {
    const [first, last] = [this.#runAt(start), this.#runAt(Math.max(start, end - 1))]
    if (first === undefined || last === undefined) return null
    const [a, b] = [this.#extentOfRun(first), this.#extentOfRun(last)]
    return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) }
  }

  prepare(offset: number): void {
    const run = this.#runAt(offset)
    if (run !== undefined) this.#dom.show(Math.max(0, run.page - 1), run.page + 2)
  }

  nearestCaret(view: DOMRect, x: number, y: number): CaretPlace | null {
    const stack = this.#stack()
    const root = this.#dom.root.getBoundingClientRect()
    const inside = Math.min(Math.max(y, view.top + 1), view.bottom - 1) - root.top
    const page = stack.pageAt(inside)
    const { left, top } = stack.box(page)
    const [across, down] = [(x - root.left - left) / stack.scale, (inside - top) / stack.scale]
    const number = nearRun(this.#dom.layout, page, across, down)
    return number === -1 ? null : this.#caretIn(number, across, down)
  }

  /** Beside its words the browser takes a page's first or last ones. */
  isMeant({ focusNode }: Selection, x: number, y: number): boolean {
    const under = document.elementFromPoint(x, y)
    return this.#dom.root.contains(focusNode) && this.#dom.root.contains(under) && under?.closest('.run') != null
  }

  #stepLine(offset: number, by: 1 | -1, x: number): number | null {
    const { layout, root } = this.#dom
    const stack = this.#stack()
    const across = (page: number): number =>
      (x - root.getBoundingClientRect().left - stack.box(page).left) / stack.scale
    const from = layout.at(offset)
    const page = layout.runs[from]?.page ?? 0
    const number = runOfNextLine(layout, from, by, across(page))
    const run = number === null ? undefined : layout.runs[number]
    return run === undefined ? null : this.#offsetIn(run, across(run.page))
  }

  #lineEdge(offset: number, edge: 'start' | 'end'): number {
    const { layout } = this.#dom
    const { from, to } = lineOf(layout, layout.at(offset))
    return (edge === 'start' ? layout.runs[from]?.start : layout.runs[to]?.end) ?? offset
  }

  /** The offset in a run at a place across its page, its letters taken as equally wide. */
  #offsetIn(run: TextRun, across: number): number {
    const { start, end, x, width } = run
    const share = Math.min(1, Math.max(0, (across - x) / Math.max(0.01, width)))
    const read = this.#dom.directionOf(run) === 'rtl' ? 1 - share : share
    return Math.min(end, start + Math.round(read * (end - start)))
  }

  #runAt(offset: number): TextRun | undefined {
    return this.#dom.layout.runs[this.#dom.layout.at(offset)]
  }

  #extentOfRun({ page, box }: TextRun): Extent {
    const stack = this.#stack()
    const top = this.#dom.root.getBoundingClientRect().top + stack.box(page).top
    return { top: top + box.top * stack.scale, bottom: top + box.bottom * stack.scale }
  }

  /** Asks the browser on the run itself where it lies under the hand; beside it one of its ends is nearest. */
  #caretIn(number: number, across: number, down: number): CaretPlace | null {
    const run = this.#dom.layout.runs[number]
    if (run === undefined) return null
    const offset = this.#offsetIn(run, run.rotation === 0 ? across : run.x + alongRun(run, across, down))
    const atEnd = offset >= run.end
    const point = startPoint(this.#dom, atEnd ? run.end - 1 : offset)
    return point === null ? null : { offsetNode: point.node, offset: atEnd ? point.offset + 1 : point.offset }
  }
}

/** How far along a turned run a point stands, in points. */
function alongRun({ x, y, rotation }: TextRun, across: number, down: number): number {
  const angle = (rotation * Math.PI) / 180
  return (across - x) * Math.cos(angle) + (down - y) * Math.sin(angle)
}
