import { describe, expect, it } from 'vitest'
import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import { libraryOf } from './library-of.ts'

const verdictOn = (name: string, articles: readonly (readonly string[])[], grouping: 'target' | 'agent' = 'target') =>
  groupEffects(libraryOf(articles), { ...wholeLibrary, grouping }).groups.find(group => group.name === name)?.verdict

describe('what articles come to', () => {
  it('counts the articles that say it goes up and those that say it goes down', () => {
    const index = libraryOf([
      ['stem cells > IL-10', 'stem cells > IL-10'],
      ['cytokines > IL-10'],
      ['stem cells < IL-10'],
    ])
    const [group] = groupEffects(index, wholeLibrary).groups
    expect(group).toMatchObject({ name: 'IL-10', effects: 4, articles: 3, verdict: 'contradicted' })
    expect(group?.sayings).toEqual([
      { direction: 'increases', factuality: 'stated', articles: 2 },
      { direction: 'decreases', factuality: 'stated', articles: 1 },
    ])
  })

  it('counts hedged and negated statements apart', () => {
    const index = libraryOf([['A > IL-10'], ['may B > IL-10'], ['not C > IL-10'], ['not may D > IL-10']])
    expect(groupEffects(index, wholeLibrary).groups[0]?.sayings).toEqual([
      { direction: 'increases', factuality: 'stated', articles: 1 },
      { direction: 'increases', factuality: 'hedged', articles: 1 },
      { direction: 'increases', factuality: 'negated', articles: 2 },
    ])
  })

  it.each([
    ['contradicted', [['A > IL-10'], ['A < IL-10']]],
    ['contradicted', [['A > IL-10'], ['not A > IL-10']]],
    ['contradicted', [['A > IL-10'], ['not A ~ IL-10']]],
    ['contradicted', [['A > IL-10', 'A < IL-10']]],
    ['both-ways', [['A > IL-10'], ['B < IL-10']]],
    ['both-ways', [['> IL-10'], ['< IL-10']]],
    ['agreed', [['A > IL-10'], ['B > IL-10']]],
    ['single', [['A > IL-10', 'B > IL-10']]],
    ['single', [['A > IL-10'], ['may A < IL-10']]],
    ['single', [['may A > IL-10'], ['may B > IL-10']]],
    ['single', [['A > IL-10'], ['not B > IL-10']]],
  ] as const)('is %s when the articles say %j', (verdict, articles) => {
    expect(verdictOn('IL-10', articles)).toBe(verdict)
  })

  it('compares only the same pair when grouped by what acts', () => {
    expect(verdictOn('A', [['A > IL-10'], ['A < pain']], 'agent')).toBe('single')
    expect(verdictOn('A', [['A > IL-10'], ['A > IL-10']], 'agent')).toBe('agreed')
    expect(verdictOn('A', [['A > IL-10'], ['A < IL-10']], 'agent')).toBe('contradicted')
  })

  it('lets what is doubtful neither agree nor contradict', () => {
    const index = libraryOf([['A > IL-10'], ['A < IL-10']], { confidence: 0.3 })
    expect(groupEffects(index, wholeLibrary).groups[0]).toMatchObject({ verdict: 'single', effects: 2 })
  })

  it('takes two spellings for one thing', () => {
    expect(verdictOn('NOS2', [['A > iNOS'], ['A < inducible nitric oxide synthase']])).toBe('contradicted')
  })
})
