import { median } from './page-text.ts'
import { rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** Rows from the top and from the bottom of a page that may be its head and foot. */
const ROWS = 3
/** Points by which a running head may move from page to page. */
const MOVES = 6
/** Up to so many pages, two with the same line are enough. */
const SHORT_DOCUMENT = 6

/** Parts of the usual distance between rows from which on a gap sets a head or foot apart. */
const WIDE = 1.3
/** Ems between baselines of text. */
const WIDEST_LEADING = 1.5

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

const baselineOf = (row: readonly Segment[]): number => row[0]?.baseline ?? 0

interface Candidate {
  readonly page: number
  readonly row: readonly Segment[]
  readonly saying: string
  /** From the top of the page, or from its bottom. */
  readonly distance: number
  /** From 0, which is the outermost row. */
  readonly place: number
  /** Points to the next row on the way to the middle of the page; infinite when there is none. */
  readonly gap: number
}

const candidatesOf = (pages: readonly (readonly Segment[])[], heights: readonly number[]): Candidate[][] => {
  const heads: Candidate[] = []
  const feet: Candidate[] = []
  for (const [page, segments] of pages.entries()) {
    const rows = rowsOf(segments)
    const height = heights[page] ?? 0
    const outermost = (inwards: readonly (readonly Segment[])[], edge: number): Candidate[] =>
      inwards.slice(0, ROWS).map((row, place) => {
        const baseline = baselineOf(row)
        const next = inwards[place + 1]
        return {
          page,
          row,
          saying: sayingOf(row),
          distance: Math.abs(baseline - edge),
          place,
          gap: next === undefined ? Infinity : Math.abs(baselineOf(next) - baseline),
        }
      })
    heads.push(...outermost(rows, 0))
    feet.push(...outermost(rows.toReversed(), height))
  }
  return [heads, feet]
}

/** The usual distance between two rows of a document; sparse pages do not count as set wide. */
const leadingOf = (pages: readonly (readonly Segment[])[], size: number): number => {
  const gaps = pages.flatMap(segments => {
    const baselines = rowsOf(segments).map(baselineOf)
    return baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0))
  })
  return Math.min(median(gaps), WIDEST_LEADING * size)
}

/** Candidates that say the same at the same height on `enough` pages or more, group by group. */
const alikeOf = (candidates: readonly Candidate[], enough: number): Candidate[][] => {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.saying)
    if (group === undefined) groups.set(candidate.saying, [candidate])
    else group.push(candidate)
  }
  return [...groups.values()].map(group => {
    const sorted = group.toSorted((a, b) => a.distance - b.distance)
    let first = 0
    let last = 0
    return sorted.filter(candidate => {
      while (candidate.distance - (sorted[first]?.distance ?? 0) > MOVES) first += 1
      while (last < sorted.length && (sorted[last]?.distance ?? 0) - candidate.distance <= MOVES) last += 1
      const pagesAlike = new Set(sorted.slice(first, Math.min(last, first + 2 * ROWS * enough)).map(({ page }) => page))
      return pagesAlike.size >= enough
    })
  })
}

/**
 * Those that a wide gap parts from the text, by themselves or together with others behind them. Sentences with which
 * several pages happen to begin have none.
 */
const apartOf = (alike: readonly Candidate[], wide: number): ReadonlySet<Candidate> => {
  const byPage = new Map<number, Candidate[]>()
  for (const candidate of alike) byPage.set(candidate.page, [...(byPage.get(candidate.page) ?? []), candidate])
  const apart = new Set<Candidate>()
  for (const onPage of byPage.values()) {
    let innermost: Candidate | null = null
    for (const candidate of onPage.toSorted((a, b) => b.place - a.place)) {
      const goesOn = innermost !== null && innermost.place === candidate.place + 1
      if (candidate.gap < wide && !goesOn) continue
      innermost = candidate
      apart.add(candidate)
    }
  }
  return apart
}

