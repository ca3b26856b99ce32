import { computed } from '@preact/signals-core'
import { offsetAtPoint } from '../../rendering/article-dom.ts'
import type { ArticleDom } from '../../rendering/article-dom.ts'
import { elementOfId } from '../../rendering/element-of-id.ts'
import { offsetUnder } from '../../rendering/hit-test.ts'
import { indexMarks } from '../../rendering/mark-index.ts'
import type { MarkIndex } from '../../rendering/mark-index.ts'
import { cards } from '../../state/cards.ts'
import { focusedAnnotation, hoveredAnnotation, hoveredCard, selectedSpan } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { enterMark, leaveMark, markToolsShown } from '../../state/marking.ts'
import { notify } from '../../state/notices.ts'
import { openLink } from '../../state/open-link.ts'

const cardIndex = computed(() =>
  indexMarks(
    cards.value.flatMap(card =>
      card.number === 0 ? [] : [{ id: card.id, start: card.passage.start, end: card.passage.end }],
    ),
  ),
)

/** What the pointer does in the article: hovering tells marks and cards apart, clicking chooses marks and follows links. */
export class Pointer {
  readonly #dom: ArticleDom
  readonly #content: ArticleDom
  readonly #marks: Pick<MarkIndex, 'at'>
  readonly #root: HTMLElement
  #frame = 0
  #lastClick: { readonly x: number; readonly y: number } | null = null

  /** @param content where links within the article lead to; the shown article itself, or the same text */
  constructor(dom: ArticleDom, marks: Pick<MarkIndex, 'at'>, content: ArticleDom = dom) {
    this.#dom = dom
    this.#content = content
    this.#marks = marks
    this.#root = dom.root
    this.#root.addEventListener('pointermove', this.#moved)
    this.#root.addEventListener('pointerleave', this.#left)
    this.#root.addEventListener('click', this.#clicked)
    this.#root.addEventListener('auxclick', this.#clicked)
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#root.removeEventListener('pointermove', this.#moved)
    this.#root.removeEventListener('pointerleave', this.#left)
    this.#root.removeEventListener('click', this.#clicked)
    this.#root.removeEventListener('auxclick', this.#clicked)
  }

  readonly #moved = (event: PointerEvent): void => {
    if (event.buttons !== 0) return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      const offset = offsetUnder(this.#dom, event.clientX, event.clientY)
      const mark = offset === null ? undefined : this.#marks.at(offset)[0]
      hoveredAnnotation.value = mark ?? null
      hoveredCard.value = offset === null ? null : (cardIndex.peek().at(offset)[0] ?? null)
      this.#root.classList.toggle('over-mark', mark !== undefined)
    })
  }

  readonly #left = (): void => {
    cancelAnimationFrame(this.#frame)
    hoveredAnnotation.value = null
    hoveredCard.value = null
    this.#root.classList.remove('over-mark')
  }

  readonly #clicked = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (link !== null) {
      event.preventDefault()
      this.#follow(link.getAttribute('href') ?? '')
    } else if (event.button === 0 && selectedSpan.peek() === null && document.getSelection()?.isCollapsed !== false) {
      this.#choose(event.clientX, event.clientY)
    }
  }

  /** Marks may lie on top of each other: clicking in one place goes from one to the next, the shortest first. */
  #choose(x: number, y: number): void {
    const offset = offsetUnder(this.#dom, x, y)
    const ids = offset === null ? [] : this.#marks.at(offset)
    const again = this.#lastClick !== null && Math.hypot(this.#lastClick.x - x, this.#lastClick.y - y) < 6
    this.#lastClick = { x, y }
    const current = ids.indexOf(focusedAnnotation.peek() ?? '')
    const next = again && markToolsShown.peek() ? ids[(current + 1) % ids.length] : ids[0]
    if (next === undefined) leaveMark()
    else enterMark(next)
  }

  #follow(address: string): void {
    if (address.startsWith('#')) this.#goToFragment(address.slice(1))
    else void openLink(address)
  }

  #goToFragment(id: string): void {
    const target = elementOfId(this.#content, id)
    if (target === null) {
      notify({ kind: 'information', text: 'The place that this link leads to is not in the article.' })
      return
    }
    const start = offsetAtPoint(this.#content, target, 0, 'start')
    goToPassage({ start, end: start + Math.max(1, (target.textContent ?? '').trim().length) })
  }
}
