import type { Span } from '#core/text/span.ts'
import { rangeOf } from '../../rendering/article-dom.ts'
import type { ArticleDom } from '../../rendering/article-dom.ts'
import type { Extent } from '../../rendering/geometry.ts'
import type { Painter } from '../../rendering/paint.ts'
import { selectSpan, touchesArticle } from '../../rendering/selection.ts'
import type { TextPlaces } from '../../rendering/text-places.ts'
import type { ArticleSurface } from '../../state/article-surface.ts'
import { settle } from './settle.ts'
import type { Selecting } from './selecting.ts'

/** How long a passage that was gone to stays lit, in milliseconds. */
const FLASH_TIME = 1_400

/** What the rest of the window may ask of the article on screen. */
export function makeSurface(
  dom: ArticleDom,
  places: TextPlaces,
  scroller: HTMLElement,
  painter: Painter,
  selecting: Selecting,
): ArticleSurface {
  let flashTimer: ReturnType<typeof setTimeout> | undefined
  let stopSettling = (): void => {}
  return {
    scroller,
    toggleCaret: () => selecting.toggleCaret(),
    rangeOf: span => rangeOf(dom, span),
    offsetAtHeight: y => places.offsetAtHeight(y),
    topOf(offset) {
      const height = places.heightOf(offset)
      return height === null ? null : height - scroller.getBoundingClientRect().top + scroller.scrollTop
    },
    reveal(span, { smooth }) {
      places.prepare(span.start)
      revealSideways(dom, scroller, span)
      // Of a passage that is taller than the view its beginning counts.
      const place = (): Extent | null => {
        const whole = places.extentOf(span)
        const isTall = whole !== null && whole.bottom - whole.top > scroller.clientHeight * 0.6
        return isTall ? places.extentOf({ start: span.start, end: span.start + 1 }) : whole
      }
      stopSettling()
      stopSettling = settle(scroller, place, smooth)
    },
    flash(span: Span) {
      clearTimeout(flashTimer)
      painter.paintLayer('flash', [span])
      flashTimer = setTimeout(() => painter.paintLayer('flash', []), FLASH_TIME)
    },
    select(span) {
      scroller.focus({ preventScroll: true })
      selectSpan(dom, span)
    },
    readSelection: () => selecting.read(),
    clearSelection() {
      const selection = document.getSelection()
      if (selection === null || !touchesArticle(dom, selection)) return
      // A caret stays where the selection ended, so that reading goes on from there.
      if (selecting.caret.active && dom.root.contains(selection.focusNode)) selection.collapseToEnd()
      else selection.removeAllRanges()
    },
    focus: () => scroller.focus({ preventScroll: true }),
  }
}

/** As much of a passage as stands in one line at most, in characters. */
const LINE = 60
/** Room that is left beside a passage, in CSS pixels: on the right the marks of the margin stand. */
const BESIDE = 28

/** Scrolls sideways what is wider than its view, a table or a page that was made larger, when the passage begins or goes on out of view. */
function revealSideways(dom: ArticleDom, scroller: HTMLElement, { start, end }: Span): void {
  const range = rangeOf(dom, { start, end: Math.min(end, start + LINE) })
  const wide = range?.startContainer.parentElement?.closest<HTMLElement>('.table-scroll') ?? scroller
  const line = range?.getClientRects()[0]
  if (line === undefined || wide.scrollWidth <= wide.clientWidth) return
  const view = wide.getBoundingClientRect()
  if (line.left >= view.left && line.right <= view.right - BESIDE) return
  const before = Math.max(BESIDE, Math.min(view.width / 3, view.width - line.width - BESIDE))
  wide.scrollLeft += line.left - view.left - before
}
