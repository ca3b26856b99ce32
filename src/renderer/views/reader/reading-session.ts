import { effect } from '@preact/signals-core'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { buildArticle } from '../../rendering/build-article.ts'
import type { BreakFinder } from '../../rendering/hyphenate.ts'
import { Painter } from '../../rendering/paint.ts'
import type { PaintedMark } from '../../rendering/paint.ts'
import { isSought } from '../../state/anchoring.ts'
import { annotationById, annotations } from '../../state/annotations.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { annotationToShow } from '../../state/article.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { currentHit, hits } from '../../state/find.ts'
import { focusedAnnotation, hoveredAnnotation, litSpans } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { editedSpans } from '../../state/lost-marks.ts'
import { enterMark } from '../../state/marking.ts'
import { notify } from '../../state/notices.ts'
import { showSidebar } from '../../state/panels.ts'
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

const painted = new WeakMap<PlacedAnnotation, PaintedMark>()

/** What the painter needs of an annotation, the same object for the same annotation; nothing for an orphan. */
function paintedMark(placed: PlacedAnnotation): readonly PaintedMark[] {
  const { annotation, span } = placed
  if (span === null) return []
  const { id, style, color } = annotation
  const mark = painted.get(placed) ?? { id, style, color, start: span.start, end: span.end }
  painted.set(placed, mark)
  return [mark]
}

const spanOf = (id: string | null) => {
  const span = annotationById(id)?.span
  return span == null ? [] : [span]
}

/** Puts an article on screen and keeps it in step with the state until the returned function is called. */
export function startReading(place: ReadingPlace, opened: OpenedArticle, findBreaks: BreakFinder | null): () => void {
  const { article, html, entry } = opened
  const dom = buildArticle(place.root, article, html, findBreaks)
  if (dom.mismatches.length > 0) {
    notify({
      kind: 'warning',
      text: `Parts of this article (${dom.mismatches.length}) do not agree with its text and cannot be marked. "pathmark check --repair" can mend it.`,
    })
  }
  const painter = new Painter(dom)
  const pointer = new Pointer(dom)
  const selecting = new Selecting(dom, article.text, place.scroller, place.caret)
  const surface = makeSurface(dom, place.scroller, painter, selecting)
  articleSurface.value = surface
  const tracker = new ReadingTracker(dom, place.scroller, article.id, article.text.length, entry.position)

  const stops = [
    effect(() => painter.paintMarks(annotations.value.flatMap(paintedMark))),
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
      painter.paintLayer(
        'find',
        hits.value.filter(hit => hit !== current),
      )
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
    tracker.dispose()
    selecting.dispose()
    pointer.dispose()
    painter.dispose()
    if (articleSurface.peek() === surface) articleSurface.value = null
  }
}
