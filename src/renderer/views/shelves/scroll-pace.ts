/** A view is looked at so often while it is being scrolled, in milliseconds: shorter than the wait for a picture is felt. */
export const PACE = 120

/** How fast a view is being scrolled. */
export interface ScrollPace {
  /** Called at every step of a scroll. */
  moved(): void
  /** Forgets the view; nothing is told any more. */
  stop(): void
}

/**
 * Tells a view that flies past from one in which somebody reads. It flies from the first step on, and until it has gone less far than `line` gives
 * between two looks.
 * @param top where the view stands, in pixels
 * @param tell told whenever it begins or ends to fly
 */
export const followPace = (
  { top, line }: { readonly top: () => number; readonly line: () => number },
  tell: (flies: boolean) => void,
): ScrollPace => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const look = (from: number): void => {
    timer = setTimeout(() => {
      timer = null
      if (Math.abs(top() - from) < line()) tell(false)
      else look(top())
    }, PACE)
  }
  return {
    moved: () => {
      if (timer !== null) return
      tell(true)
      look(top())
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
