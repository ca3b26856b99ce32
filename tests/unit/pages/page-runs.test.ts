import * as v from 'valibot'
import { expect, test } from 'vitest'
import { packLayout, unpackLayout } from '#core/article/packed-layout.ts'
import { placedRunOf, placedRunsSchema } from '#core/article/page-layout.ts'
import type { PageLayout, PlacedRun } from '#core/article/page-layout.ts'
import { lineOf, runOfNextLine } from '../../../src/renderer/pages/line-steps.ts'
import { nearRun } from '../../../src/renderer/pages/near-run.ts'
import { PageRuns } from '../../../src/renderer/pages/page-runs.ts'
import { setRun } from '../../../src/renderer/pages/set-runs.ts'

/** Two columns of two lines on the first page, a note below that comes later in the text, and a line on the second page. */
const runs: PlacedRun[] = [
  [0, 10, 0, 50, 100, 200, 12, 0],
  [11, 20, 0, 50, 114, 200, 12, 0],
  [21, 30, 0, 300, 100, 200, 12, 0],
  [31, 35, 0, 300, 114, 90, 12, 0],
  [36, 40, 0, 394, 114, 100, 12, 0],
  [41, 50, 1, 50, 100, 200, 12, 0],
  [51, 60, 0, 50, 700, 200, 12, 0],
]
const layout: PageLayout = {
  pages: [
    { width: 612, height: 792 },
    { width: 612, height: 792 },
    { width: 612, height: 792 },
  ],
  runs,
}
const text = Array.from({ length: 60 }, (_, at) => (runs.some(([, end]) => end === at) ? ' ' : 'x')).join('')
const placed = new PageRuns(packLayout(layout), text.length)

test('a layout is the same after it was packed', () => {
  expect(unpackLayout(packLayout(layout))).toEqual(layout)
})

test('stretches follow the text and cover all of it, also where it goes back to a page', () => {
  expect(placed.stretches.map(({ page, start, end }) => [page, start, end])).toEqual([
    [0, 0, 41],
    [1, 41, 51],
    [0, 51, 60],
  ])
})

test('an offset has the run that holds it, or the next one', () => {
  expect([0, 9, 10, 35, 59, 1_000].map(offset => placed.at(offset))).toEqual([0, 0, 1, 4, 6, 6])
})

test('at a height of two columns the text goes on in the first one', () => {
  expect(placed.offsetBelow(0, 0)).toBe(0)
  expect(placed.offsetBelow(0, 113)).toBe(11)
  // Below both columns there is the note, and below that the next page.
  expect(placed.offsetBelow(0, 400)).toBe(51)
  expect(placed.offsetBelow(0, 750)).toBe(41)
  expect(placed.offsetBelow(2, 0)).toBe(51)
})

test('pages near the view are one span of the text', () => {
  expect(placed.spanOf(1, 2)).toEqual({ start: 41, end: 50 })
  expect(placed.spanOf(0, 2)).toEqual({ start: 0, end: 60 })
  expect(placed.spanOf(2, 3)).toEqual({ start: 0, end: 0 })
})

test('a hand in the gutter or below a column means the line beside it', () => {
  expect(nearRun(placed, 0, 255, 105)).toBe(0)
  expect(nearRun(placed, 0, 290, 105)).toBe(2)
  expect(nearRun(placed, 0, 100, 200)).toBe(1)
  expect(nearRun(placed, 2, 100, 100)).toBe(-1)
})

test('a line is what stands beside each other, and not the other column', () => {
  expect(lineOf(placed, 3)).toEqual({ from: 3, to: 4 })
  expect(lineOf(placed, 1)).toEqual({ from: 1, to: 1 })
})

test('a caret goes down a column, then to the next one, and over the page', () => {
  expect(runOfNextLine(placed, 0, 1, 60)).toBe(1)
  expect(runOfNextLine(placed, 1, 1, 60)).toBe(2)
  expect(runOfNextLine(placed, 2, 1, 450)).toBe(4)
  expect(runOfNextLine(placed, 4, -1, 450)).toBe(2)
  expect(runOfNextLine(placed, 4, 1, 60)).toBe(5)
  expect(runOfNextLine(placed, 6, 1, 60)).toBeNull()
})

test('the space between two runs of a line is as wide as on the page, the one at its end takes no room', () => {
  const [third, fourth, fifth] = [placed.runs[3], placed.runs[4], placed.runs[5]]
  if (third === undefined || fourth === undefined) throw new Error('There are runs missing.')

  expect(setRun(text, third, fourth)).toMatchObject({ start: 31, end: 36, width: 90, space: 4 })
  expect(setRun(text, fourth, fifth)).toMatchObject({ start: 36, end: 40, space: null })
  const [first, second] = [placed.runs[0], placed.runs[1]]
  if (first === undefined || second === undefined) throw new Error('There are runs missing.')
  expect(setRun(text, first, second)).toMatchObject({ start: 0, end: 11, space: 0 })
})

test('a run that is printed up a margin has the box that it takes there', () => {
  const turned = new PageRuns(packLayout({ pages: layout.pages, runs: [[0, 5, 0, 30, 500, 100, 10, 270]] }), 5)

  expect(turned.runs[0]?.box.left).toBeCloseTo(30)
  expect(turned.runs[0]?.box.right).toBeCloseTo(40)
  expect(turned.runs[0]?.box.top).toBeCloseTo(400)
  expect(turned.runs[0]?.box.bottom).toBeCloseTo(500)
})

test('a run is told from what is none as the schema tells it', () => {
  const good = [0, 10, 0, 50, -100, 200, 12, -90]
  const tried = [
    good,
    good.slice(1),
    [...good, 0],
    ...good.flatMap((_, at) => [-1, 0.5, 361, 100_001, Number.NaN, Infinity].map(value => good.with(at, value))),
  ]

  for (const numbers of tried)
    expect({ numbers, isRun: placedRunOf(numbers) !== null }).toEqual({
      numbers,
      isRun: numbers.length === 8 && v.safeParse(placedRunsSchema, [numbers]).success,
    })
})
