import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PACE, followPace } from '../../../src/renderer/views/shelves/scroll-pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const followed = () => {
  let top = 0
  const told: boolean[] = []
  const pace = followPace({ top: () => top, line: () => 300 }, flies => told.push(flies))
  const scrollTo = (to: number): void => {
    top = to
    pace.moved()
  }
  return { told, pace, scrollTo }
}

test('a view flies from the first step on until it has come to rest', () => {
  const { told, scrollTo } = followed()
  for (let step = 1; step <= 50; step += 1) {
    scrollTo(step * 700)
    vi.advanceTimersByTime(PACE / 4)
  }
  expect(told).toEqual([true])
  vi.advanceTimersByTime(PACE * 2)
  expect(told).toEqual([true, false])
  vi.advanceTimersByTime(PACE * 10)
  expect(told).toEqual([true, false])
})

test('a view that goes slowly is told to stand at each look', () => {
  const { told, scrollTo } = followed()
  for (let step = 1; step <= 8; step += 1) {
    scrollTo(step * 20)
    vi.advanceTimersByTime(PACE / 2)
  }
  expect(told.filter(flies => !flies).length).toBeGreaterThanOrEqual(4)
})

test('nothing is told of a view that is gone', () => {
  const { told, pace, scrollTo } = followed()
  scrollTo(700)
  pace.stop()
  vi.advanceTimersByTime(PACE * 3)
  expect(told).toEqual([true])
})
