/** How many marks Page Up and Page Down pass over. */
const PAGE = 10

/**
 * The number of the mark that a key of a slider goes to, counted from 0; null for a key that goes to none.
 * @param current the mark that has the focus, -1 for none
 * @param next the first mark after the place that is being read, which is where the arrow keys begin without a focus
 */
export function markForKey(key: string, current: number, next: number, count: number): number | null {
  const step = (by: number): number => {
    const from = current >= 0 ? current + by : by > 0 ? next + by - 1 : next + by
    return Math.min(Math.max(0, from), count - 1)
  }
  switch (count === 0 ? '' : key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return step(1)
    case 'ArrowUp':
    case 'ArrowLeft':
      return step(-1)
    case 'PageDown':
      return step(PAGE)
    case 'PageUp':
      return step(-PAGE)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
