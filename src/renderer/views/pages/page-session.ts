import { effect } from '@preact/signals-core'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import type { OpenedArticle, OpenedPages } from '#core/bridge/calls.ts'
import { PageDom } from '../../pages/page-dom.ts'
import type { PageDrawing } from '../../pages/page-drawing.ts'
import { PagePictures } from '../../pages/page-pictures.ts'
import { PagePlaces } from '../../pages/page-places.ts'
import { PageRuns } from '../../pages/page-runs.ts'
import { PageStack } from '../../pages/page-stack.ts'
import { scaleFor } from '../../pages/page-zoom.ts'
import { buildArticle } from '../../rendering/build-article.ts'
import { Painter } from '../../rendering/paint.ts'
import { theme } from '../../state/appearance.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { articleScroll, layoutTick } from '../../state/layout.ts'
import { pageCount, pageLabels, pageName, pageScale, pagesOnScreen } from '../../state/pages.ts'
import { settings } from '../../state/settings.ts'
import { followState } from '../reader/follow-state.ts'
import { LinkHover } from '../reader/link-hover.ts'
import { Pointer } from '../reader/pointer.ts'
import type { ReadingPlace } from '../reader/reading-session.ts'
import { Selecting } from '../reader/selecting.ts'
import { makeSurface } from '../reader/surface.ts'
import { PageTracker } from './page-tracker.ts'
import { pageZooming } from './page-zooming.ts'

/** CSS pixels beside and above the pages. */
const MARGIN = 24

/** The article as a text that is not shown: it knows its links and what they lead to. */
function unseenContent(opened: OpenedArticle) {
  const root = document.createElement('article')
  root.id = 'article'
  return buildArticle(root, opened, null)
}

/** How pages are coloured: dark only where both the theme and the reader want it, and always on the theme's own paper. */
const coloursNow = (root: HTMLElement) =>
  theme.value === 'dark' && settings.value.pageColours === 'theme'
    ? ({ kind: 'dark', paper: getComputedStyle(root).getPropertyValue('--paper').trim() } as const)
    : ({ kind: 'paper' } as const)

/** Shows an article as its pages, at a place, and keeps it in step with the state until the returned function is called. */
export function startPages(
  place: ReadingPlace,
  opened: OpenedArticle,
  pages: OpenedPages,
  drawing: PageDrawing,
  position: ReadingPosition,
): () => void {
  const { scroller, root, caret } = place
  const { article } = opened
  const layout = new PageRuns(pages.layout, article.text.length)
  const dom = new PageDom(root, article, layout, unseenContent(opened))
  const fitting = (): number =>
    scaleFor(settings.peek().pageZoom, layout.pages, {
      width: scroller.clientWidth - 2 * MARGIN,
      height: scroller.clientHeight - 2 * MARGIN,
    })
  let stack = new PageStack(layout.pages, fitting())
  dom.place(stack)
  pageCount.value = layout.pages.length
  pageLabels.value = null
  pageScale.value = stack.scale
  const stackNow = (): PageStack => stack
  const painter = new Painter(dom)
  const places = new PagePlaces(dom, stackNow)
  const pointer = new Pointer(dom, painter.marks, dom.content)
  const hover = new LinkHover(dom, dom.content)
  const selecting = new Selecting(dom, places, article.text, scroller, caret)
  const surface = makeSurface(dom, places, scroller, painter, selecting)
  articleSurface.value = surface
  const pictures = new PagePictures(dom.frames, drawing)
  const tracker = new PageTracker(dom, places, stackNow, scroller, article.id, position)

  /** Lays the pages out anew; what is at a height of the view (CSS pixels from its top) stays there. */
  const layOut = (at: number): void => {
    const scale = fitting()
    if (scale === stack.scale) return
    const rootTop = root.getBoundingClientRect().top
    const inside = scroller.getBoundingClientRect().top + at - rootTop
    const page = stack.pageAt(inside)
    const share = (inside - stack.box(page).top) / stack.scale
    const middle = (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth
    stack = new PageStack(layout.pages, scale)
    dom.place(stack)
    pageScale.value = scale
    scroller.scrollLeft = middle * scroller.scrollWidth - scroller.clientWidth / 2
    tracker.keep(scroller.scrollTop + stack.box(page).top + share * scale - inside)
  }
  const zooming = pageZooming(scroller, () => stack.scale)
  const resized = new ResizeObserver(() => {
    layOut(0)
    tracker.follow(false)
    layoutTick.value += 1
  })
  resized.observe(scroller)
  // The head above the pages moves them, too.
  resized.observe(root.parentElement ?? root)

  let shown = { from: 0, to: 0 }
  let painted = -1
  const look = (): void => {
    const view = scroller.getBoundingClientRect()
    const top = view.top - root.getBoundingClientRect().top
    const near = stack.between(top, top + view.height)
    const from = Math.max(0, near.from - 1)
    const to = Math.min(stack.count, near.to + 1)
    dom.show(from, to)
    // Words that were let go have lost their paint, and ranges in them are none any more.
    if (painted !== dom.revision) painter.paintAnew(layout.spanOf(from, to))
    else if (from !== shown.from || to !== shown.to) painter.paintNear(layout.spanOf(from, to))
    painted = dom.revision
    shown = { from, to }
    pictures.show(near.from, near.to, { scale: stack.scale * devicePixelRatio, colours: coloursNow(root) })
  }
  const stops = [
    effect(() => dom.nameRegions(layout.pages.map((_, page) => pageName(page)))),
    effect(() => {
      void articleScroll.value
      void layoutTick.value
      void settings.value.pageColours
      void theme.value
      look()
    }),
    followState(painter),
    effect(() => {
      const light = theme.value === 'dark' && settings.value.pageColours === 'paper'
      // Marks on white pages have the colours that they have on white paper.
      if (light) root.dataset['theme'] = 'light'
      else delete root.dataset['theme']
      root.dataset['colours'] = settings.value.pageColours
      root.dataset['blend'] = theme.value === 'dark' && !light ? 'screen' : 'multiply'
    }),
    effect(() => {
      void settings.value.pageZoom
      layOut(zooming.anchor())
    }),
  ]
  pagesOnScreen.value = {
    zoom: zooming.zoom,
    goToPage: page => {
      const top = scroller.scrollTop + root.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      scroller.scrollTo({ top: top + stack.box(page).top - MARGIN / 2, behavior: 'instant' })
    },
  }

  return () => {
    pagesOnScreen.value = null
    for (const stop of stops) stop()
    resized.disconnect()
    zooming.dispose()
    hover.dispose()
    tracker.dispose()
    pictures.dispose()
    selecting.dispose()
    pointer.dispose()
    painter.dispose()
    if (articleSurface.peek() === surface) articleSurface.value = null
  }
}
