import { expect, it } from 'vitest'
import { countEffects, effectSpans, filterCards } from '../../../src/renderer/views/mechanisms/effect-passages.ts'
import { card, effect } from './make-cards.ts'

const at = (start: number, quote: string) => ({ start, end: start + quote.length, quote })
const found = {
  mechanisms: [],
  entities: [],
  study: null,
  effects: [
    {
      id: 'f1',
      agent: at(0, 'cells'),
      trigger: at(6, 'raise'),
      target: at(12, 'GDNF'),
      direction: 'increases' as const,
      negated: false,
      hedged: false,
      confidence: 1,
      rule: 'r',
    },
  ],
}

it('lights trigger, agent and target of an effect that was found, and leads to the trigger', () => {
  const spans = effectSpans(effect('cells > GDNF', { id: 'f1' }), found)
  expect(spans.map(span => [span.start, span.end])).toEqual([
    [6, 11],
    [0, 5],
    [12, 16],
  ])
})

it('lights the whole passage of an effect that the reader wrote', () => {
  const own = effect('cells > GDNF', { id: 'f1', origin: 'reader', passage: at(40, 'cells raise it') })
  expect(effectSpans(own, found)).toEqual([at(40, 'cells raise it')])
})

it('filters by direction without renumbering the cards', () => {
  const cards = [
    card({ id: 'm1', number: 1, effects: [effect('a > b'), effect('a < c')] }),
    card({ id: 'm2', number: 2, effects: [effect('a > d')] }),
    card({ id: 'm3', number: 3, effects: [effect('a < e')] }),
  ]
  expect(countEffects(cards)).toEqual({ all: 4, increases: 2, decreases: 2 })
  expect(filterCards(cards, 'decreases').map(shown => [shown.number, shown.effects.map(kept => kept.target)])).toEqual([
    [1, ['c']],
    [3, ['e']],
  ])
  expect(filterCards(cards, 'all')).toBe(cards)
})
