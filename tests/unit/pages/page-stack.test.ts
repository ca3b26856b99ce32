import { expect, test } from 'vitest'
import { PageStack } from '../../../src/renderer/pages/page-stack.ts'
import { scaleFor, stepZoom, turnZoom, zoomInWords } from '../../../src/renderer/pages/page-zoom.ts'

const letter = { width: 612, height: 792 }
const wide = { width: 792, height: 612 }

test('pages stand below each other, the narrower ones in the middle', () => {
  const stack = new PageStack([letter, wide, letter], 2)

  expect(stack.width).toBe(1584)
  expect(stack.box(0)).toEqual({ left: 180, top: 0, width: 1224, height: 1584 })
  expect(stack.box(1)).toEqual({ left: 0, top: 1602, width: 1584, height: 1224 })
  expect(stack.box(2).top).toBe(1602 + 1224 + 18)
  expect(stack.height).toBe(stack.box(2).top + 1584)
})

test('a gap belongs to the page above it, and what is beyond the ends to the first and the last page', () => {
  const stack = new PageStack([letter, letter, letter], 1)

  expect([-50, 0, 791, 800, 810, 1e9].map(y => stack.pageAt(y))).toEqual([0, 0, 0, 0, 1, 2])
  expect(stack.between(700, 900)).toEqual({ from: 0, to: 2 })
  expect(stack.between(820, 900)).toEqual({ from: 1, to: 2 })
})

test('a document without pages has nothing to show', () => {
  const stack = new PageStack([], 1)

  expect(stack.between(0, 500)).toEqual({ from: 0, to: 0 })
  expect([stack.width, stack.height]).toEqual([0, 0])
})

test('which pages are near is found as quickly in ten thousand', () => {
  const stack = new PageStack(
    Array.from({ length: 10_000 }, () => letter),
    1,
  )

  expect(stack.pageAt(stack.box(7_654).top + 5)).toBe(7_654)
})

test('pages fit the width, or the view as a whole, or have the size that was chosen', () => {
  const view = { width: 918, height: 396 }

  expect(scaleFor('width', [letter], view)).toBeCloseTo(1.5)
  expect(scaleFor('page', [letter], view)).toBeCloseTo(0.5)
  expect(scaleFor('width', [letter, wide], view)).toBeCloseTo(918 / 792)
  expect(scaleFor(3, [letter], view)).toBe(3)
  // Neither a window that is hardly there nor a very wide one makes pages that cannot be read.
  expect(scaleFor('width', [letter], { width: -40, height: 0 })).toBe(0.25)
  expect(scaleFor('width', [letter], { width: 5_000, height: 900 })).toBe(2.4)
})

test('plus and minus go to the next step in sight, and end somewhere', () => {
  const steps = [1, 1, 1].reduce<number[]>(all => [...all, stepZoom(all.at(-1) ?? 0, 1)], [96 / 72])

  expect(steps.map(zoomInWords)).toEqual(['100%', '110%', '125%', '150%'])
  expect(zoomInWords(stepZoom(1.42, -1))).toBe('100%')
  let scale = 1
  for (let time = 0; time < 40; time += 1) scale = stepZoom(scale, 1)
  expect(zoomInWords(scale)).toBe('400%')
  for (let time = 0; time < 40; time += 1) scale = turnZoom(scale, 300)
  expect(scale).toBe(0.25)
})
