import { anchorAll } from '#core/anchoring/anchor-all.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import type { ArticleDom } from '../../../../../src/renderer/rendering/article-dom.ts'
import { offsetUnder } from '../../../../../src/renderer/rendering/hit-test.ts'
import { mapText } from '../../../../../src/renderer/rendering/map-text.ts'
import { MarkIndex } from '../../../../../src/renderer/rendering/mark-index.ts'
import { Painter } from '../../../../../src/renderer/rendering/paint.ts'
import type { PaintedMark } from '../../../../../src/renderer/rendering/paint.ts'
import type { Contestant, Painting } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

const painted = ({ id, start, end }: Mark): PaintedMark => ({ id, start, end, style: 'highlight', color: 'yellow' })

/** The program's own modules, put together as the reading view does it. */
export class PathmarkPainting implements Painting {
  readonly #dom: ArticleDom
  readonly #painter: Painter
  #marks: PaintedMark[] = []
  #index = new MarkIndex()

  constructor(dom: ArticleDom) {
    this.#dom = dom
    this.#painter = new Painter(this.#dom)
  }

  paint(marks: readonly Mark[]): void {
    this.#marks = marks.map(painted)
    this.#index = new MarkIndex(this.#marks)
    this.#painter.paintMarks(this.#marks)
  }

  add(mark: Mark): void {
    const added = painted(mark)
    this.#marks = [...this.#marks, added]
    this.#index.add(added)
    this.#painter.paintMarks(this.#marks)
  }

  hit(x: number, y: number): readonly string[] {
    const offset = offsetUnder(this.#dom, x, y)
    return offset === null ? [] : this.#index.at(offset)
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
  open: page => new PathmarkPainting(mapText(page.root)),
}
