import { expect, test } from 'vitest'
import { moveEdge } from '../../../src/renderer/rendering/resize-span.ts'
import type { EdgeMove } from '../../../src/renderer/rendering/resize-span.ts'

const text = 'They lower IL-1 and IL-17, whereas IL-10 is increased.'

const moved = (words: string, ...moves: EdgeMove[]): string => {
  const start = text.indexOf(words)
  const span = moves.reduce((current, move) => moveEdge(text, current, move), { start, end: start + words.length })
  return text.slice(span.start, span.end)
}

test('the start moves to the beginning of the word before or after', () => {
  expect(moved('IL-1 and IL-17', 'start-back')).toBe('lower IL-1 and IL-17')
  expect(moved('IL-1 and IL-17', 'start-forward')).toBe('and IL-17')
})

test('the end moves to the end of the word after or before, and symbols stay whole', () => {
  expect(moved('lower IL-1', 'end-forward', 'end-forward')).toBe('lower IL-1 and IL-17')
  expect(moved('IL-1 and IL-17', 'end-back', 'end-back')).toBe('IL-1')
})

test('a mark that cuts a word is completed first', () => {
  expect(moved('wer IL-1 a', 'start-back', 'end-forward')).toBe('lower IL-1 and')
})

test('at least one word stays, and the ends of the text hold', () => {
  expect(moved('IL-10', 'start-forward')).toBe('IL-10')
  expect(moved('IL-10', 'end-back')).toBe('IL-10')
  expect(moved('They', 'start-back')).toBe('They')
  expect(moved('increased', 'end-forward')).toBe('increased')
})
