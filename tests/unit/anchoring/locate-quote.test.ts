import { describe, expect, it } from 'vitest'
import { locateQuote } from '#core/anchoring/locate-quote.ts'

const text = 'IL-1 falls.\nIL-10 rises, and\tIL-1 falls  again.\nPain eases.'

const found = (query: Parameters<typeof locateQuote>[1]) => {
  const located = locateQuote(text, query)
  return located.ok ? text.slice(located.value.start, located.value.end) : located.error.code
}

describe('locateQuote', () => {
  it('finds words that occur once', () => {
    expect(found({ quote: 'IL-10 rises' })).toBe('IL-10 rises')
  })

  it('takes any white space for any other, and none at the ends', () => {
    expect(found({ quote: ' rises, and IL-1\nfalls again ' })).toBe('rises, and\tIL-1 falls  again')
  })

  it('asks for more when the words occur several times, and says how often', () => {
    const located = locateQuote(text, { quote: 'IL-1' })
    expect(located).toMatchObject({ ok: false, error: { code: 'ambiguous-quote' } })
    expect(!located.ok && located.error.message).toContain('3 times')
  })

  it('tells them apart by the words before and after, with or without the space between', () => {
    const second = { ok: true, value: { start: 29, end: 39 } }
    expect(locateQuote(text, { quote: 'IL-1 falls', prefix: 'and ' })).toEqual(second)
    expect(locateQuote(text, { quote: 'IL-1 falls', prefix: 'and' })).toEqual(second)
    expect(locateQuote(text, { quote: 'IL-1 falls', suffix: ' again.' })).toEqual(second)
    expect(locateQuote(text, { quote: 'IL-1 falls', suffix: '. IL-10' })).toEqual({
      ok: true,
      value: { start: 0, end: 10 },
    })
  })

  it.each([
    ['words that are not there', { quote: 'IL-17' }],
    ['other capitals', { quote: 'il-10 rises' }],
    ['no words', { quote: '  \n' }],
    ['words that are there without that prefix', { quote: 'Pain', prefix: 'No' }],
  ])('does not find %s', (_what, query) => {
    expect(found(query)).toBe('quote-not-found')
  })
})
