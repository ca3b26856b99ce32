import { expect, test } from 'vitest'
import { placedOn } from '../../../src/renderer/state/placed-annotations.ts'
import { markForKey } from '../../../src/renderer/views/reader/mark-margin-keys.ts'
import { marginValue } from '../../../src/renderer/views/reader/mark-margin-words.ts'
import { fullness, MarkRows, offsetAtRow, rowsOf } from '../../../src/renderer/views/reader/mark-margin-rows.ts'

test('a passage lies at its share of the height, and the shortest can still be seen, also at the very end', () => {
  expect(rowsOf({ start: 500, end: 600 }, 100, 1_000)).toEqual({ from: 50, to: 60 })
  expect(rowsOf({ start: 500, end: 501 }, 100, 1_000)).toEqual({ from: 50, to: 52 })
  expect(rowsOf({ start: 999, end: 1_000 }, 100, 1_000)).toEqual({ from: 98, to: 100 })
})

test('a height leads to the offset that lies there, and never out of the text', () => {
  expect(offsetAtRow(50, 100, 1_000)).toBe(500)
  expect(offsetAtRow(-4, 100, 1_000)).toBe(0)
  expect(offsetAtRow(200, 100, 1_000)).toBe(999)
  expect(offsetAtRow(3, 0, 0)).toBe(0)
})

test('marks on top of each other are counted by colour, and one that is taken out leaves the others', () => {
  const rows = new MarkRows(100, 1_000)
  rows.count({ start: 500, end: 520 }, 'yellow', 1)
  rows.count({ start: 505, end: 520 }, 'yellow', 1)
  expect(rows.count({ start: 510, end: 530 }, 'purple', 1)).toEqual({ from: 51, to: 53 })
  expect([...rows.at(51)]).toEqual([2, 0, 0, 0, 0, 1])
  rows.count({ start: 500, end: 520 }, 'yellow', -1)
  expect([...rows.at(51)]).toEqual([1, 0, 0, 0, 0, 1])
  expect([...rows.at(60)]).toEqual([0, 0, 0, 0, 0, 0])
})

test('the more marks lie at a row, the fuller it is, up to its whole width', () => {
  expect(fullness(0)).toBe(0)
  expect(fullness(2)).toBeGreaterThan(fullness(1))
  expect(fullness(10)).toBeGreaterThan(fullness(2))
  expect(fullness(10_000)).toBe(1)
})

test('arrow keys go from mark to mark and stop at the ends; without a focus they begin where the reader is', () => {
  expect(markForKey('ArrowDown', 3, 0, 9)).toBe(4)
  expect(markForKey('ArrowUp', 0, 0, 9)).toBe(0)
  expect(markForKey('ArrowDown', 8, 0, 9)).toBe(8)
  expect(markForKey('ArrowDown', -1, 5, 9)).toBe(5)
  expect(markForKey('ArrowUp', -1, 5, 9)).toBe(4)
  expect(markForKey('ArrowDown', -1, 9, 9)).toBe(8)
  expect(markForKey('End', 2, 0, 9)).toBe(8)
  expect(markForKey('PageUp', 4, 0, 9)).toBe(0)
  expect(markForKey('End', -1, 0, 0)).toBeNull()
  expect(markForKey('a', 2, 0, 9)).toBeNull()
})

test('the margin says which mark it is on as a sentence with one stop', () => {
  const said = (exact: string, note = ''): string => {
    const selectors = { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } }
    const looks = { style: 'highlight', color: 'blue' } as const
    const annotation = { id: 'a', created: '', modified: '', version: 1, note, tags: [], selectors, ...looks }
    return marginValue(placedOn(annotation, { status: 'exact', start: 0, end: 9, score: 1 }), 1, 4)
  }
  expect(said('They renew themselves')).toBe('Mark 2 of 4, blue highlight: They renew themselves.')
  expect(said('Nobody fell ill.', 'Why?')).toBe('Mark 2 of 4, blue highlight: Nobody fell ill. It has a note.')
  expect(said('word '.repeat(40))).toMatch(/word…$/)
})
