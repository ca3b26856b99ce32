import { describe, expect, it } from 'vitest'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { mergeMechanisms, mergeReaderMechanisms, withFound } from '#library/merge-mechanisms.ts'
import type { Mechanisms } from '#library/mechanism-files.ts'

const NOW = '2026-11-22T12:00:00.000Z'
const passage = { start: 0, end: 17, quote: 'Zinc lowers IL-6.' }

/** What an extractor of this version might have found, with one card under an id of its own. */
const file = (version: number, more: Partial<Mechanisms> = {}): Mechanisms => ({
  format: 3,
  extractor: `Pathmark extractor ${version}`,
  found: {
    mechanisms: [{ id: `m-${version}`, title: 'Zinc', origin: 'found', passage, effects: [], entities: [] }],
    effects: [],
    entities: [],
    study: null,
  },
  cards: [],
  ...more,
})

const card = (place: number, more: Partial<ReaderCard> = {}): ReaderCard => ({
  id: `00000000-0000-4000-8000-00000000000${place}`,
  created: NOW,
  modified: NOW,
  version: 1,
  decision: 'rejected',
  card: 'm-2',
  ...more,
})

const decision = (place: number, more: Partial<EffectDecision> = {}): EffectDecision => ({
  id: `00000000-0000-4000-8000-00000000000${place}`,
  created: NOW,
  modified: NOW,
  version: 1,
  decision: 'rejected',
  about: {
    agent: 'Zinc',
    direction: 'decreases',
    target: 'IL-6',
    negated: false,
    hedged: false,
    trigger: 'lowers',
    passage,
  },
  ...more,
})

describe('two copies of what was found and decided', () => {
  it('keep what the newer extractor found, whichever side it is on', () => {
    expect(mergeMechanisms(file(2), file(3)).extractor).toBe('Pathmark extractor 3')
    expect(mergeMechanisms(file(3), file(2)).found.mechanisms[0]?.id).toBe('m-3')
  })

  it('keep every record of both, and each knows the card that it was made on', () => {
    const ours = file(3, { cards: [card(1, { card: 'm-3' })], effectDecisions: [decision(3)] })
    const theirs = file(2, { cards: [card(2)], effectDecisions: [decision(4)] })
    const merged = mergeMechanisms(ours, theirs)
    expect(merged.cards.map(({ id, about }) => [id.at(-1), about?.title])).toEqual([
      ['1', undefined],
      ['2', 'Zinc'],
    ])
    expect(merged.effectDecisions?.map(({ id }) => id.at(-1))).toEqual(['3', '4'])
  })

  it('keep the higher version of a record, and are ours when theirs adds nothing', () => {
    const later = decision(3, { version: 2, deleted: NOW })
    const merged = mergeMechanisms(file(2, { effectDecisions: [decision(3)] }), file(2, { effectDecisions: [later] }))
    expect(merged.effectDecisions).toEqual([later])
    expect(mergeMechanisms(merged, file(2, { effectDecisions: [decision(3)] }))).toBe(merged)
  })
})

it('a record that is saved learns what it is about, and a later version of it that does not tell keeps it', () => {
  const saved = mergeReaderMechanisms(file(2), { cards: [card(1)], effectDecisions: [] })
  expect(saved.cards[0]?.about?.title).toBe('Zinc')
  const again = withFound(saved, file(3))
  const accepted = mergeReaderMechanisms(again, {
    cards: [card(1, { version: 2, decision: 'accepted', card: 'm-3' })],
    effectDecisions: [],
  })
  expect(accepted.cards[0]).toMatchObject({ decision: 'accepted', about: { title: 'Zinc', passage } })
})

it('what is found anew takes the names of now, also when there are none any more', () => {
  const named = withFound(file(2), { ...file(2), names: 'abc' })
  expect(named.names).toBe('abc')
  expect(withFound(named, file(2))).not.toHaveProperty('names')
})
