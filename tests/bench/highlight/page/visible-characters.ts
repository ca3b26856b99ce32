import { overlaps } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import type { BenchmarkPage, Contestant } from './contestant.ts'
import type { PageText } from './page-text.ts'

/** A character that is seen, other than white space, and the middle of its box in the window's coordinates. */
export interface VisibleCharacter {
  readonly offset: number
  readonly node: Text
  readonly x: number
  readonly y: number
}

const inside = (box: DOMRect, x: number, y: number): boolean =>
  box.left <= x && x <= box.right && box.top <= y && y <= box.bottom

const charactersOf = (block: HTMLElement, start: number, view: DOMRect): VisibleCharacter[] => {
  const characters: VisibleCharacter[] = []
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let offset = start
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text
    for (let index = 0; index < text.length; index++, offset++) {
      if (text.data.charAt(index).trim() === '') continue
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      const box = range.getBoundingClientRect()
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      if (inside(view, x, y)) characters.push({ offset, node: text, x, y })
    }
  }
  return characters
}

/** Every character in view, in text order. Reads only the blocks that are in view; the benchmark's own work, not timed. */
export const visibleCharacters = ({ article, blocks, scroller }: BenchmarkPage): VisibleCharacter[] => {
  const { x, y, width, height } = scroller.getBoundingClientRect()
  // Points are rounded: one in the last half row of pixels would lie outside of the window.
  const view = new DOMRect(x, y, width - 1, height - 1)
  return article.blocks.flatMap(({ id, start }) => {
    const element = blocks.get(id)
    // Asking a block that is not laid out for its box would lay it out.
    if (element?.checkVisibility({ contentVisibilityAuto: true }) !== true) return []
    const box = element.getBoundingClientRect()
    return box.bottom <= view.top || box.top >= view.bottom ? [] : charactersOf(element, start, view)
  })
}

const highlightedSpans = (text: PageText): Span[] =>
  [...CSS.highlights.values()].flatMap(highlight => [...highlight].map(range => text.spanOf(range)))

/** Tells whether a character is shown as marked, in the contestant's way of showing. */
const shownAsMarked = (shows: Contestant['shows'], text: PageText): ((character: VisibleCharacter) => boolean) => {
  switch (shows) {
    case 'highlights': {
      const spans = highlightedSpans(text)
      return ({ offset }) => spans.some(span => span.start <= offset && offset < span.end)
    }
    case 'elements':
      return ({ node }) => node.parentElement?.closest('mark') != null
    case 'boxes': {
      const boxes = [...document.querySelectorAll('.r6o-annotation')].map(element => element.getBoundingClientRect())
      return ({ x, y }) => boxes.some(box => inside(box, x, y))
    }
    case 'nothing':
      return () => false
  }
}

export interface PaintCheck {
  /** Characters in view that the marks cover, and those of them that are shown so. */
  readonly wanted: number
  readonly shown: number
  /** Characters in view that are shown as marked and are not. */
  readonly wrong: number
}

/** Compares what is seen in the window with what the marks say. */
export const checkPainting = (
  page: BenchmarkPage,
  shows: Contestant['shows'],
  text: PageText,
  marks: readonly Span[],
): PaintCheck => {
  const characters = visibleCharacters(page)
  const view = { start: characters[0]?.offset ?? 0, end: (characters.at(-1)?.offset ?? 0) + 1 }
  const near = marks.filter(mark => overlaps(mark, view))
  const isShown = shownAsMarked(shows, text)
  let [wanted, shown, wrong] = [0, 0, 0]
  for (const character of characters) {
    const { offset } = character
    const marked = near.some(mark => mark.start <= offset && offset < mark.end)
    const seen = isShown(character)
    if (marked) wanted++
    if (marked && seen) shown++
    if (!marked && seen) wrong++
  }
  return { wanted, shown, wrong }
}