/** Letters above this size, in that of the text, are a heading's, unless most pages have them. */
const LARGE = 1.2

const isRunning = (
  group: readonly Candidate[],
  apart: ReadonlySet<Candidate>,
  { pages, size }: { readonly pages: number; readonly size: number },
): boolean => {
  if (group[0]?.saying === '#') return true
  const large = group.some(({ row }) => row.some(segment => segment.size > LARGE * size))
  return (
    group.filter(candidate => apart.has(candidate)).length * 2 > group.length && (!large || group.length * 2 > pages)
  )
}

/** Letters that a heading above its pages has at least. */
const FEWEST_LETTERS = 4

const lettersOf = (row: readonly Segment[]): string =>
  row
    .flatMap(({ items }) => items.map(({ text }) => text))
    .join('')
    .replaceAll(/[^\p{L}]+/gu, '')
    .toLowerCase()

/** True for a row in the type of a heading. */
const isHeading = (row: readonly Segment[], size: number): boolean =>
  row.some(segment => segment.size > 1.05 * size) || row.every(({ items }) => items.every(({ face }) => face.bold))

/** Page by page, what headings on it say, and what the last one of each size before it does: those of smaller type are within its section. */
const headingsBy = (
  pages: readonly (readonly Segment[])[],
  size: number,
  heads: ReadonlySet<Segment | undefined>,
): ReadonlySet<string>[] => {
  const last = new Map<number, string>()
  return pages.map(segments => {
    const headings = new Set(last.values())
    for (const row of rowsOf(segments)) {
      if (heads.has(row[0]) || !isHeading(row, size)) continue
      const letters = lettersOf(row)
      headings.add(letters)
      last.set(Math.round(2 * Math.max(...row.map(segment => segment.size))), letters)
    }
    return headings
  })
}

/**
 * Heads that say the heading of the section on their page, so that few pages have the same, at the height at which others do so too.
 * What is in the type of a heading is one.
 */
const headingsAbove = (
  heads: readonly Candidate[],
  pages: readonly (readonly Segment[])[],
  { size, wide, enough }: { readonly size: number; readonly wide: number; readonly enough: number },
): Candidate[] => {
  const outer = heads.filter(({ place, gap, row }) => place === 0 && gap >= wide && !isHeading(row, size))
  if (outer.length < enough) return []
  const headings = headingsBy(pages, size, new Set(outer.map(({ row }) => row[0])))
  const saying = outer.filter(({ page, row }) => {
    const letters = lettersOf(row)
    return letters.length >= FEWEST_LETTERS && headings[page]?.has(letters) === true
  })
  return saying.filter(
    ({ distance }) => saying.filter(other => Math.abs(other.distance - distance) <= MOVES).length >= enough,
  )
}

/**
 * The segments of running heads, feet and page numbers: rows at the top or bottom that say the same but for numbers on several pages
 * at the same height (Lin, Header and footer extraction by page association, SPIE 5010, 2003, in short), and that stand apart from the text.
 * `pages` are the segments page by page, `heights` the heights of the pages, `size` is that of most of the text.
 */
export const runningLines = (
  pages: readonly (readonly Segment[])[],
  heights: readonly number[],
  size: number,
): ReadonlySet<Segment> => {
  const enough = pages.length <= SHORT_DOCUMENT ? 2 : 3
  const wide = WIDE * leadingOf(pages, size)
  const running = new Set<Segment>()
  const [heads = [], feet = []] = candidatesOf(pages, heights)
  for (const { row } of headingsAbove(heads, pages, { size, wide, enough }))
    for (const segment of row) running.add(segment)
  for (const candidates of [heads, feet]) {
    const groups = alikeOf(candidates, enough)
    const apart = apartOf(groups.flat(), wide)
    for (const group of groups)
      if (isRunning(group, apart, { pages: pages.length, size }))
        for (const { row } of group) for (const segment of row) running.add(segment)
  }
  return running
}
