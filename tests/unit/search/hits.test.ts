import { describe, expect, it } from 'vitest'
import { findMatches, withoutOverlaps } from '#core/search/find-matches.ts'
import { makeSnippet } from '#core/search/make-snippet.ts'
import { readQuery } from '#core/search/read-query.ts'

const matchesIn = (text: string, typed: string): string[] =>
  withoutOverlaps(findMatches(text, readQuery(typed).terms)).map(({ start, end }) => text.slice(start, end))
const snippetOf = (text: string, typed: string): string => {
  const { start, end } = makeSnippet(text, findMatches(text, readQuery(typed).terms))
  return text.slice(start, end)
}

describe('what is marked in a text', () => {
  it.each([
    ['IL-10 and IL10, not IL-1', 'il10 ', ['IL-10', 'IL10']],
    ['TNF-α, TNFα', 'tnf-alpha ', ['TNF-α', 'TNFα']],
    ['Cells of a cell', 'cell ', ['Cells', 'cell']],
    ['microglia and microglial', 'microgl', ['microglia', 'microglial']],
    ['pain, painful', 'pain ', ['pain']],
    ['a stem cell in stem and cell', '"stem cell" ', ['stem cell']],
    ['Naïve', 'naive ', ['Naïve']],
    ['pain without gain', 'pain -gain', ['pain']],
  ])('of “%s” for “%s”', (text, typed, marked) => {
    expect(matchesIn(text, typed)).toEqual(marked)
  })

  it('is one span where terms overlap', () => {
    expect(matchesIn('stem cell therapy', '"stem cell" "cell therapy" ')).toEqual(['stem cell therapy'])
  })
})

describe('a snippet', () => {
  const filler = 'Nothing of this is looked for by anybody. '

  it('is the sentence with the match', () => {
    expect(snippetOf(`${filler}IL-10 rises (Fig. 2). ${filler}`, 'rises ')).toBe('IL-10 rises (Fig. 2).')
  })

  it('is where most of what was asked for stands together', () => {
    const text = `Pain is bad. ${filler.repeat(8)}Pain and IL-10 in one place. ${filler.repeat(8)}IL-10 alone.`
    expect(snippetOf(text, 'pain il-10 ')).toBe('Pain and IL-10 in one place.')
  })

  it('is cut between words where the sentence is long', () => {
    const text = `${'before it '.repeat(60)}morphine${' after it'.repeat(60)}`
    const snippet = snippetOf(text, 'morphine ')
    expect(snippet.length).toBeLessThanOrEqual(220)
    expect(snippet.length).toBeGreaterThan(150)
    expect(snippet).toMatch(/^(?:before|it) .*morphine.* (?:after|it)$/)
  })

  it('stays within one paragraph when the matches do', () => {
    expect(snippetOf('First of all.\nPain is second.\nThird', 'second ')).toBe('Pain is second.')
  })

  it('of a text without matches is its beginning', () => {
    expect(snippetOf('Only this. And that.', 'nothing ')).toBe('Only this.')
    expect(snippetOf('', 'nothing ')).toBe('')
  })
})
