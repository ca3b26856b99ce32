import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapRegions } from '../../../src/renderer/rendering/overlap-regions.ts'

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

test('agrees with counting the marks on every character', () => {
  const marks = fc.array(
    fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => span(start, start + length)),
  )
  fc.assert(
    fc.property(marks, spans => {
      const counted = Array.from(
        { length: 45 },
        (_, at) => spans.filter(({ start, end }) => start <= at && at < end).length >= 2,
      )
      const regions = overlapRegions(spans)
      const covered = Array.from({ length: 45 }, (_, at) => regions.some(({ start, end }) => start <= at && at < end))
      expect(covered).toEqual(counted)
      for (const [index, region] of regions.entries())
        expect(region.start).toBeGreaterThan(regions[index - 1]?.end ?? -1)
    }),
  )
})
