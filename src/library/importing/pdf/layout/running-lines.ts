import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** Rows from the top and from the bottom of a page that may be its head and foot. */
const ROWS = 3
/** Points by which a running head may move from page to page. */
const MOVES = 6
/** Up to so many pages, two with the same line are enough. */
const SHORT_DOCUMENT = 6

const pageNumber = /^(?:p(?:age|\.)?|seite)?[-–—\s|]*(?:\d{1,5}|[ivxlc]{1,7})[-–—\s|]*(?:(?:of|\/|von)\s*\d{1,5})?$/i

/** What a row says apart from the numbers in it, so that heads with page numbers are alike. */
const sayingOf = (row: readonly Segment[]): string => {
  const text = row
    .flatMap(({ items }) => items.map(item => item.text))
    .join('')
    .replace(/\s+/g, '')
    .toLowerCase()
    .slice(0, 80)
  return pageNumber.test(text) ? '#' : text.replace(/\d+/g, '#')
}

interface Candidate {
  readonly page: number
  readonly row: readonly Segment[]
  readonly saying: string
  /** From the top of the page, or from its bottom. */
  readonly distance: number
}

const candidatesOf = (pages: readonly (readonly Segment[])[], heights: readonly number[]): Candidate[][] => {
  const heads: Candidate[] = []
  const feet: Candidate[] = []
  for (const [page, segments] of pages.entries()) {
    const rows = rowsOf(segments)
    const height = heights[page] ?? 0
    const candidate = (row: readonly Segment[], fromBottom: boolean): Candidate => {
      const baseline = row[0]?.baseline ?? 0
      return { page, row, saying: sayingOf(row), distance: fromBottom ? height - baseline : baseline }
    }
    heads.push(...rows.slice(0, ROWS).map(row => candidate(row, false)))
    feet.push(...rows.slice(-ROWS).map(row => candidate(row, true)))
  }
  return [heads, feet]
}

/**
 * The segments of running heads, feet and page numbers: rows at the top or bottom that say the same but for numbers on several pages
 * at the same height (Lin, Header and footer extraction by page association, SPIE 5010, 2003, in short).
 * `pages` are the segments page by page, `heights` the heights of the pages.
 */
export const runningLines = (
  pages: readonly (readonly Segment[])[],
  heights: readonly number[],
): ReadonlySet<Segment> => {
  const enough = pages.length <= SHORT_DOCUMENT ? 2 : 3
  const running = new Set<Segment>()
  for (const candidates of candidatesOf(pages, heights)) {
    const groups = new Map<string, Candidate[]>()
    for (const candidate of candidates) {
      const group = groups.get(candidate.saying)
      if (group === undefined) groups.set(candidate.saying, [candidate])
      else group.push(candidate)
    }
    for (const group of groups.values()) {
      const sorted = group.toSorted((a, b) => a.distance - b.distance)
      let first = 0
      let last = 0
      for (const candidate of sorted) {
        while (candidate.distance - (sorted[first]?.distance ?? 0) > MOVES) first += 1
        while (last < sorted.length && (sorted[last]?.distance ?? 0) - candidate.distance <= MOVES) last += 1
        const pagesAlike = new Set(
          sorted.slice(first, Math.min(last, first + 2 * ROWS * enough)).map(({ page }) => page),
        )
        if (pagesAlike.size >= enough) for (const segment of candidate.row) running.add(segment)
      }
    }
  }
  return running
}
