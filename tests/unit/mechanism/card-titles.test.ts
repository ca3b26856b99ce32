import { describe, expect, it } from 'vitest'
import { titleOf } from '#core/mechanism/cards/card-title.ts'
import type { TitledEffect } from '#core/mechanism/cards/card-title.ts'
import { makeCards } from '#core/mechanism/cards/make-cards.ts'
import type { Candidate } from '#core/mechanism/cards/find-candidates.ts'
import { statementKeys } from '#core/mechanism/cards/statement-key.ts'
import type { Effect, Entity } from '#core/mechanism/mechanism.ts'

const said = (agent: string | null, target: string, more: Partial<TitledEffect> = {}): TitledEffect => ({
  agent,
  target,
  direction: 'decreases',
  negated: false,
  hedged: false,
  confidence: 0.9,
  ...more,
})
const keys = statementKeys([])

describe('a title made of effects', () => {
  it('is the surest one, with a named agent before one without', () => {
    const effects = [said(null, 'pain'), said('IL-4', 'TNF', { confidence: 0.5 }), said('IL-10', 'TNF')]
    expect(titleOf(effects, keys)).toBe('IL-10 decreases TNF')
  })

  it('names up to three targets of the same agent, without their articles and asides', () => {
    const effects = [said('the drug', 'the pain (at rest)'), said('The drug', 'IL-6'), said('IL-6', 'sleep')]
    expect(titleOf(effects, keys)).toBe('Drug decreases pain and IL-6')
  })

  it('takes the text’s own words, and what else they govern', () => {
    const words = { first: 'agent' as const, phrase: 'release' }
    const effects = [
      said('microglia', 'TNF', { at: 10, words }),
      said('microglia', 'IL-1β', { at: 10, words: null }),
      said('microglia', 'IL-6', { at: 90, words: null }),
    ]
    expect(titleOf(effects, keys)).toBe('Microglia release TNF and IL-1β')
  })

  it('leaves symbols that begin small as they are', () => {
    expect(titleOf([said('p53', 'growth')], keys)).toBe('p53 decreases growth')
    expect(titleOf([said('iNOS', 'growth')], keys)).toBe('iNOS decreases growth')
  })

  it('is cut at a word when it is too long', () => {
    const title = titleOf(
      [said('stem cells of the bone marrow that were grown in a dish for a week', 'x '.repeat(80))],
      keys,
    )
    expect(title.length).toBeLessThanOrEqual(91)
    expect(title).toMatch(/\w…$/)
  })
})

/** A text of paragraphs, with an effect wherever it says "X lowers Y". */
const article = (...paragraphs: string[]) => {
  const text = paragraphs.join('\n')
  const spans: { start: number; end: number }[] = []
  for (const words of paragraphs) {
    const start = spans.length === 0 ? 0 : (spans.at(-1)?.end ?? 0) + 1
    spans.push({ start, end: start + words.length })
  }
  const names = new Map<string, Entity>()
  const effects = [...text.matchAll(/([\w-]+) (lowers) ([\w-]+)/g)].map((match, index): Effect => {
    const parts = [0, 1, 2].map(part => {
      const quote = match[part + 1] ?? ''
      const before = match.slice(1, part + 1).reduce((sum, one) => sum + one.length + 1, 0)
      return { start: match.index + before, end: match.index + before + quote.length, quote }
    })
    const [agent, trigger, target] = parts as [Effect['target'], Effect['target'], Effect['target']]
    for (const side of [agent, target]) {
      const known = names.get(side.quote)
      if (known) known.mentions.push(side)
      else names.set(side.quote, { id: side.quote, type: 'gene-or-protein', name: side.quote, mentions: [side] })
    }
    const rest = { direction: 'decreases', negated: false, hedged: false, confidence: 0.9, rule: 'active' } as const
    return { id: `e${index + 1}`, agent, trigger, target, ...rest }
  })
  const entities = [...names.values()]
  const cardsWith = (candidates: readonly Candidate[] = []) =>
    makeCards(text, candidates, spans, effects, entities, new Set())
  return { text, spans, cardsWith }
}
const candidate = (title: string, span: { start: number; end: number }, announced: boolean): Candidate => ({
  title,
  passage: span,
  body: span,
  announced,
  focused: announced,
})

describe('the cards of any article', () => {
  it('tell of each paragraph that says something new', () => {
    const { cardsWith } = article(
      'IL-10 lowers TNF.',
      'Nothing here.',
      'IL-10 lowers TNF.',
      'IL-4 lowers TNF, and IL-10 lowers TNF.',
    )
    expect(cardsWith().map(({ title, titled, effects }) => [title, titled, effects])).toEqual([
      ['IL-10 lowers TNF', 'by-effects', ['e1']],
      ['IL-4 lowers TNF', 'by-effects', ['e3', 'e4']],
    ])
  })

  it('tell beside titled sections what else the text says, in its order', () => {
    const { spans, cardsWith } = article('IL-4 lowers CCL2.', 'IL-10 lowers TNF.', 'IL-6 lowers IL-8.')
    const cards = cardsWith([candidate('Calm', spans[1] ?? { start: 0, end: 0 }, false)])
    expect(cards.map(({ title, titled }) => [title, titled])).toEqual([
      ['IL-4 lowers CCL2', 'by-effects'],
      ['Calm', undefined],
      ['IL-6 lowers IL-8', 'by-effects'],
    ])
  })

  it('are those that the text lists, when the list holds most of what it says', () => {
    const { spans, cardsWith } = article('IL-4 lowers CCL2.', 'IL-10 lowers TNF.', 'IL-6 lowers IL-8.')
    const [first, second, third] = spans.map((span, index) => candidate(`Mechanism of ${index}`, span, true))
    if (first === undefined || second === undefined || third === undefined) throw new Error('three paragraphs')
    expect(cardsWith([second, third]).map(({ title }) => title)).toEqual(['Mechanism of 1', 'Mechanism of 2'])
    expect(cardsWith([third]).map(({ title }) => title)).toEqual([
      'IL-4 lowers CCL2',
      'IL-10 lowers TNF',
      'Mechanism of 2',
    ])
  })

  it('tell a long section paragraph by paragraph, and one that is announced as a whole', () => {
    const long = `IL-10 lowers TNF. ${'Words that say nothing. '.repeat(60)}`
    const { text, cardsWith } = article(long, long.replace('TNF', 'IL-8'))
    const all = { start: 0, end: text.length }
    expect(cardsWith([candidate('Cytokines', all, false)]).map(({ title }) => title)).toEqual([
      'IL-10 lowers TNF',
      'IL-10 lowers IL-8',
    ])
    expect(cardsWith([candidate('Cytokines', all, true)]).map(({ title }) => title)).toEqual(['Cytokines'])
  })
})
