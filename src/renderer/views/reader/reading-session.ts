import { effect } from '@preact/signals-core'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { buildArticle } from '../../rendering/build-article.ts'
import { ChunkSizes } from '../../rendering/chunk-sizes.ts'
import { flowingPlaces } from '../../rendering/flowing-places.ts'
import { chunkAt } from '../../rendering/article-dom.ts'
import type { BreakFinder } from '../../rendering/hyphenate.ts'
import { NearView, TO_BUILD, TO_PAINT } from '../../rendering/near-view.ts'
import { Painter } from '../../rendering/paint.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { articleScroll, layoutTick } from '../../state/layout.ts'
import { buildTheRest } from './build-the-rest.ts'
import { followState } from './follow-state.ts'
import { LinkHover } from './link-hover.ts'
import { Pointer } from './pointer.ts'
import { ReadingTracker } from './reading-tracker.ts'
import { Selecting } from './selecting.ts'
import { makeSurface } from './surface.ts'

export interface ReadingPlace {
  /** The element that scrolls, the one that takes the article's content, and the drawn caret. */
  readonly scroller: HTMLElement
  readonly root: HTMLElement
  readonly caret: HTMLElement
}

/** Puts an article on screen, at a place, and keeps it in step with the state until the returned function is called. */
export function startReading(
  place: ReadingPlace,
  opened: OpenedArticle,
  findBreaks: BreakFinder | null,
  position: ReadingPosition,
): () => void {
  const { article } = opened
  const dom = buildArticle(place.root, opened, findBreaks)
  const painter = new Painter(dom)
  let painted = dom.revision
  const toBuild = new NearView(dom, place.scroller, TO_BUILD, span => {
    for (let chunk = chunkAt(dom, span.start); chunk <= chunkAt(dom, span.end); chunk += 1) dom.prepare(chunk)
  })
  const toPaint = new NearView(dom, place.scroller, TO_PAINT, span => painter.paintNear(span))
  const pointer = new Pointer(dom, painter.marks)
  const hover = new LinkHover(dom)
  const sizes = new ChunkSizes(dom, article.blocks)
  const places = flowingPlaces(dom, sizes, place.scroller)
  const selecting = new Selecting(dom, places, article.text, place.scroller, place.caret)
  const surface = makeSurface(dom, places, place.scroller, painter, selecting)
  articleSurface.value = surface
  const tracker = new ReadingTracker(dom, sizes, place.scroller, article.id, position)
  const stopBuilding = buildTheRest(dom)

  const stops = [
    effect(() => {
      void articleScroll.value
      void layoutTick.value
      toBuild.look()
      toPaint.look()
      // Words that got soft hyphens have lost their paint.
      if (painted !== dom.revision) painter.paintAnew()
      painted = dom.revision
    }),
    followState(painter),
  ]

  return () => {
    for (const stop of stops) stop()
    stopBuilding()
    hover.dispose()
    tracker.dispose()
    sizes.dispose()
    selecting.dispose()
    pointer.dispose()
    painter.dispose()
    if (articleSurface.peek() === surface) articleSurface.value = null
  }
}
