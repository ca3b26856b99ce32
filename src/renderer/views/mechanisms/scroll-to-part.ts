const MARGIN = 12

/** Scrolls `scroller`, and nothing around it, as little as it takes to show `part`; its head when it is higher than the view. A hidden one stays. */
export function scrollToPart(scroller: HTMLElement, part: HTMLElement): void {
  const view = scroller.getBoundingClientRect()
  if (view.height === 0) return
  const box = part.getBoundingClientRect()
  const above = box.top - view.top - MARGIN
  const below = box.bottom - view.bottom + MARGIN
  const by = above < 0 || box.height > view.height ? above : Math.max(0, below)
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (by !== 0) scroller.scrollBy({ top: by, behavior: still ? 'instant' : 'smooth' })
}
