import { PAPER_SCALE, stepZoom, turnZoom } from '../../pages/page-zoom.ts'
import type { PagesOnScreen } from '../../state/pages.ts'
import { changeSettings } from '../../state/settings.ts'

/** What makes pages larger and smaller. */
export interface PageZooming {
  readonly zoom: PagesOnScreen['zoom']
  /** Height of the view, in CSS pixels from its top, at which what is there stays while the size changes. */
  anchor(): number
  dispose(): void
}

/** Follows the wheel with Ctrl, which is also how two fingers on a touchpad arrive. `scale` tells the size that there is now. */
export function pageZooming(scroller: HTMLElement, scale: () => number): PageZooming {
  let anchor = 0
  const zoom: PagesOnScreen['zoom'] = to => {
    anchor = scroller.clientHeight / 2
    if (to === 'width' || to === 'page') anchor = 0
    changeSettings({ pageZoom: to === 'paper' ? PAPER_SCALE : typeof to === 'number' ? stepZoom(scale(), to) : to })
    anchor = 0
  }
  const turned = (event: WheelEvent): void => {
    if (!event.ctrlKey) return
    event.preventDefault()
    anchor = event.clientY - scroller.getBoundingClientRect().top
    changeSettings({ pageZoom: turnZoom(scale(), event.deltaY) })
    anchor = 0
  }
  scroller.addEventListener('wheel', turned, { passive: false })
  return { zoom, anchor: () => anchor, dispose: () => scroller.removeEventListener('wheel', turned) }
}
