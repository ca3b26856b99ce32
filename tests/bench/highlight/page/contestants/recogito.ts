import { createTextAnnotator, parseW3CTextAnnotation, reviveAnnotation } from '@recogito/text-annotator'
import type { RendererType, TextAnnotation, TextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import type { BenchmarkPage, Contestant, Painting } from '../contestant.ts'
import type { Mark } from '../generated-marks.ts'

/** The stored form of an annotation: W3C quote and position. */
const stored = ({ id, selectors: { quote, position } }: Mark): TextAnnotation => {
  const { parsed } = parseW3CTextAnnotation({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    id,
    body: [],
    target: {
      source: 'https://example.org/article',
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        { type: 'TextPositionSelector', ...position },
      ],
    },
  })
  if (parsed === undefined) throw new Error('Recogito does not read the annotation.')
  return parsed
}

/** The form that its store works with, with the range already found. */
const revived = (page: BenchmarkPage, mark: Mark): TextAnnotation => ({
  id: mark.id,
  bodies: [],
  target: {
    annotation: mark.id,
    selector: [{ quote: mark.selectors.quote.exact, start: mark.start, end: mark.end, range: page.rangeOf(mark) }],
  },
})

class Recogito implements Painting {
  readonly #page: BenchmarkPage
  readonly #annotator: TextAnnotator
  readonly #revived = new Map<string, TextAnnotation>()

  constructor(page: BenchmarkPage, renderer: RendererType) {
    this.#page = page
    this.#annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(page.root, { renderer })
  }

  #revive(mark: Mark): TextAnnotation {
    const known = this.#revived.get(mark.id) ?? revived(this.#page, mark)
    this.#revived.set(mark.id, known)
    return known
  }

  /** Finding the ranges is the work of anchoring, and is done before the clock starts. */
  prepare(marks: readonly Mark[]): void {
    for (const mark of marks) this.#revive(mark)
  }

  /** Its renderer waits for calm before it draws, and says when it has drawn. */
  #drawn(change: () => void): Promise<void> {
    return new Promise(resolve => {
      const stop = this.#annotator.renderer.on('onRedraw', () => {
        stop()
        resolve()
      })
      change()
    })
  }

  paint(marks: readonly Mark[]): Promise<void> {
    const { store } = this.#annotator.state
    return this.#drawn(() =>
      store.bulkAddAnnotations(
        marks.map(mark => this.#revive(mark)),
        true,
      ),
    )
  }

  add(mark: Mark): Promise<void> {
    const { store } = this.#annotator.state
    return this.#drawn(() => store.addAnnotation(this.#revive(mark)))
  }

  hit(x: number, y: number): readonly string[] {
    const box = this.#page.root.getBoundingClientRect()
    const found = this.#annotator.state.store.getAt(x - box.left, y - box.top, true)
    return found?.map(annotation => annotation.id) ?? []
  }
}

export const recogitoHighlights: Contestant = {
  shows: 'highlights',
  anchor: ({ root }, marks) =>
    marks.map(mark => reviveAnnotation(stored(mark), root).target.selector[0]?.range ?? null),
  open: page => new Recogito(page, 'CSS_HIGHLIGHTS'),
}

/** Anchors as the other one does. */
export const recogitoSpans: Contestant = { shows: 'boxes', open: page => new Recogito(page, 'SPANS') }
