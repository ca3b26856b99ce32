import { describe, expect, it } from 'vitest'
import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import { statementsInGroup } from '#core/mechanism/across/across-statements.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import type { AcrossQuery } from '#core/mechanism/across/across-query.ts'
import { libraryOf } from './library-of.ts'

const index = libraryOf([
  ['stem cells > IL-10', 'stem cells < expression of iNOS', 'IL-10 < pain'],
  ['cytokines > IL-10', 'stem cells < IL-10', 'iNOS > inflammation'],
  ['may TNF-α > inflammation', '> apoptosis'],
])
const groups = (changes: Partial<AcrossQuery>) => groupEffects(index, { ...wholeLibrary, ...changes }).groups
const namesOf = (changes: Partial<AcrossQuery>) => groups(changes).map(({ name }) => name)

describe('grouping', () => {
  it('puts the effects under what is changed, that of which most articles speak first', () => {
    expect(namesOf({})).toEqual(['IL-10', 'inflammation', 'apoptosis', 'expression of iNOS', 'pain'])
  })

  it('puts them under the processes that their targets name, or under what acts', () => {
    expect(namesOf({ grouping: 'process' })).toEqual(['inflammation', 'apoptosis'])
    expect(namesOf({ grouping: 'agent' })).toEqual(['stem cells', 'cytokines', 'IL-10', 'NOS2', 'TNF'])
  })

  it('sorts by name, by effects and by contradiction', () => {
    expect(namesOf({ order: 'name' })).toEqual(['apoptosis', 'expression of iNOS', 'IL-10', 'inflammation', 'pain'])
    expect(groups({ order: 'effects' })[0]?.effects).toBe(3)
    expect(groups({ order: 'verdict' })[0]).toMatchObject({ name: 'IL-10', verdict: 'contradicted' })
  })

  it('counts each effect and each article once, also under several processes', () => {
    const both = libraryOf([['A > inflammation and apoptosis']])
    const answer = groupEffects(both, { ...wholeLibrary, grouping: 'process' })
    expect(answer).toMatchObject({ effects: 1, articles: 1 })
    expect(answer.groups).toHaveLength(2)
  })
})

describe('searching', () => {
  it.each(['iNOS', 'inos', 'NOS2', 'inducible nitric oxide synthase', 'inducible nitr', 'synthase'])(
    'finds NOS2 by %j, as agent, as target and within a target',
    name => {
      expect(namesOf({ name })).toEqual(expect.arrayContaining(['expression of iNOS', 'inflammation']))
      expect(namesOf({ name })).toHaveLength(2)
    },
  )

  it('does not cut numbers', () => {
    expect(namesOf({ name: 'IL-1' })).toEqual([])
    expect(namesOf({ name: 'il10' })).toContain('IL-10')
  })

  it('finds nothing by what nothing is called', () => {
    expect(namesOf({ name: 'zzz' })).toEqual([])
    expect(namesOf({ name: '…' })).toHaveLength(5)
  })

  it('puts what is called so before what is acted on by it', () => {
    const found = libraryOf([['IL-10 < pain', 'IL-10 > sleep', 'A > IL-10'], ['IL-10 < pain']])
    expect(groupEffects(found, { ...wholeLibrary, name: 'IL-10' }).groups.map(({ name }) => name)).toEqual([
      'IL-10',
      'pain',
      'sleep',
    ])
  })
})

describe('filtering', () => {
  it('by direction, by article, and by how it is stated', () => {
    expect(namesOf({ direction: 'decreases' })).toEqual(['expression of iNOS', 'IL-10', 'pain'])
    expect(namesOf({ document: 'doc-3' })).toEqual(['apoptosis', 'inflammation'])
    expect(namesOf({ factuality: 'hedged' })).toEqual(['inflammation'])
    expect(namesOf({ document: 'no-such-document' })).toEqual([])
  })

  it('to contradictions, which stay contradictions when one side is filtered away', () => {
    expect(namesOf({ contradicted: true })).toEqual(['IL-10'])
    expect(groups({ contradicted: true, direction: 'increases' })).toMatchObject([{ name: 'IL-10', effects: 2 }])
  })

  it('to what is not doubtful', () => {
    const doubtful = libraryOf([['A > IL-10']], { confidence: 0.2 })
    expect(groupEffects(doubtful, { ...wholeLibrary, withoutDoubtful: true }).groups).toEqual([])
  })
})

describe('the statements of a group', () => {
  it('stand by agent, so that what contradicts stands together, and lead to their passages', () => {
    const statements = statementsInGroup(index, wholeLibrary, 'IL-10')
    expect(statements.map(({ agent, direction, title, contested }) => [agent, direction, title, contested])).toEqual([
      ['cytokines', 'increases', 'Article B', false],
      ['stem cells', 'increases', 'Article A', true],
      ['stem cells', 'decreases', 'Article B', true],
    ])
    expect(statements[2]).toMatchObject({ document: 'doc-2', passage: { start: 100, quote: 'stem cells < IL-10' } })
  })

  it('are filtered as the groups are', () => {
    expect(statementsInGroup(index, { ...wholeLibrary, direction: 'decreases' }, 'IL-10')).toHaveLength(1)
    expect(statementsInGroup(index, wholeLibrary, 'no such group')).toEqual([])
  })
})
