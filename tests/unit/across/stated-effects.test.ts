import { describe, expect, it } from 'vitest'
import { statedEffects } from '#core/mechanism/across/stated-effects.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { aboutEffect } from '#core/mechanism/corrections/about-effect.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import type { Effect, Entity, Extraction } from '#core/mechanism/mechanism.ts'
import type { Passage } from '#core/text/span.ts'

const text =
  'Stem cells increase IL-10 in the spinal cord. They reduce the expression of iNOS. BDNF increases the survival of neurons. Heat raises IL-10.'

const at = (words: string, from = 0): Passage => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length, quote: words }
}

const effect = (
  id: string,
  agent: Passage | null,
  trigger: string,
  target: Passage,
  changes: Partial<Effect>,
): Effect => ({
  id,
  agent,
  trigger: at(trigger),
  target,
  direction: 'increases',
  negated: false,
  hedged: false,
  confidence: 0.9,
  rule: 'test',
  ...changes,
})

const entity = (name: string, type: Entity['type'], ...mentions: readonly Passage[]): Entity => ({
  id: `t-${name}`,
  name,
  type,
  mentions: [...mentions],
})

const later = text.indexOf('Heat')
const found: Extraction = {
  effects: [
    effect('e1', at('Stem cells'), 'increase', at('IL-10 in the spinal cord'), {}),
    effect('e2', at('Stem cells'), 'reduce', at('the expression of iNOS'), {
      direction: 'decreases',
      rule: 'x-carried',
    }),
    effect('e3', at('BDNF'), 'increases', at('survival of neurons'), {}),
    effect('e4', at('Heat'), 'raises', at('IL-10', later), {}),
  ],
  entities: [
    entity('stem cell', 'cell', at('Stem cells')),
    entity('IL-10', 'gene-or-protein', at('IL-10'), at('IL-10', later)),
    entity('spinal cord', 'tissue', at('spinal cord')),
    entity('gene expression', 'process', at('expression')),
    entity('NOS2', 'gene-or-protein', at('iNOS')),
    entity('BDNF', 'gene-or-protein', at('BDNF')),
    entity('cell survival', 'process', at('survival')),
    entity('neuron', 'cell', at('neurons')),
  ],
  mechanisms: [
    {
      id: 'm1',
      title: 'Calming',
      origin: 'found',
      passage: at('Stem cells increase IL-10 in the spinal cord. They reduce the expression of iNOS.'),
      effects: ['e1', 'e2'],
      entities: [],
    },
    {
      id: 'm2',
      title: 'Survival',
      origin: 'found',
      passage: at('BDNF increases the survival of neurons.'),
      effects: ['e3'],
      entities: [],
    },
  ],
  study: null,
}

const stated = (records: readonly ReaderCard[] = [], decisions: readonly EffectDecision[] = []) =>
  statedEffects('doc', found, records, decisions).effects
const sides = (...given: Parameters<typeof stated>) =>
  stated(...given).map(({ agent, direction, target }) => [agent?.name ?? null, direction, target.name])

const kept = { created: '2026-11-22T10:00:00.000Z', modified: '2026-11-22T10:00:00.000Z', version: 1 }
const record = (changes: Partial<ReaderCard>): ReaderCard => ({
  id: '7d0c3f0e-3d53-4d0b-9a55-0f4f3a1b2c3d',
  ...kept,
  decision: 'rejected',
  card: null,
  ...changes,
})

/** A decision on the effect with this id. */
const decision = (id: string, changes: Partial<EffectDecision>): EffectDecision => {
  const source = found.effects.find(candidate => candidate.id === id)
  if (source === undefined) throw new Error(`There is no effect ${id}.`)
  return {
    id: '8d0c3f0e-3d53-4d0b-9a55-0f4f3a1b2c3d',
    ...kept,
    decision: 'rejected',
    about: aboutEffect(found, source),
    ...changes,
  }
}

describe('what a document states', () => {
  it('stands under usual names, without amount and place, also when it is on no card', () => {
    expect(sides()).toEqual([
      ['stem cell', 'increases', 'IL-10'],
      ['stem cell', 'decreases', 'NOS2'],
      ['BDNF', 'increases', 'survival of neurons'],
      ['Heat', 'increases', 'IL-10'],
    ])
  })

  it('keeps the words of the article, and everything that they name', () => {
    const [, second, third] = stated()
    expect(second?.target.words).toBe('the expression of iNOS')
    expect(third?.target.within.map(({ name }) => name)).toEqual(['cell survival', 'neuron'])
  })

  it('leads to words of the article', () => {
    for (const { passage } of stated()) expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
  })

  it('has the sentence around it, or its parts where no card has the sentence', () => {
    expect(stated().map(({ sentence }) => sentence)).toEqual([
      'Stem cells increase IL-10 in the spinal cord.',
      'They reduce the expression of iNOS.',
      'BDNF increases the survival of neurons.',
      'Heat … raises … IL-10',
    ])
  })

  it('leaves out rejected cards and rejected effects, on a card or on none', () => {
    expect(sides([record({ card: 'm1' })])).toEqual([
      ['BDNF', 'increases', 'survival of neurons'],
      ['Heat', 'increases', 'IL-10'],
    ])
    expect(sides([], [decision('e1', {})])).toHaveLength(3)
    expect(sides([], [decision('e4', {})]).map(([agent]) => agent)).not.toContain('Heat')
  })

  it('counts what the reader put right as the reader says it', () => {
    const content = {
      agent: 'stem cells',
      direction: 'decreases',
      target: 'IL-10',
      negated: false,
      hedged: true,
    } as const
    expect(stated([], [decision('e1', { decision: 'corrected', content })])[0]).toMatchObject({
      origin: 'reader',
      direction: 'decreases',
      hedged: true,
      agent: { name: 'stem cell' },
      target: { name: 'IL-10' },
    })
  })

  it('counts what the reader wrote on a card, and tells when its passage is lost', () => {
    const passage = { start: 0, end: 0, quote: 'words that are gone', lost: { prefix: '', suffix: '' } }
    const written = {
      id: 'r1',
      agent: null,
      direction: 'decreases',
      target: 'pain',
      negated: false,
      hedged: false,
      passage,
    } as const
    const added = record({ decision: 'added', content: { title: 'Mine', passage, effects: [written] } })
    expect(stated([added]).find(({ origin }) => origin === 'reader')).toMatchObject({
      agent: null,
      target: { name: 'pain', type: null },
      lost: true,
    })
  })

  it('keeps how the article writes the names, where that differs', () => {
    expect(statedEffects('doc', found, []).spellings).toContainEqual({ name: 'NOS2', written: ['iNOS'] })
  })
})
