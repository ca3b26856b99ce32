import type { Span } from '#core/text/span.ts'
import type { BenchmarkPage, Contestant, Found, Painting } from './contestant.ts'
import { randomFrom } from '../../anchoring/random.ts'
import { nextFrame, settled, timeOfScroll, timeToFrame } from './frames.ts'
import { generateArticle } from './generated-article.ts'
import { generateMarks, markAt } from './generated-marks.ts'
import type { Mark } from './generated-marks.ts'
import { PageText } from './page-text.ts'
import { checkPainting, visibleCharacters } from './visible-characters.ts'
import type { PaintCheck } from './visible-characters.ts'

const MOVED = 7_000
const ADDED = 7
const POINTS = 200
const PASSES = 5
const FRAMES = 60
const CHECKED_FRAMES = 4
const FRAMES_BETWEEN = 6
/** Milliseconds after which a slow contestant is not asked to add or to scroll any more. */
const ENOUGH = 3_000
/** Pixels a frame: a brisk turn of the wheel. */
const STEP = 240

export interface Anchored {
  readonly milliseconds: number
  /** How many passages were found exactly where they are. */
  readonly right: number
}

export interface Added {
  /** Milliseconds of the call itself (none for what draws later), and until the frame that shows the mark was done. */
  readonly script: readonly number[]
  readonly painted: readonly number[]
}

export interface Hits {
  /** Milliseconds for one look-up: means over all points, one a pass. */
  readonly milliseconds: readonly number[]
  readonly asked: number
  readonly right: number
}

export interface Scrolled {
  /** Milliseconds of the main thread for a frame, from its scroll event on; one a frame. */
  readonly frames: readonly number[]
  /** Of the frames that were looked at, those in which every mark in view was shown. */
  readonly looked: number
  readonly complete: number
}

export interface PageSize {
  /** About how many characters the article has. */
  readonly length: number
  readonly count: number
  /** False for anchoring, which needs no layout. */
  readonly laidOut: boolean
}

const now = (): number => performance.now()

/** One page for one contestant: steps that the driver calls one after the other. */
export class Cell {
  readonly #page: BenchmarkPage
  readonly #contestant: Contestant
  readonly #text: PageText
  readonly #marks: Mark[]
  #painting: Painting | null = null

  constructor(contestant: Contestant, scroller: HTMLElement, { length, count, laidOut }: PageSize) {
    const article = generateArticle(length, 'article')
    const root = document.createElement('article')
    if (contestant.build === undefined) root.innerHTML = article.html
    else contestant.build(root, article)
    if (root.textContent !== article.text) throw new Error('The page is not the text.')
    scroller.hidden = !laidOut
    scroller.append(root)
    const blocks = new Map<string, HTMLElement>()
    for (const element of root.querySelectorAll<HTMLElement>('[data-block]'))
      blocks.set(element.dataset['block'] ?? '', element)
    const text = new PageText(root)
    this.#page = { article, root, scroller, blocks, rangeOf: span => text.rangeOf(span) }
    this.#text = text
    this.#contestant = contestant
    this.#marks = generateMarks(article, count, 'marks')
  }

  /** Lays the page out and goes to its middle. */
  async settle(): Promise<void> {
    await settled()
    this.#page.scroller.scrollTop = this.#page.scroller.scrollHeight / 2
    await settled()
  }

  anchor(): Promise<Anchored> {
    return this.#anchor(this.#marks)
  }

  /** As when a chapter before it was taken out: the words are where they are, but every position is another. */
  anchorMoved(): Promise<Anchored> {
    const moved = this.#marks.map(mark => {
      const { quote, position } = mark.selectors
      return { ...mark, selectors: { quote, position: { start: position.start + MOVED, end: position.end + MOVED } } }
    })
    return this.#anchor(moved)
  }

  async #anchor(marks: readonly Mark[]): Promise<Anchored> {
    const start = now()
    const found = (await this.#contestant.anchor?.(this.#page, marks)) ?? []
    const milliseconds = now() - start
    const right = this.#marks.filter((mark, index) => this.#isAt(found[index] ?? null, mark)).length
    return { milliseconds, right }
  }

  #isAt(found: Found, mark: Span): boolean {
    if (found === null) return false
    const span = found instanceof Range ? this.#text.spanOf(found) : found
    return span.start === mark.start && span.end === mark.end
  }

  #opened(): Painting {
    if (this.#painting === null) throw new Error('The contestant has not been opened.')
    return this.#painting
  }

  async open(): Promise<void> {
    this.#painting = this.#contestant.open?.(this.#page) ?? null
    this.#opened().prepare?.(this.#marks)
    await settled()
  }

  /** Milliseconds from places to the end of the frame that shows them. */
  async paint(): Promise<number> {
    const painting = this.#opened()
    const { painted } = await timeToFrame(() => painting.paint(this.#marks))
    return painted
  }

  async check(): Promise<PaintCheck> {
    await settled()
    return checkPainting(this.#page, this.#contestant.shows, this.#text, this.#marks)
  }

  /** Adds marks in view one after the other, each after a pause; the first warms the code up and is left out. */
  async add(): Promise<Added> {
    const painting = this.#opened()
    const random = randomFrom('added marks')
    const offsets = visibleCharacters(this.#page).map(({ offset }) => offset)
    const script: number[] = []
    const painted: number[] = []
    const begun = now()
    for (let index = 0; index < ADDED && (index < 2 || now() - begun < ENOUGH); index++) {
      const mark = markAt(this.#page.article, random.pick(offsets), this.#marks.length)
      painting.prepare?.([mark])
      await settled()
      const time = await timeToFrame(() => painting.add(mark))
      this.#marks.push(mark)
      if (index === 0) continue
      if (time.script !== null) script.push(time.script)
      painted.push(time.painted)
    }
    return { script, painted }
  }

  /** Asks for the marks under the middle of characters in view, many at a time: the clock is coarser than one answer. */
  async hit(): Promise<Hits> {
    await settled()
    const painting = this.#opened()
    const random = randomFrom('points')
    const characters = visibleCharacters(this.#page)
    const points = Array.from({ length: POINTS }, () => random.pick(characters))
    const milliseconds: number[] = []
    let answers: readonly (readonly string[])[] = []
    for (let pass = 0; pass < PASSES; pass++) {
      const start = now()
      answers = points.map(({ x, y }) => painting.hit(x, y))
      milliseconds.push((now() - start) / points.length)
    }
    const right = points.filter(({ offset }, index) => {
      const wanted = this.#marks.filter(mark => mark.start <= offset && offset < mark.end)
      const given = new Set(answers[index])
      return given.size === wanted.length && wanted.every(mark => given.has(mark.id))
    }).length
    return { milliseconds, asked: points.length, right }
  }

  /** Scrolls by the same step frame after frame, then once more with a look at what each frame shows. */
  async scroll(): Promise<Scrolled> {
    const { scroller } = this.#page
    await settled()
    const frames: number[] = []
    const begun = now()
    while (frames.length < FRAMES && now() - begun < ENOUGH) frames.push(await timeOfScroll(scroller, STEP))
    let looked = 0
    let complete = 0
    const checkBegun = now()
    for (let step = 1; step <= CHECKED_FRAMES * FRAMES_BETWEEN && now() - checkBegun < ENOUGH; step++) {
      scroller.scrollTop -= STEP
      await nextFrame()
      if (step % FRAMES_BETWEEN !== 0) continue
      const { wanted, shown, wrong } = checkPainting(this.#page, this.#contestant.shows, this.#text, this.#marks)
      looked++
      if (shown === wanted && wrong === 0) complete++
    }
    return { frames, looked, complete }
  }
}
