import { effect } from '@preact/signals-core'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { buildArticle } from '../../rendering/build-article.ts'
import { ChunkSizes } from '../../rendering/chunk-sizes.ts'
import { chunkAt } from '../../rendering/article-dom.ts'
import type { BreakFinder } from '../../rendering/hyphenate.ts'
import { NearView, TO_BUILD, TO_PAINT } from '../../rendering/near-view.ts'
import { Painter } from '../../rendering/paint.ts'
import type { PaintedMark } from '../../rendering/paint.ts'
import { isSought, placement } from '../../state/anchoring.ts'
import { annotationById } from '../../state/annotations.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { annotationToShow } from '../../state/article.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { currentHit, hits } from '../../state/find.ts'
import { focusedAnnotation, hoveredAnnotation, litSpans } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { editedSpans } from '../../state/lost-marks.ts'
import { enterMark } from '../../state/marking.ts'
import { articleScroll, layoutTick } from '../../state/layout.ts'
import { notify } from '../../state/notices.ts'
import type { PlacedAnnotations } from '../../state/placed-annotations.ts'
import { showSidebar } from '../../state/panels.ts'
import { buildTheRest } from './build-the-rest.ts'
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

/** What the painter needs of an annotation; nothing for one without a passage. */
function paintedMark(placed: PlacedAnnotation | null): readonly PaintedMark[] {
  if (placed === null || placed.span === null) return []
  const { id, style, color } = placed.annotation
  return [{ id, style, color, start: placed.span.start, end: placed.span.end }]
}

/** Keeps the painter's marks in step with the annotations: what changed since the last time, and nothing else. */
function followMarks(painter: Painter): () => void {
  let followed: PlacedAnnotations | null = null
  let seen = 0
  return () => {
    const { placed } = placement.value
    if (placed === followed) {
      const changes = placed.changes.slice(seen)
      const ids = new Set(changes.flatMap(({ before, after }) => (before ?? after)?.annotation.id ?? []))
      painter.changeMarks(
        changes.flatMap(({ before }) => paintedMark(before)),
        [...ids].flatMap(id => paintedMark(placed.get(id))),
      )
    } else painter.paintMarks(placed.list.flatMap(paintedMark))
    followed = placed
    seen = placed.changes.length
  }
}

const spanOf = (id: string | null) => {
  const span = annotationById(id)?.span
  return span == null ? [] : [span]
}

/** Puts an article on screen and keeps it in step with the state until the returned function is called. */
export function startReading(place: ReadingPlace, opened: OpenedArticle, findBreaks: BreakFinder | null): () => void {
  const { article, entry } = opened
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
  const selecting = new Selecting(dom, article.text, place.scroller, place.caret)
  const surface = makeSurface(dom, sizes, place.scroller, painter, selecting)
  articleSurface.value = surface
  const tracker = new ReadingTracker(dom, sizes, place.scroller, article.id, entry.position)
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
    effect(followMarks(painter)),
    effect(() => painter.paintLayer('lit', litSpans.value)),
    effect(() => painter.paintLayer('changed', editedSpans.value)),
    effect(() => painter.paintLayer('focus', spanOf(focusedAnnotation.value))),
    effect(() =>
      painter.paintLayer(
        'hover',
        focusedAnnotation.value === hoveredAnnotation.value ? [] : spanOf(hoveredAnnotation.value),
      ),
    ),
    effect(() => {
      const current = hits.value[currentHit.value]
      painter.paintLayer('find', hits.value)
      painter.paintLayer('find-current', current === undefined ? [] : [current])
    }),
    effect(() => {
      const id = annotationToShow.value
      // One that a worker still looks for is shown when it is found.
      if (id === null || isSought(id)) return
      annotationToShow.value = null
      const mark = annotationById(id)
      if (mark !== null && mark.span === null) {
        showSidebar('notes')
        focusedAnnotation.value = id
        notify({ kind: 'information', text: 'The mark that was asked for has lost its passage. It is in the notes.' })
        return
      }
      if (mark?.span == null) {
        notify({
          kind: 'warning',
          text: 'The mark that was asked for is not in this article. It may have been deleted.',
        })
        return
      }
      goToPassage(mark.span)
      enterMark(id)
    }),
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
