import { batch } from '@preact/signals-core'
import { firstVisibleOffset, readingOffset } from '../../state/article.ts'
import { articleScroll } from '../../state/layout.ts'
import { progress } from '../../state/reading-position.ts'

/** Height above the first line that counts as visible, in CSS pixels. */
export const EDGE = 8
/** Where in the view the eye usually reads, as a share of its height. */
export const READING_LINE = 0.3

/** Where the view is in the article: offsets of its text, and the share of it that is above the view's lower edge, 0 to 1. */
export interface TextPlace {
  readonly visible: number
  readonly reading: number
  readonly share: number
}

/** Tells the state where the view is now, all at once. */
export function tellPlace(scroller: HTMLElement, view: DOMRect, { visible, reading, share }: TextPlace): void {
  batch(() => {
    articleScroll.value = {
      top: scroller.scrollTop,
      contentHeight: scroller.scrollHeight,
      viewportHeight: scroller.clientHeight,
      viewportTop: view.top,
    }
    firstVisibleOffset.value = visible
    readingOffset.value = reading
    progress.value = share
  })
}

/** Scrolls so that what stands at `height` (CSS pixels of the window) stands at the view's upper edge. */
export function scrollToHeight(scroller: HTMLElement, height: number): void {
  const top = scroller.scrollTop + height - scroller.getBoundingClientRect().top - EDGE
  scroller.scrollTo({ top, behavior: 'instant' })
}
