import { describe, expect, it } from 'vitest'
import { countWords } from '#core/article/count-words.ts'
import { tokens, words } from '#core/text/words.ts'

const wordsOf = (text: string): string[] => words(text).map(word => word.text)

describe('words', () => {
  it.each([
    ['IL-1β and NT-3 rise', ['IL-1β', 'and', 'NT-3', 'rise']],
    ['iNOS, CD4+ and Ca2+', ['iNOS', 'CD4+', 'and', 'Ca2+']],
    ['2.5 mg in 1,200 cells', ['2.5', 'mg', 'in', '1,200', 'cells']],
    ['Parkinson’s disease (PD)', ['Parkinson’s', 'disease', 'PD']],
    ['over-activation - of microglia', ['over-activation', 'of', 'microglia']],
    ['ends here.Next', ['ends', 'here', 'Next']],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it.each(['a', 'a-', '1.'])('reads what runs on for twenty million characters of %j, and leaves none out', part => {
    const text = part.repeat(20_000_000 / part.length)
    expect(tokens(text).reduce((sum, { start, end }) => sum + end - start, 0)).toBe(text.length)
    expect(countWords(text)).toBeGreaterThan(0)
  })

  it('gives offsets into the whole text, not into the span', () => {
    const text = 'GDNF rises; NT-3 falls'
    const found = words(text, { start: 12, end: text.length })
    expect(found.map(word => [word.start, text.slice(word.start, word.end)])).toEqual([
      [12, 'NT-3'],
      [17, 'falls'],
    ])
  })

  it('keeps offsets right after characters outside the basic plane', () => {
    const text = '🧠 IL-10'
    expect(words(text)[0]).toMatchObject({ start: 3, end: 8, text: 'IL-10' })
  })

  it('gives marks as tokens of their own', () => {
    expect(tokens('IL-1 (up), yes').map(token => token.text)).toEqual(['IL-1', '(', 'up', ')', ',', 'yes'])
  })
})
