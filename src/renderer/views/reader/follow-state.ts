import { effect } from '@preact/signals-core'
import type { PaintedMark, Painter } from '../../rendering/paint.ts'
import { isSought, placement } from '../../state/anchoring.ts'
import { annotationById } from '../../state/annotations.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { annotationToShow } from '../../state/article.ts'
import { currentHit, hits } from '../../state/find.ts'
import { focusedAnnotation, hoveredAnnotation, litSpans } from '../../state/focus.ts'
import { goToPassage } from '../../state/go-to.ts'
import { editedSpans } from '../../state/lost-marks.ts'
import { enterMark } from '../../state/marking.ts'
import { notify } from '../../state/notices.ts'
import type { PlacedAnnotations } from '../../state/placed-annotations.ts'
import { showSidebar } from '../../state/panels.ts'

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

/** Keeps what is painted on an article, and the mark that is to be shown, in step with the state; returns a function that stops. */
export function followState(painter: Painter): () => void {
  const stops = [
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
  }
}
