import { expect, it } from 'vitest'
import { suggestEntities } from '../../../src/renderer/components/suggest-entities.ts'
import { entity } from './make-cards.ts'

const choice = (name: string, names: readonly string[], count = 1) => ({
  entity: entity(name, names),
  names: [name, ...names],
  count,
})
const choices = [
  choice('IL-10', ['interleukin 10'], 9),
  choice('iNOS', ['NOS2', 'inducible nitric oxide synthase'], 5),
  choice('IL-1', ['interleukin 1'], 3),
  choice('TNF-α', ['tumour necrosis factor alpha'], 2),
]
const names = (typed: string) =>
  suggestEntities(choices, typed).map(({ choice: { entity: found }, by }) => [found.name, by])

it('offers all of them in the order they have while nothing is typed', () => {
  expect(names(' ').map(([name]) => name)).toEqual(['IL-10', 'iNOS', 'IL-1', 'TNF-α'])
})

it('finds an entity by any synonym, and says by which', () => {
  expect(names('nos2')).toEqual([['iNOS', 'NOS2']])
  expect(names('nitric')).toEqual([['iNOS', 'inducible nitric oxide synthase']])
})

it('puts the name that is typed as a whole before those that only begin so', () => {
  expect(names('il1')).toEqual([
    ['IL-1', null],
    ['IL-10', null],
  ])
})

it('takes Greek letters, hyphens and case as they are typed', () => {
  expect(names('tnf alpha')).toEqual([['TNF-α', null]])
  expect(names('TNFα')).toEqual([['TNF-α', null]])
})

it('offers nothing for what nobody is called, and never more than asked', () => {
  expect(names('gdnf')).toEqual([])
  expect(suggestEntities(choices, '', 2)).toHaveLength(2)
})
