import type { Extent } from '../../rendering/geometry.ts'
import { revealBox } from './reveal-box.ts'

/** Frames in which a place must not have moved to count as settled, and the most that are waited for. */
const STILL = 3
const MOST = 40
/** Farther than this, in heights of the view, scrolling smoothly would only rush past what lies between. */
const NEAR = 2

/** What the reader does to scroll elsewhere. */
const hands = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/**
 * Brings a place comfortably into view and looks again in the next frames: lines on the way that were not laid out before
 * may have moved it. Ends when the place stands still, or when the reader scrolls. Returns a function that ends it.
 */
export function settle(scroller: HTMLElement, place: () => Extent | null, smooth: boolean): () => void {
  const box = place()
  if (box === null) return () => {}
  const { top, height } = scroller.getBoundingClientRect()
  const glides = smooth && Math.abs(box.top - top) < NEAR * height
  revealBox(scroller, box, glides)
  let frame = 0
  let still = 0
  let last = Number.NaN
  const stop = (): void => {
    cancelAnimationFrame(frame)
    for (const hand of hands) scroller.removeEventListener(hand, stop)
  }
  const look = (passed: number): void => {
    const now = place()
    if (now === null || passed > MOST || still >= STILL) {
      stop()
      return
    }
    still = Math.abs(now.top - last) < 1 ? still + 1 : 0
    last = now.top
    // While it glides it moves with every frame; afterwards it is where it should be, or is put there.
    if (!glides || still >= STILL) revealBox(scroller, now, false)
    frame = requestAnimationFrame(() => look(passed + 1))
  }
  for (const hand of hands) scroller.addEventListener(hand, stop, { passive: true })
  frame = requestAnimationFrame(() => look(0))
  return stop
}
