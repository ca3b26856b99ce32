import { describe, expect, it } from 'vitest'
import { mergeEffects, placesOf } from '#core/mechanism/cards/merge-effects.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { aboutEffect } from '#core/mechanism/corrections/about-effect.ts'
import { decisionsOnEffects } from '#core/mechanism/corrections/match-effects.ts'
import type { Effect, Extraction } from '#core/mechanism/mechanism.ts'

const text =
  'IL-10 lowers TNF. NO synthase lowers pain. IL-10 lowers TNF again.\nIL-10 lowers TNF here. iNOS lowers pain.'
const at = (words: string, nth = 0) => {
  let start = -1
  for (let count = 0; count <= nth; count++) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length, quote: words }
}
const stated = (
  id: string,
  agent: string,
  nthAgent: number,
  nth: number,
  target: string,
  nthTarget: number,
): Effect => ({
  id,
  agent: at(agent, nthAgent),
  trigger: at('lowers', nth),
  target: at(target, nthTarget),
  direction: 'decreases',
  negated: false,
  hedged: false,
  confidence: nth === 2 ? 0.95 : 0.9,
  rule: 'active',
})
const lineEnd = text.indexOf('\n')
const found: Extraction = {
  mechanisms: [
    {
      id: 'm1',
      title: 'IL-10 lowers TNF',
      titled: 'by-effects',
      origin: 'found',
      passage: { start: 0, end: lineEnd, quote: text.slice(0, lineEnd) },
      effects: ['e1', 'e2', 'e3'],
      entities: [],
    },
  ],
  entities: [
    { id: 't-nos2', type: 'gene-or-protein', name: 'NOS2', mentions: [at('NO synthase'), at('iNOS')] },
    { id: 't-il10', type: 'gene-or-protein', name: 'IL-10', mentions: [at('IL-10')] },
  ],
  effects: [
    stated('e1', 'IL-10', 0, 0, 'TNF', 0),
    stated('e2', 'NO synthase', 0, 1, 'pain', 0),
    stated('e3', 'IL-10', 1, 2, 'TNF', 1),
    stated('e4', 'IL-10', 2, 3, 'TNF', 2),
    stated('e5', 'iNOS', 0, 4, 'pain', 1),
  ],
  study: null,
}
const decide = (id: string, number: number, more: Pick<EffectDecision, 'decision' | 'content'>): EffectDecision => {
  const effect = found.effects.find(one => one.id === id)
  if (effect === undefined) throw new Error(id)
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    version: 1,
    about: aboutEffect(found, effect),
    ...more,
  }
}
const shown = (...decisions: EffectDecision[]) =>
  mergeEffects(showCards(found, [], decisions), found, text, decisionsOnEffects(found, decisions))
const told = (...decisions: EffectDecision[]) =>
  shown(...decisions)[0]?.effects.map(effect => [effect.agent, effect.target, ...placesOf(effect).map(({ id }) => id)])

describe('effects that say the same', () => {
  it('are told once, with every place that says so, also where no card stands and under another name', () => {
    expect(told()).toEqual([
      ['IL-10', 'TNF', 'e1', 'e3', 'e4'],
      ['NO synthase', 'pain', 'e2', 'e5'],
    ])
  })

  it('are as sure as the surest of them', () => {
    expect(shown()[0]?.effects[0]?.confidence).toBe(0.95)
  })

  it('quote each place in its own words', () => {
    const [first] = shown()[0]?.effects ?? []
    expect(first?.places?.map(({ passage }) => [passage.start, passage.quote])).toEqual(
      [0, 1, 2].map(nth => [at('IL-10 lowers TNF', nth).start, 'IL-10 lowers TNF']),
    )
  })

  it('lose a place that the reader rejected, and keep the others', () => {
    expect(told(decide('e4', 1, { decision: 'rejected' }))?.[0]).toEqual(['IL-10', 'TNF', 'e1', 'e3'])
    expect(told(decide('e1', 1, { decision: 'rejected' }))?.[1]).toEqual(['IL-10', 'TNF', 'e3', 'e4'])
  })

  it('stay together when all of them are put right, apart from those that are not', () => {
    const content = { agent: 'IL-10', direction: 'increases', target: 'TNF', negated: false, hedged: false } as const
    const corrected = ['e1', 'e3', 'e4'].map((id, index) => decide(id, index + 1, { decision: 'corrected', content }))
    expect(told(...corrected)).toEqual([
      ['IL-10', 'TNF', 'e1', 'e3', 'e4'],
      ['NO synthase', 'pain', 'e2', 'e5'],
    ])
    expect(told(...corrected.slice(0, 1))).toEqual([
      ['IL-10', 'TNF', 'e1'],
      ['NO synthase', 'pain', 'e2', 'e5'],
      ['IL-10', 'TNF', 'e3', 'e4'],
    ])
  })
})

describe('a card on which single effects were decided', () => {
  const rejectPain = decide('e2', 5, { decision: 'rejected' })
  const rejectAll = ['e1', 'e3'].map((id, index) => decide(id, index + 1, { decision: 'rejected' }))

  it('shows what is left, keeps what was rejected, and shows a corrected one beside what was found', () => {
    const content = { agent: 'IL-10', direction: 'affects', target: 'TNF', negated: false, hedged: true } as const
    const [card] = showCards(found, [], [rejectPain, decide('e1', 1, { decision: 'corrected', content })])
    expect(card?.effects.map(({ id }) => id)).toEqual(['e1', 'e3'])
    expect(card?.rejected?.map(({ id }) => id)).toEqual(['e2'])
    expect(card?.effects[0]).toMatchObject({
      ...content,
      origin: 'reader',
      trigger: 'lowers',
      confidence: 1,
      corrects: { direction: 'decreases', origin: 'found' },
    })
  })

  it('takes another title when its title was made of an effect that is gone', () => {
    expect(showCards(found, [], rejectAll)[0]?.title).toBe('NO synthase lowers pain')
    expect(showCards(found, [], [rejectPain])[0]?.title).toBe('IL-10 lowers TNF')
  })

  it('goes when its last effect is rejected, and is listed among the rejected', () => {
    const [card] = showCards(found, [], [...rejectAll, rejectPain])
    expect(card).toMatchObject({ number: 0, decision: 'rejected', effects: [] })
    expect(card?.rejected).toHaveLength(3)
  })

  it('stays without effects when it has a title of the text’s own', () => {
    const [first] = found.mechanisms
    if (first === undefined) throw new Error('one card')
    const { titled: _titled, ...named } = first
    const [card] = showCards({ ...found, mechanisms: [named] }, [], [...rejectAll, rejectPain])
    expect(card).toMatchObject({ number: 1, decision: null, effects: [] })
  })

  it('keeps a corrected effect that is not found any more', () => {
    const content = { agent: 'IL-10', direction: 'increases', target: 'TNF', negated: false, hedged: false } as const
    const newer = { ...found, effects: found.effects.slice(1) }
    const corrected = decide('e1', 1, { decision: 'corrected', content })
    const [card] = showCards(newer, [], [{ ...corrected, about: { ...corrected.about, target: 'IL-17' } }])
    expect(card?.effects.map(({ target, origin, direction }) => [target, origin, direction])).toContainEqual([
      'TNF',
      'reader',
      'increases',
    ])
  })
})
