import { expect, test } from 'vitest'
import { partNearView } from '../../../src/renderer/views/reader/part-near-view.ts'

/** A view of 100 pixels on a text with a character at each pixel, scrolled to 1,000. */
const view = {
  scroller: { getBoundingClientRect: () => ({ top: 0, bottom: 100, height: 100 }) } as HTMLElement,
  offsetAtHeight: (y: number) => 1_000 + y,
}

test('of a passage that is all over a book only what is near the view counts', () => {
  expect(partNearView(view, { start: 0, end: 3_000_000 })).toEqual({ start: 900, end: 1_200 })
  expect(partNearView(view, { start: 1_050, end: 3_000_000 })).toEqual({ start: 1_050, end: 1_200 })
  expect(partNearView(view, { start: 1_010, end: 1_020 })).toEqual({ start: 1_010, end: 1_020 })
})

test('of a passage that is out of reach the end that is nearest counts', () => {
  expect(partNearView(view, { start: 10, end: 500 })).toEqual({ start: 499, end: 500 })
  expect(partNearView(view, { start: 5_000, end: 6_000 })).toEqual({ start: 5_000, end: 5_001 })
})
