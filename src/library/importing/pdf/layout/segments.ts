import { endOf, followsDrawn } from './page-text.ts'
import type { TextItem } from './page-text.ts'

/** Items that stand on one line without a gap as wide as that between columns. */
export interface Segment {
  /** From left to right. */
  readonly items: readonly TextItem[]
  readonly x: number
  readonly width: number
  /** That of its largest type. */
  readonly baseline: number
  readonly size: number
  /** Characters. */
  readonly length: number
}

/** Gaps in ems: between words of a loosely set line, and before a raised or lowered character. */
const WORD_GAP = 0.85
const SCRIPT_GAP = 0.35
/** Parts of an em by which baselines of one line may differ, and by which a character may be raised or lowered. */
const SAME_BASELINE = 0.25
const RAISED = 0.65
/** Type of at most this part of the other's size may be an index or an exponent. */
const SCRIPT_SIZE = 0.85

interface Open {
  readonly items: TextItem[]
  end: number
  baseline: number
  size: number
}

const distance = (open: Open, item: TextItem): number => {
  const gap = item.x - open.end
  const larger = Math.max(open.size, item.size)
  const smaller = Math.min(open.size, item.size)
  const shift = Math.abs(item.baseline - open.baseline)
  // Overprinted or kerned text may begin before the last one ends, but not as far as to be another line.
  if (gap < -larger && gap < -0.5 * item.width) return Infinity
  if (shift <= SAME_BASELINE * smaller) return gap <= WORD_GAP * smaller ? shift + Math.abs(gap) : Infinity
  const isScript = smaller <= SCRIPT_SIZE * larger && shift <= RAISED * larger && gap <= SCRIPT_GAP * larger
  return isScript ? shift + Math.abs(gap) : Infinity
}

/** A segment with the baseline of its first item of the largest type. */
const segmentOf = (items: readonly TextItem[]): Segment => {
  const largest = items.reduce((a, b) => (b.size > a.size ? b : a))
  return close({ items: [...items], end: 0, baseline: largest.baseline, size: largest.size })
}

const close = ({ items, baseline, size }: Open): Segment => {
  const x = Math.min(...items.map(item => item.x))
  return {
    items,
    x,
    width: Math.max(...items.map(endOf)) - x,
    baseline,
    size,
    length: items.reduce((sum, { text }) => sum + text.length, 0),
  }
}

/** Part of the pieces that are drawn as they are read, from which on the order in which a page draws tells something. */
const IN_ORDER = 0.85
/** Ems to the next word of a line at most. */
const NEXT_WORD = 1
/** Ems of a gap up to which pieces are of one line however they are drawn: columns touch where a line is too long. */
const CLOSE = 0.1

/** True when a page draws most pieces further on the same line than the one before, below it, or beside it in a next column. */
const drawsInOrder = (items: readonly TextItem[]): boolean => {
  const inOrder = items.filter((item, place) => {
    const before = items[place - 1]
    if (before === undefined) return true
    const down = (item.baseline - before.baseline) / Math.max(item.size, before.size)
    if (down > RAISED) return true
    const gap = item.rightToLeft ? before.x - endOf(item) : item.x - endOf(before)
    return down < -RAISED ? gap >= 0 : Math.abs(gap) <= NEXT_WORD * Math.max(item.size, before.size)
  })
  return inOrder.length >= IN_ORDER * items.length
}

/**
 * Segments cut at gaps beside which nothing was drawn one after the other, if the page draws its lines as they are read: columns may
 * have no more between them than the words of a line.
 */
const splitWhereDrawn = (segments: readonly Segment[], items: readonly TextItem[]): Segment[] => {
  if (!drawsInOrder(items)) return [...segments]
  const isCut = (a: TextItem, b: TextItem): boolean =>
    b.x - endOf(a) > CLOSE * Math.min(a.size, b.size) && !followsDrawn(a, b)
  return segments.flatMap(segment => {
    const parts: TextItem[][] = [[]]
    for (const [index, item] of segment.items.entries()) {
      const before = segment.items[index - 1]
      if (before !== undefined && isCut(before, item)) parts.push([])
      parts.at(-1)?.push(item)
    }
    return parts.length === 1 ? [segment] : parts.map(segmentOf)
  })
}

/** Joins items to segments by neighbourhood alone: the order in which a page draws its text says little. */
export const segmentsOf = (items: readonly TextItem[]): Segment[] => {
  const segments: Segment[] = []
  // A sweep from left to right: what ends too far left is done.
  let open: Open[] = []
  const largest = items.reduce((most, { size }) => Math.max(most, size), 0)
  for (const item of items.toSorted((a, b) => a.x - b.x || a.baseline - b.baseline)) {
    const still: Open[] = []
    let best: Open | null = null
    let least = Infinity
    for (const candidate of open) {
      if (candidate.end + WORD_GAP * largest < item.x) {
        segments.push(close(candidate))
        continue
      }
      still.push(candidate)
      const away = distance(candidate, item)
      if (away < least) {
        least = away
        best = candidate
      }
    }
    open = still
    if (best === null) {
      open.push({ items: [item], end: endOf(item), baseline: item.baseline, size: item.size })
      continue
    }
    best.items.push(item)
    best.end = Math.max(best.end, endOf(item))
    if (item.size > best.size) {
      best.size = item.size
      best.baseline = item.baseline
    }
  }
  return splitWhereDrawn([...segments, ...open.map(close)], items)
}
