import { expect, it } from 'vitest'
import { linesInView, placeAfterKey } from '../../../src/renderer/views/shelves/grid-moves.ts'

it('moves in a list by lines and pages, and stays within it', () => {
  const list = { count: 10, columns: 1, page: 4 }
  expect(placeAfterKey('ArrowDown', 3, list)).toBe(4)
  expect(placeAfterKey('ArrowDown', 9, list)).toBe(9)
  expect(placeAfterKey('ArrowUp', 0, list)).toBe(0)
  expect(placeAfterKey('PageDown', 7, list)).toBe(9)
  expect(placeAfterKey('PageUp', 7, list)).toBe(3)
  expect(placeAfterKey('Home', 7, list)).toBe(0)
  expect(placeAfterKey('End', 7, list)).toBe(9)
  expect(placeAfterKey('ArrowRight', 7, list)).toBeNull()
  expect(placeAfterKey('ArrowDown', 0, { ...list, count: 0 })).toBeNull()
})

it('moves among cards in both directions; down into a short last line goes to its end', () => {
  const cards = { count: 7, columns: 3, page: 2 }
  expect(placeAfterKey('ArrowRight', 0, cards)).toBe(1)
  expect(placeAfterKey('ArrowLeft', 3, cards)).toBe(2)
  expect(placeAfterKey('ArrowDown', 1, cards)).toBe(4)
  expect(placeAfterKey('ArrowDown', 5, cards)).toBe(6)
  expect(placeAfterKey('ArrowDown', 6, cards)).toBe(6)
  expect(placeAfterKey('ArrowUp', 1, cards)).toBe(1)
})

it('draws the lines that are in view, and some beside them', () => {
  const view = { top: 460, height: 460, line: 46, lines: 100 }
  expect(linesInView(view, 0)).toEqual([10, 19])
  expect(linesInView(view, 4)).toEqual([6, 23])
  expect(linesInView({ ...view, top: 0 }, 4)).toEqual([0, 13])
})
