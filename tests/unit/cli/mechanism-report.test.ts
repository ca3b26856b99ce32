import { describe, expect, test } from 'vitest'
import type { Effect, Extraction } from '#core/mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { passageAt } from '#core/text/span.ts'
import { reportMechanisms } from '../../../src/cli/mechanism-report.ts'

const text = 'Cells raise GDNF. Cells lower IL-1. Heat lowers flow.'

const at = (words: string) => {
  const start = text.indexOf(words)
  return passageAt(text, { start, end: start + words.length })
}

const effect = (id: string, agent: string, trigger: string, target: string): Effect => ({
  id,
  agent: at(agent),
  direction: trigger === 'raise' ? 'increases' : 'decreases',
  target: at(target),
  trigger: at(trigger),
  negated: false,
  hedged: false,
  confidence: 0.9,
  rule: 'active',
})

const found: Extraction = {
  mechanisms: [
    {
      id: 'm1',
      title: 'Release',
      origin: 'found',
      passage: at('Cells raise GDNF.'),
      effects: ['e1'],
      entities: ['n1'],
    },
    { id: 'm2', title: 'Calming', origin: 'found', passage: at('Cells lower IL-1.'), effects: ['e2'], entities: [] },
  ],
  effects: [
    effect('e1', 'Cells', 'raise', 'GDNF'),
    effect('e2', 'Cells', 'lower', 'IL-1'),
    effect('e3', 'Heat', 'lowers', 'flow'),
  ],
  entities: [{ id: 'n1', type: 'gene-or-protein', name: 'GDNF', mentions: [at('GDNF')] }],
  study: null,
}

const shownEffect = (from: Effect): ShownEffect => ({
  ...from,
  origin: 'found',
  agent: from.agent?.quote ?? null,
  target: from.target.quote,
  trigger: from.trigger.quote,
  passage: at('Cells raise GDNF.'),
})

const card = (id: string, number: number, effects: readonly ShownEffect[]): ShownCard => ({
  id,
  number,
  title: `Card ${id}`,
  origin: number === 3 ? 'reader' : 'found',
  decision: number === 0 ? 'rejected' : null,
  passage: at('Cells raise GDNF.'),
  effects,
  entities: [],
  record: null,
})

const document = { id: 'd', title: 'T' }
const [first, second] = found.effects.map(shownEffect) as [ShownEffect, ShownEffect, ShownEffect]

describe('the report on mechanisms', () => {
  test('gives what was found, effects without a card included', () => {
    const report = reportMechanisms(document, found, [card('m1', 1, [first]), card('m2', 2, [second])])
    expect(report.document).toEqual(document)
    expect(report.mechanisms.map(({ id, effects }) => [id, effects])).toEqual([
      ['m1', ['e1']],
      ['m2', ['e2']],
    ])
    expect(report.effects).toEqual(found.effects)
    expect(report.entities).toEqual(found.entities)
  })

  test('leaves out rejected cards and the effects that only they carried', () => {
    const report = reportMechanisms(document, found, [card('m1', 1, [first]), card('m2', 0, [second])])
    expect(report.mechanisms.map(({ id }) => id)).toEqual(['m1'])
    expect(report.effects.map(({ id }) => id)).toEqual(['e1', 'e3'])
  })

  test('gives an effect as the reader changed it, not as it was found', () => {
    const changed: ShownEffect = { ...first, origin: 'reader', agent: 'cells', direction: 'decreases', trigger: null }
    const report = reportMechanisms(document, found, [card('m1', 1, [changed]), card('m2', 2, [second])])
    expect(report.effects.map(({ id }) => id).toSorted()).toEqual(['e1', 'e2', 'e3'])
    expect(report.effects.find(({ id }) => id === 'e1')).toMatchObject({ direction: 'decreases', agent: at('Cells') })
  })

  test("gives the reader's effects their place in the text, and the whole passage where the words are not in it", () => {
    const written: ShownEffect = {
      ...first,
      id: 'r1',
      origin: 'reader',
      target: 'neurotrophic factors',
      trigger: null,
      rule: 'reader',
    }
    const report = reportMechanisms(document, found, [card('m1', 1, [first]), card('r', 3, [written])])
    const added = report.effects.find(({ id }) => id === 'r1')
    expect(added).toMatchObject({
      agent: at('Cells'),
      target: at('Cells raise GDNF.'),
      trigger: at('Cells raise GDNF.'),
      rule: 'reader',
    })
    expect(report.mechanisms.find(({ id }) => id === 'r')?.effects).toEqual(['r1'])
    for (const passage of [added?.agent, added?.target, added?.trigger]) {
      expect(passage?.quote).toBe(text.slice(passage?.start, passage?.end))
    }
  })
})
