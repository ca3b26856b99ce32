import { describe, expect, test } from 'vitest'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { aboutEffect } from '#core/mechanism/corrections/about-effect.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { decisionsOnEffects, decisionsWithoutEffect } from '#core/mechanism/corrections/match-effects.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { foundIn } from './found-in.ts'
import type { Stated } from './found-in.ts'

const text =
  'Activated microglia release TNF-α, which increases the severity of pain. Rest reduces pain relief. ' +
  'In older rats, microglia increase pain as well, and IL-10 does not reduce swelling.'
const cards = [{ id: 'm-1', title: 'Release', passage: text }]

const read = (...stated: readonly Stated[]): Extraction => foundIn(text, cards, stated)

const first: Stated = { id: 'e1', says: 'TNF-α | increases | the severity of pain', direction: 'increases' }
const older = read(first)

let made = 0
const decision = (found: Extraction, id: string, more: Partial<EffectDecision> = {}): EffectDecision => {
  const effect = found.effects.find(one => one.id === id)
  if (!effect) throw new Error(`There is no effect ${id}`)
  made += 1
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    created: '2026-11-22T10:00:00.000Z',
    modified: '2026-11-22T10:00:00.000Z',
    version: 1,
    decision: 'rejected',
    about: aboutEffect(found, effect),
    ...more,
  }
}

const rejectedIn = (newer: Extraction, ...decisions: readonly EffectDecision[]): string[] =>
  [...decisionsOnEffects(newer, decisions).keys()].toSorted()

describe('a rejected effect stays rejected when a newer extractor', () => {
  const rejected = decision(older, 'e1')

  test('numbers the effects in another order', () => {
    const newer = read(
      { id: 'e1', says: 'Rest | reduces | pain relief', direction: 'decreases' },
      { ...first, id: 'e7' },
    )
    expect(rejectedIn(newer, rejected)).toEqual(['e7'])
  })

  test('takes a shorter or a longer span for its sides', () => {
    const newer = read({ ...first, id: 'e2', says: 'TNF-α | increases | pain' })
    expect(rejectedIn(newer, rejected)).toEqual(['e2'])
    const withModifier = decision(read({ id: 'e1', says: 'microglia | release | TNF-α', direction: 'increases' }), 'e1')
    const whole = read({ id: 'e4', says: 'Activated microglia | release | TNF-α', direction: 'increases' })
    expect(rejectedIn(whole, withModifier)).toEqual(['e4'])
  })

  test('finds it by another word', () => {
    const newer = read({ ...first, id: 'e3', says: 'TNF-α | which increases | the severity of pain' })
    expect(rejectedIn(newer, rejected)).toEqual(['e3'])
  })
})

describe('a rejection says nothing of', () => {
  test('the same words in another direction', () => {
    const newer = read({ ...first, direction: 'decreases' })
    expect(rejectedIn(newer, decision(older, 'e1'))).toEqual([])
  })

  test('the same words denied', () => {
    expect(rejectedIn(read({ ...first, negated: true }), decision(older, 'e1'))).toEqual([])
  })

  test('the same names in another sentence', () => {
    const here = {
      id: 'e1',
      says: 'microglia | increase | pain',
      direction: 'increases',
      within: 'In older rats',
    } as const
    const there = {
      id: 'e2',
      says: 'Activated microglia | increases | the severity of pain',
      direction: 'increases',
    } as const
    expect(rejectedIn(read(there), decision(read(here), 'e1'))).toEqual([])
  })

  test('a thing whose name only begins alike', () => {
    const relief = { id: 'e1', says: 'Rest | reduces | pain relief', direction: 'decreases' } as const
    const pain = { id: 'e1', says: 'Rest | reduces | pain', direction: 'decreases', within: 'Rest' } as const
    expect(rejectedIn(read(pain), decision(read(relief), 'e1'))).toEqual([])
  })

  test('an effect whose agent is named now', () => {
    const unnamed = read({ ...first, says: '- | increases | the severity of pain' })
    expect(rejectedIn(older, decision(unnamed, 'e1'))).toEqual([])
  })

  test('another article with the same offsets', () => {
    const other = `${'x'.repeat(10)} ${text.slice(11)}`.replace('TNF-α', 'TNF-β')
    const newer = foundIn(
      other,
      [{ id: 'm-1', title: 'Release', passage: other }],
      [{ ...first, says: 'TNF-β | increases | the severity of pain' }],
    )
    expect(rejectedIn(newer, decision(older, 'e1'))).toEqual([])
  })
})

test('where the very words are there as well, an effect between longer names is left alone', () => {
  const both = read(
    { ...first, id: 'e1', says: 'TNF-α | increases | pain' },
    { id: 'e2', says: 'TNF-α | release | pain', direction: 'increases' },
    { id: 'e3', says: 'microglia | release | TNF-α', direction: 'increases' },
    { id: 'e4', says: 'Activated microglia | release | TNF-α', direction: 'increases' },
  )
  expect(rejectedIn(both, decision(both, 'e3'))).toEqual(['e3'])
})

test('of two decisions on one effect the later one counts, and a deleted one does not', () => {
  const early = decision(older, 'e1')
  const late = decision(older, 'e1', { decision: 'corrected', modified: '2026-11-23T10:00:00.000Z' })
  expect(decisionsOnEffects(older, [late, early]).get('e1')).toBe(late)
  expect(decisionsOnEffects(older, [early, { ...late, deleted: late.modified }]).get('e1')).toBe(early)
})

test('a corrected effect that is not found any more is kept; a rejected one has nothing to keep', () => {
  const content = { agent: 'TNF-α', direction: 'decreases', target: 'pain', negated: false, hedged: false } as const
  const corrected = decision(older, 'e1', { decision: 'corrected', content })
  const without = read({ id: 'e1', says: 'Rest | reduces | pain relief', direction: 'decreases' })
  expect(decisionsWithoutEffect(without, [corrected, decision(older, 'e1')])).toEqual([corrected])
  expect(decisionsWithoutEffect(older, [corrected])).toEqual([])
})

test('the cards show neither a rejected effect nor the found side of a corrected one', () => {
  const two = read(first, { id: 'e2', says: 'Rest | reduces | pain relief', direction: 'decreases' })
  const content = {
    agent: 'Rest',
    direction: 'increases',
    target: 'pain relief',
    negated: false,
    hedged: false,
  } as const
  const decisions = [decision(two, 'e1'), decision(two, 'e2', { decision: 'corrected', content })]
  const [card] = showCards(two, [], decisions)
  expect(card?.effects.map(({ agent, direction, target }) => ({ agent, direction, target }))).toEqual([
    { agent: 'Rest', direction: 'increases', target: 'pain relief' },
  ])
  expect(card?.rejected?.map(({ id }) => id)).toEqual(['e1'])
})
