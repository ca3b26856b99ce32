import { describe, expect, it } from 'vitest'
import { readQuery } from '#core/search/read-query.ts'
import { rehearsalOf } from '#core/search/rehearsal.ts'
import { plainWords } from '#core/search/search-words.ts'

const TEXT = 'Spinal microglia release BDNF, which turns the current of chloride in dorsal neurons round.'

describe('a rehearsal', () => {
  it('asks in words of the text, in each way that readers ask', () => {
    const read = rehearsalOf(TEXT).map(typed => readQuery(typed).terms)
    expect(read.some(terms => terms.length === 1 && terms[0]?.open === false)).toBe(true)
    expect(read.some(terms => terms.length === 3)).toBe(true)
    expect(read.some(terms => terms.some(({ exact }) => exact))).toBe(true)
    expect(read.some(terms => terms.some(({ negated }) => negated))).toBe(true)
    expect(read.some(terms => terms.some(({ open }) => open))).toBe(true)
  })

  it('misspells one word, so that what takes its place is looked for as well', () => {
    const words = new Set(plainWords(TEXT).split(' '))
    const whole = rehearsalOf(TEXT).filter(typed => /^\w+ $/.test(typed))
    expect(whole.filter(typed => !words.has(typed.trim()))).toHaveLength(1)
  })

  it('asks in any script', () => {
    expect(rehearsalOf('神経障害性疼痛')).not.toEqual([])
  })

  it.each(['', '— … !', 'a of to', 'Microglia', 'Two words', '神経障害性疼痛'])(
    'of %j asks nothing that is no question',
    text => {
      for (const typed of rehearsalOf(text)) {
        expect(typed).not.toContain('undefined')
        expect(readQuery(typed).terms.length).toBeGreaterThan(0)
      }
    },
  )
})
