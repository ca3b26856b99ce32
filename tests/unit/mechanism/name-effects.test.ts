import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import { nameEffects } from '#core/mechanism/effects/name-effects.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

const namesIn = (...sentences: string[]) => {
  const article = articleFromLines(['# Things', '## Mechanisms', '### One way', sentences.join(' ')])
  const found = extract(article, shippedLexicon)
  for (const { agent, target } of found.effects)
    for (const side of agent === null ? [target] : [agent, target])
      expect(side.quote).toBe(article.text.slice(side.start, side.end))
  return [...nameEffects(found).values()].map(({ agent, target }) => [agent, target])
}
const targetsIn = (...sentences: string[]) => namesIn(...sentences).map(([, target]) => target)

describe('the names of effects', () => {
  it('give each member of a coordination the head that it shares', () => {
    expect(targetsIn('They suppress the over-activation of microglia and of astrocytes.')).toEqual([
      'over-activation of microglia',
      'over-activation of astrocytes',
    ])
    expect(targetsIn('Stem cells promote the proliferation of neurons, astrocytes and oligodendrocytes.')).toEqual([
      'proliferation of neurons',
      'proliferation of astrocytes',
      'proliferation of oligodendrocytes',
    ])
  })

  it('lower the capital that opens a sentence', () => {
    expect(namesIn('Stem cells lower IL-1. Pain and paraesthesia are reduced by curcumin.')).toEqual([
      ['stem cells', 'IL-1'],
      ['curcumin', 'pain'],
      ['curcumin', 'paraesthesia'],
    ])
    expect(targetsIn('Over-activation of microglia is inhibited by curcumin.')).toEqual([
      'over-activation of microglia',
    ])
  })

  it('keep the capitals of symbols and proper names', () => {
    expect(namesIn('Schwann cells secrete NGF. NGF increases pain. Akt increases survival.')).toEqual([
      ['Schwann cells', 'NGF'],
      ['NGF', 'pain'],
      ['Akt', 'survival'],
    ])
  })
})
