import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeGraphemes } from '#core/text/whole-graphemes.ts'

const widened = (text: string, start: number, end: number): string => {
  const span = wholeGraphemes(text, { start, end })
  return text.slice(span.start, span.end)
}

test('half a flag, half a family and a letter without its accent become whole', () => {
  expect(widened('a 🇩🇪 b', 4, 6)).toBe('🇩🇪')
  expect(widened('a 👩‍👩‍👧 b', 5, 6)).toBe('👩‍👩‍👧')
  expect(widened('caf\u0065\u0301s', 3, 4)).toBe('e\u0301')
  expect(widened('กำลัง', 0, 1)).toBe('กำ')
})

test('the second of two flags is not taken for half of each', () => {
  expect(widened('🇩🇪🇫🇷', 4, 8)).toBe('🇫🇷')
  expect(widened('🇩🇪🇫🇷', 6, 8)).toBe('🇫🇷')
})

test('a span between graphemes stays as it is, and any span only grows, in texts of every script', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
      const [start = 0, end = 0] = [a % (words.length + 1), b % (words.length + 1)].toSorted((x, y) => x - y)
      fc.pre(start < end)
      const wide = wholeGraphemes(words, { start, end })
      expect(wide.start).toBeLessThanOrEqual(start)
      expect(wide.end).toBeGreaterThanOrEqual(end)
      const edges = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words)].map(s => s.index)
      expect([...edges, words.length]).toEqual(expect.arrayContaining([wide.start, wide.end]))
      expect(wholeGraphemes(words, wide)).toEqual(wide)
    }),
  )
})
