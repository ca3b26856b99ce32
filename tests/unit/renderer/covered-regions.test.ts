import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredRegions, overlapRegions } from '../../../src/renderer/rendering/covered-regions.ts'

const span = (start: number, end: number) => ({ start, end })

test('marks apart and marks that only touch do not overlap', () => {
  expect(overlapRegions([])).toEqual([])
  expect(overlapRegions([span(0, 5), span(8, 9)])).toEqual([])
  expect(overlapRegions([span(0, 5), span(5, 9)])).toEqual([])
})

test('the shared part of two marks is shown, also when one lies in the other or both are the same', () => {
  expect(overlapRegions([span(0, 6), span(4, 9)])).toEqual([span(4, 6)])
  expect(overlapRegions([span(0, 9), span(3, 5)])).toEqual([span(3, 5)])
  expect(overlapRegions([span(2, 4), span(2, 4)])).toEqual([span(2, 4)])
})

test('three marks on each other make one region, not two', () => {
  expect(overlapRegions([span(0, 9), span(2, 6), span(4, 12)])).toEqual([span(2, 9)])
})

test('neighbouring overlaps become one region', () => {
  expect(overlapRegions([span(0, 10), span(2, 4), span(4, 6)])).toEqual([span(2, 6)])
})

test('marks of one look that overlap or touch are one region', () => {
  expect(coveredRegions([span(0, 6), span(4, 9), span(9, 12), span(14, 15)])).toEqual([span(0, 12), span(14, 15)])
  expect(coveredRegions([span(0, 20), span(3, 5), span(8, 12)])).toEqual([span(0, 20)])
})

test('agrees with counting the marks on every character', () => {
  const marks = fc
    .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => span(start, start + length)))
    .map(spans => spans.toSorted((a, b) => a.start - b.start))
  fc.assert(
    fc.property(marks, spans => {
      for (const [regionsOf, least] of [
        [coveredRegions, 1],
        [overlapRegions, 2],
      ] as const) {
        const regions = regionsOf(spans)
        const isIn = (list: readonly { start: number; end: number }[], at: number) =>
          list.filter(({ start, end }) => start <= at && at < end).length
        for (let at = 0; at < 45; at += 1) expect(isIn(regions, at)).toBe(isIn(spans, at) >= least ? 1 : 0)
        for (const [index, region] of regions.entries())
          expect(region.start).toBeGreaterThan(regions[index - 1]?.end ?? -1)
      }
    }),
  )
})
