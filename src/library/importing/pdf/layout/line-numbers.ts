import { columnsOf } from './columns.ts'
import { endOf, partOfItem } from './page-text.ts'
import type { TextItem } from './page-text.ts'
import { segmentsOf } from './segments.ts'

/** Numbers that a page has beside its lines at least. */
const FEWEST = 5
/** Points by which they may be out of line. */
const OUT_OF_LINE = 5

const isNumber = ({ text }: TextItem): boolean => /^\d{1,5}$/.test(text.trim())

/** A piece that begins with a number and wide enough a space, as the number and the rest. */
const splitNumber = (item: TextItem): TextItem[] => {
  const [all, digits = ''] = /^(\d{1,5})\s+(?=\S)/.exec(item.text) ?? []
  if (all === undefined || item.rightToLeft) return [item]
  return [partOfItem(item, 0, digits.length), { ...partOfItem(item, all.length, item.text.length), spaced: true }]
}

const aligned = (numbers: readonly TextItem[], edge: (item: TextItem) => number): TextItem[] => {
  const sorted = numbers.toSorted((a, b) => edge(a) - edge(b))
  let best: TextItem[] = []
  let start = 0
  for (const [index, item] of sorted.entries()) {
    while (edge(item) - edge(sorted[start] ?? item) > OUT_OF_LINE) start += 1
    if (index + 1 - start > best.length) best = sorted.slice(start, index + 1)
  }
  return best
}

/** True when numbers, from the top, grow by the same step, but for one or two that are missing. */
const count = (numbers: readonly TextItem[]): boolean => {
  const values = numbers.toSorted((a, b) => a.baseline - b.baseline).map(({ text }) => Number(text))
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  return usual >= 1 && usual <= 10 && steps.filter(step => step === usual).length >= 0.8 * steps.length
}

/** Numbers beside lines, and what there is besides them. */
interface Numbered {
  readonly numbers: readonly TextItem[]
  readonly rest: readonly TextItem[]
  /** Where they stand: left or right of all other text. */
  readonly left: boolean
}

/** Numbers in one column, outside of all other text, which count the lines; null when there are none. */
const numbered = (items: readonly TextItem[]): Numbered | null => {
  const numbers = items.filter(isNumber)
  if (numbers.length < FEWEST) return null
  for (const edge of [endOf, ({ x }: TextItem): number => x]) {
    const column = aligned(numbers, edge)
    if (column.length < FEWEST || !count(column)) continue
    const members = new Set(column)
    const others = items.filter(item => !members.has(item) && item.text.trim() !== '')
    const right = Math.max(...column.map(endOf))
    const left = Math.min(...column.map(({ x }) => x))
    const inside = others.filter(item => item.x < right && endOf(item) > left).length
    const before = others.filter(item => endOf(item) <= left).length
    const after = others.filter(item => item.x >= right).length
    if (inside <= 0.02 * others.length && Math.min(before, after) <= 0.02 * others.length)
      return { numbers: column, rest: items.filter(item => !members.has(item)), left: before <= after }
  }
  return null
}

/** Steps by which the numbers of a second column may be off from going on after those of the first: some may be missing. */
const OFF = 2

/** True when numbers go on after others, or are the same, as those of the lines of two columns do. */
const countOn = (some: readonly TextItem[], others: readonly TextItem[]): boolean => {
  const [a, b] = [some, others].map(numbers => numbers.map(({ text }) => Number(text)).toSorted((x, y) => x - y))
  const [first = 0, second = 0] = a ?? []
  const step = Math.max(1, second - first)
  const near = (from: number, to: number): boolean => Math.abs(to - from) <= OFF * step
  const start = b?.[0] ?? 0
  return near(first, start) || near((a?.at(-1) ?? 0) + step, start) || near((b?.at(-1) ?? 0) + step, first)
}

/** True when a page has two columns of text beside each other; the cells of a table are none. */
const hasColumns = (items: readonly TextItem[]): boolean => {
  const sides = columnsOf(segmentsOf(items), false)
    .filter(({ segments, aside }) => !aside && segments.length >= FEWEST)
    .map(({ segments }) => ({
      left: Math.min(...segments.map(({ x }) => x)),
      right: Math.max(...segments.map(endOf)),
    }))
  return sides.some(({ right }) => sides.some(({ left }) => left >= right))
}

/**
 * The items of a page without the numbers that a manuscript has before (or after) its lines. Two columns of text may have them on both
 * sides.
 */
export const withoutLineNumbers = (given: readonly TextItem[]): readonly TextItem[] => {
  // Some programs set the number and its line as one piece of text.
  const first = numbered(given.flatMap(splitNumber))
  if (first === null) return given
  const second = numbered(first.rest)
  const areBoth =
    second !== null && second.left !== first.left && countOn(first.numbers, second.numbers) && hasColumns(second.rest)
  return areBoth ? second.rest : first.rest
}
