import { expect, it } from 'vitest'
import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import type { Grouping } from '#core/mechanism/across/across-query.ts'
import { groupSentence } from '#core/mechanism/across/group-words.ts'
import { libraryOf } from './library-of.ts'

const lines = (articles: readonly (readonly string[])[], grouping: Grouping = 'target') =>
  groupEffects(libraryOf(articles), { ...wholeLibrary, grouping }).groups.map(group => groupSentence(group, grouping))

it.each([
  [[['A > IL-10'], ['A > IL-10'], ['A < IL-10']], 'IL-10: up in 2 articles, down in 1. Contradiction. 3 effects.'],
  [[['A > IL-10'], ['B < IL-10']], 'IL-10: up in 1 article, down in 1. Both ways. 2 effects.'],
  [[['A < pain'], ['B < pain']], 'pain: down in 2 articles. Agreement. 2 effects.'],
  [[['may A > pain', 'not B > pain']], 'pain: perhaps up in 1 article, not up in 1. 2 effects.'],
  [[['A = neurons', 'not B ~ neurons']], 'neurons: formed in 1 article, not affected in 1. 2 effects.'],
] as const)('what the articles say is told in a line', (articles, line) => {
  expect(lines(articles)).toEqual([line])
})

it('what one thing does is told as its doing', () => {
  expect(lines([['A > x', 'may A < y', 'not A ~ z']], 'agent')).toEqual([
    'A: increases in 1 article, may decrease in 1, does not affect in 1. 3 effects.',
  ])
})
