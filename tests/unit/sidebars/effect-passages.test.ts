import { expect, it } from 'vitest'
import { effectSpans } from '../../../src/renderer/views/mechanisms/effect-passages.ts'
import { effect } from './make-cards.ts'

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
const asRead = [
  [6, 11],
  [0, 5],
  [12, 16],
]

it('lights trigger, agent and target of an effect that was found, and leads to the trigger', () => {
  const spans = effectSpans(effect('cells > GDNF', { id: 'f1' }), found)
  expect(spans.map(span => [span.start, span.end])).toEqual(asRead)
})

it('lights the whole passage of an effect that the reader wrote', () => {
  const own = effect('cells > GDNF', { id: 'f1', origin: 'reader', passage: at(40, 'cells raise it') })
  expect(effectSpans(own, found)).toEqual([at(40, 'cells raise it')])
})

it('lights the words that were read of an effect that the reader put right', () => {
  const corrected = effect('cells < GDNF', {
    id: 'f1',
    origin: 'reader',
    corrects: effect('cells > GDNF', { id: 'f1' }),
  })
  expect(effectSpans(corrected, found).map(span => [span.start, span.end])).toEqual(asRead)
})
