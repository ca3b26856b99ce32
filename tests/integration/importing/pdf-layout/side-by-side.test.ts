import { expect, test } from 'vitest'
import { documentParts } from '#library/importing/pdf/layout/document-parts.ts'
import type { TextItem } from '#library/importing/pdf/layout/page-text.ts'
import { segmentsOf } from '#library/importing/pdf/layout/segments.ts'
import { sideBySide } from '#library/importing/pdf/layout/side-by-side.ts'
import { textItem } from './text-item.ts'

/** Pieces of text as a table has them: `pieces` beside each other in each of `rows`. */
const grid = (rows: number, pieces: number): TextItem[] =>
  Array.from({ length: rows * pieces }, (_, index) =>
    textItem('12', 20 + 28 * (index % pieces), 60 + 14 * Math.floor(index / pieces), { drawn: index }),
  )

/** The least milliseconds of the processor of five times. */
const timeOf = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )

const read = (items: readonly TextItem[]): void => {
  documentParts([{ number: 0, width: 612, height: 792, frames: [{ rotation: 0, items }] }], new Set())
}

/** Looks without finding columns, so that all that can be tried is. */
const looking = (rows: number, pieces: number): (() => void) => {
  const segments = segmentsOf(grid(rows, pieces))
  return () => {
    sideBySide(segments, () => false)
  }
}

test('the time that rows of a few pieces take grows about as they do', () => {
  const [few, many] = [looking(60, 3), looking(240, 3)]
  for (let time = 0; time < 20; time += 1) few()

  expect(timeOf(many)).toBeLessThan(10 * timeOf(few))
})

test.each([
  ['a page with a table', () => read(grid(39, 20))],
  ['a few rows of very many pieces', looking(4, 200)],
])('%s takes no longer than a page of text', (_, work) => {
  expect(timeOf(work)).toBeLessThan(400)
})
