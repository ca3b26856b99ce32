import { expect, it } from 'vitest'
import { edgePull } from '../../../src/renderer/views/shelves/edge-pull.ts'

it('pulls towards an edge, the faster the nearer, and nowhere else', () => {
  expect(edgePull(100, 100, 500)).toBe(-12)
  expect(edgePull(118, 100, 500)).toBe(-6)
  expect(edgePull(136, 100, 500)).toBe(0)
  expect(edgePull(300, 100, 500)).toBe(0)
  expect(edgePull(482, 100, 500)).toBe(6)
  expect(edgePull(500, 100, 500)).toBe(12)
  expect(edgePull(99, 100, 500)).toBe(0)
  expect(edgePull(501, 100, 500)).toBe(0)
})

it('leaves a middle also in what is small, and does nothing in what has no size', () => {
  expect(edgePull(15, 0, 30)).toBe(0)
  expect(edgePull(0, 0, 30)).toBe(-12)
  expect(edgePull(7, 7, 7)).toBe(0)
})
