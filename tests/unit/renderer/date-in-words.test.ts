import { expect, test } from 'vitest'
import { dateInWords, readingMinutes } from '../../../src/renderer/views/reader/article-head.ts'

test.each([
  ['2024-03-02', '2 March 2024'],
  ['2024-03-02T23:30:00-05:00', '2 March 2024'],
  ['2024-03', 'March 2024'],
  ['2024', '2024'],
  ['last spring', 'last spring'],
])('the date %s is shown as exactly as it is known: %s', (date, words) => {
  expect(dateInWords(date)).toBe(words)
})

test('even the shortest article takes a minute', () => {
  expect(readingMinutes(3)).toBe(1)
  expect(readingMinutes(1_363)).toBe(6)
})
