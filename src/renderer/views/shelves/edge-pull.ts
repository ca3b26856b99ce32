/** How near to an edge the pointer has to be, in CSS pixels. */
const EDGE = 36
/** Pixels a frame at the edge itself. */
const FASTEST = 12

/**
 * How far what is between `start` and `end` scrolls in one frame when something is dragged to `at`, on one axis and in CSS pixels: the nearer to an
 * edge, the faster; nothing in the middle, and nothing outside.
 */
export const edgePull = (at: number, start: number, end: number): number => {
  if (at < start || at > end) return 0
  const edge = Math.min(EDGE, (end - start) / 3)
  const before = edge - (at - start)
  const after = edge - (end - at)
  if (before > 0) return (-FASTEST * before) / edge
  return after > 0 ? (FASTEST * after) / edge : 0
}
