/** Shares of the view's height between which a passage stands comfortably, and where it is put otherwise. */
const COMFORT = { from: 0.08, to: 0.72, place: 0.28 }

/** Scrolls so that a box of the window is comfortably in view; does nothing when it is. */
export function revealBox(
  scroller: HTMLElement,
  box: { readonly top: number; readonly bottom: number },
  smooth: boolean,
): void {
  const view = scroller.getBoundingClientRect()
  const fits = box.top >= view.top + view.height * COMFORT.from && box.bottom <= view.top + view.height * COMFORT.to
  if (fits) return
  const top = scroller.scrollTop + box.top - view.top - view.height * COMFORT.place
  scroller.scrollTo({ top, behavior: smooth ? 'smooth' : 'instant' })
}
