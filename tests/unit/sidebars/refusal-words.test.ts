import { expect, test } from 'vitest'
import { refusals } from '#core/anchoring/verdict.ts'
import { explainRefusal } from '../../../src/renderer/views/updates/refusal-words.ts'

const same = (text: string) => ({ kind: 'same', text }) as const
const removed = (text: string) => ({ kind: 'removed', text }) as const
const added = (text: string) => ({ kind: 'added', text }) as const

test('every refusal has a sentence that ends as one', () => {
  const said = refusals.map(refusal => explainRefusal(refusal, [removed('old'), added('new')]))
  expect(new Set(said).size).toBe(refusals.length)
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*[^.]\.$/)
})

test('a change in meaning is named with the words that changed', () => {
  const dose = [same('A dose of '), removed('20'), added('30'), same(' mg was given '), removed('twice'), added('once')]
  expect(explainRefusal('number', dose)).toBe('A number changed: “20” became “30”.')
  expect(explainRefusal('polarity', [removed('increased'), added('decreased'), same(' it')])).toBe(
    'The direction of the effect changed: “increased” became “decreased”.',
  )
})

test('words that were only put in or taken out are said to be so', () => {
  expect(explainRefusal('negation', [same('It did '), added('not '), same('help')])).toBe(
    'A negation changed: “not” was put in.',
  )
  expect(explainRefusal('negation', [same('It did '), removed('not '), same('help')])).toBe(
    'A negation changed: “not” was taken out.',
  )
})

test('of a number among other changes the number is named', () => {
  const parts = [removed('Rats'), added('Mice'), same(' weighed '), removed('200'), added('250'), same(' g')]
  expect(explainRefusal('number', parts)).toBe('A number changed: “200” became “250”.')
  expect(explainRefusal('entity', parts)).toBe('Something else is named: “Rats” became “Mice”, “200” became “250”.')
})

test('without a difference only the kind is said, and a long change is cut', () => {
  expect(explainRefusal('unit')).toBe('A unit changed.')
  expect(explainRefusal('opposite', [removed('a'.repeat(20_000)), added('b')]).length).toBeLessThan(200)
})

test('of many changes only the telling one is named, and none when it cannot be told', () => {
  const parts = ['a', 'b', 'c'].flatMap(word => [removed(word), added(`${word}${word}`), same(' and ')])
  expect(explainRefusal('polarity', [...parts, removed('raises'), added('lowers')])).toBe(
    'The direction of the effect changed: “raises” became “lowers”.',
  )
  expect(explainRefusal('entity', parts)).toBe('Something else is named.')
})
