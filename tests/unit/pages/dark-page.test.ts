import { expect, test } from 'vitest'
import { pictureBoxes } from '../../../src/renderer/pages/drawing/dark-page.ts'
import { fittingFont } from '../../../src/renderer/pages/measure-text.ts'

test('a picture is told by three of its corners, however it is turned', () => {
  const box = { left: 0.125, right: 0.5, top: 0.25, bottom: 0.5 }
  expect(pictureBoxes([0.125, 0.25, 0.125, 0.5, 0.5, 0.25])).toEqual([box])
  expect(pictureBoxes([0.5, 0.5, 0.5, 0.25, 0.125, 0.5])).toEqual([box])
})

test('a picture that is the whole page, as of a scan, is darkened with it', () => {
  expect(pictureBoxes([0, 0, 0, 1, 1, 0])).toEqual([])
})

test('the font is taken in which all lines are stretched alike', () => {
  const widths: Record<string, readonly [number, number]> = { iiii: [2, 1.5], mmmm: [3, 4] }
  const measure = (text: string, font: string): number => widths[text]?.[font === 'serif' ? 0 : 1] ?? 0

  expect(
    fittingFont(
      [
        { text: 'iiii', width: 4 },
        { text: 'mmmm', width: 6 },
      ],
      measure,
    ),
  ).toBe('serif')
  expect(
    fittingFont(
      [
        { text: 'iiii', width: 3 },
        { text: 'mmmm', width: 8 },
      ],
      measure,
    ),
  ).toBe('sans-serif')
})
