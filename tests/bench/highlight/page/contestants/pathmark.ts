import { anchorAll } from '#core/anchoring/anchor-all.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import type { ArticleDom } from '../../../../../src/renderer/rendering/article-dom.ts'
import { offsetUnder } from '../../../../../src/renderer/rendering/hit-test.ts'
import { mapText } from '../../../../../src/renderer/rendering/map-text.ts'
import { NearView, TO_PAINT } from '../../../../../src/renderer/rendering/near-view.ts'
import { Painter } from '../../../../../src/renderer/rendering/paint.ts'
import type { PaintedMark } from '../../../../../src/renderer/rendering/paint.ts'
import type { Contestant, Painting } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

const painted = ({ id, start, end }: Mark): PaintedMark => ({ id, start, end, style: 'highlight', color: 'yellow' })

/** The program's own modules, put together as the reading view does it. */
export class PathmarkPainting implements Painting {
  readonly #dom: ArticleDom
  readonly #painter: Painter
  readonly #near: NearView

  constructor(dom: ArticleDom, scroller: HTMLElement) {
    this.#dom = dom
    this.#painter = new Painter(dom)
    this.#near = new NearView(dom, scroller, TO_PAINT, near => this.#painter.paintNear(near))
    scroller.addEventListener('scroll', () => this.#near.look())
  }

  paint(marks: readonly Mark[]): void {
    this.#near.look()
    this.#painter.changeMarks([], marks.map(painted))
  }

  add(mark: Mark): void {
    this.#painter.changeMarks([], [painted(mark)])
  }

  hit(x: number, y: number): readonly string[] {
    const offset = offsetUnder(this.#dom, x, y)
    return offset === null ? [] : this.#painter.marks.at(offset)
  }
}

export const pathmark: Contestant = {
  shows: 'highlights',
  anchor: ({ root, article }, marks) => {
    mapText(root)
    const verdicts = anchorAll(
      article,
      marks.map(mark => mark.selectors),
    )
    return verdicts.map(verdict => (isFound(verdict) ? verdict : null))
  },
  open: ({ root, scroller }) => new PathmarkPainting(mapText(root), scroller),
}
