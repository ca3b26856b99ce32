import { endOf, partOfItem } from './page-text.ts'
import type { TextItem } from './page-text.ts'

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

/**
 * The items of a page without the numbers that a manuscript has before (or after) its lines: numbers in one column, outside of all
 * other text, which count the lines.
 */
export const withoutLineNumbers = (given: readonly TextItem[]): readonly TextItem[] => {
  // Some programs set the number and its line as one piece of text.
  const items = given.flatMap(splitNumber)
  // Two columns of text may each have theirs.
  const left = withoutColumn(withoutColumn(items))
  return left.length === items.length ? given : left
}

const withoutColumn = (items: readonly TextItem[]): readonly TextItem[] => {
  const numbers = items.filter(isNumber)
  if (numbers.length < FEWEST) return items
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
      return items.filter(item => !members.has(item))
  }
  return items
}
