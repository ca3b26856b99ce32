import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { passageAt } from '#core/text/span.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

const article = articleFromLines([
  '# Oils',
  '## Mechanisms',
  '### Less fire',
  'Curcumin lowers IL-6. It may also raise IL-10.',
  '### More calm',
  'Linalool does not increase pain. Sleep improves.',
])
const found = extract(article, shippedLexicon)
const [fire, calm] = found.mechanisms

const record = (fields: Partial<ReaderCard>): ReaderCard => ({
  id: '00000000-0000-4000-8000-000000000001',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  version: 1,
  decision: 'accepted',
  card: fire?.id ?? null,
  ...fields,
})
const at = (words: string): ReturnType<typeof passageAt> => {
  const start = article.text.indexOf(words)
  return passageAt(article.text, { start, end: start + words.length })
}
const content = (title: string, words: string): NonNullable<ReaderCard['content']> => ({
  title,
  passage: at(words),
  effects: [
    {
      id: 'x1',
      agent: 'curcumin',
      direction: 'decreases',
      target: 'swelling',
      negated: false,
      hedged: true,
      passage: at(words),
    },
  ],
})

describe('cards as they are shown', () => {
  it('are numbered in text order when the reader did nothing', () => {
    expect(showCards(found, []).map(card => [card.number, card.title, card.origin, card.decision])).toEqual([
      [1, 'Less fire', 'found', null],
      [2, 'More calm', 'found', null],
    ])
  })

  it('carry their effects in words, with what denies or weakens them', () => {
    const [first, second] = showCards(found, [])
    expect(
      first?.effects.map(effect => [effect.agent, effect.direction, effect.target, effect.trigger, effect.hedged]),
    ).toEqual([
      ['curcumin', 'decreases', 'IL-6', 'lowers', false],
      ['curcumin', 'increases', 'IL-10', 'raise', true],
    ])
    expect(second?.effects[0]).toMatchObject({ target: 'pain', negated: true })
  })

  it('light the words from agent to target, and not the sentences between when the agent stands further up', () => {
    const [named, carried] = showCards(found, [])[0]?.effects ?? []
    expect(named?.passage).toEqual(at('Curcumin lowers IL-6'))
    expect(carried?.passage).toEqual(at('raise IL-10'))
  })

  it('keep an accepted card as it was found', () => {
    const [card] = showCards(found, [record({})])
    expect(card).toMatchObject({ number: 1, title: 'Less fire', decision: 'accepted', origin: 'found' })
    expect(card?.effects).toHaveLength(2)
  })

  it("show an edited card with the reader's content", () => {
    const [card] = showCards(found, [
      record({ decision: 'edited', content: content('Cooler', 'Curcumin lowers IL-6.') }),
    ])
    expect(card).toMatchObject({ title: 'Cooler', decision: 'edited', origin: 'found', consequence: undefined })
    expect(card?.effects).toMatchObject([
      { origin: 'reader', agent: 'curcumin', target: 'swelling', trigger: null, hedged: true, rule: 'reader' },
    ])
    expect(card?.entities.map(entity => entity.name)).toEqual(['curcumin', 'IL-6'])
  })

  it('put a rejected card last, without a number, and count the others on', () => {
    expect(showCards(found, [record({ decision: 'rejected' })]).map(card => [card.number, card.title])).toEqual([
      [1, 'More calm'],
      [0, 'Less fire'],
    ])
  })

  it('place an added card by its passage', () => {
    const added = record({ decision: 'added', card: null, content: content('Mine', 'It may also raise IL-10.') })
    expect(showCards(found, [added]).map(card => [card.number, card.title, card.origin])).toEqual([
      [1, 'Less fire', 'found'],
      [2, 'Mine', 'reader'],
      [3, 'More calm', 'found'],
    ])
  })

  it('ignore deleted records, and of two on one card take the later', () => {
    const deleted = record({ decision: 'rejected', deleted: '2026-02-01T00:00:00Z' })
    const older = record({ decision: 'rejected', card: calm?.id ?? null })
    const newer = record({
      id: '00000000-0000-4000-8000-000000000002',
      decision: 'accepted',
      card: calm?.id ?? null,
      version: 2,
    })
    expect(showCards(found, [deleted, newer, older]).map(card => [card.number, card.decision])).toEqual([
      [1, null],
      [2, 'accepted'],
    ])
  })

  it('keep what the reader wrote when its card is no longer found', () => {
    const orphan = record({ decision: 'edited', card: 'm-gone', content: content('Kept', 'Sleep improves.') })
    expect(
      showCards(found, [orphan, record({ decision: 'rejected', card: 'm-gone-too' })]).map(card => card.title),
    ).toEqual(['Less fire', 'More calm', 'Kept'])
  })
})
