import { describe, expect, it } from 'vitest'
import { nearWords, slipsBetween } from '#core/search/near-words.ts'

const vocabulary = ['microglia', 'microglial', 'morphine', 'cell', 'cells', 'bell', 'pain', 'paint', 'astrocyte', '10']
const near = (word: string, asBeginning = false): string[] =>
  nearWords(word, vocabulary, asBeginning).map(candidate => candidate.word)

describe('slips between two words', () => {
  it.each([
    ['microglia', 'microglia', 0],
    ['micorglia', 'microglia', 1],
    ['microgla', 'microglia', 1],
    ['micrglai', 'microglia', 2],
    ['pain', 'morphine', 3],
  ])('%s and %s have %i, counted to 3', (a, b, slips) => {
    expect(Math.min(slipsBetween(a, b, 2), 3)).toBe(slips)
    expect(Math.min(slipsBetween(b, a, 2), 3)).toBe(slips)
  })
})

describe('words that may have been meant', () => {
  it('are those with the fewest slips', () => {
    expect(near('micorglia')).toEqual(['microglia'])
    expect(near('mcrogliq')).toEqual(['microglia'])
    expect(near('aell')).toEqual(['cell', 'bell'])
  })

  it('are none for short words, for numbers, and for what is like nothing', () => {
    expect(near('pan')).toEqual([])
    expect(near('il10x')).toEqual([])
    expect(near('zzzzzzzz')).toEqual([])
  })

  it('may go on when the word is still being typed', () => {
    expect(near('astorcy')).toEqual([])
    expect(near('astorcy', true)).toEqual(['astrocyte'])
  })
})
