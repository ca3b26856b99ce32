import { expect, test } from 'vitest'
import { trimSpan } from '../../../src/renderer/rendering/selection.ts'

const text = ' Stem cells\n\trenew.\u00A0'

const trimmed = (start: number, end: number): string | null => {
  const span = trimSpan(text, { start, end })
  return span === null ? null : text.slice(span.start, span.end)
}

test('white space at the ends of a selection is left out, also line feeds between blocks and tabs between cells', () => {
  expect(trimmed(0, text.length)).toBe('Stem cells\n\trenew.')
  expect(trimmed(11, 15)).toBe('re')
})

test('a selection of nothing but white space is none', () => {
  expect(trimmed(11, 13)).toBeNull()
  expect(trimmed(3, 3)).toBeNull()
})
