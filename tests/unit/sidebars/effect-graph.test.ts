import { describe, expect, it } from 'vitest'
import { effectGraph, nameKey } from '#core/mechanism/cards/effect-graph.ts'
import { card, effect, entity } from './make-cards.ts'

const labels = (cards: Parameters<typeof effectGraph>[0]) => effectGraph(cards).nodes.map(node => node.label)

describe('nameKey', () => {
  it.each([
    ['Stem cells', 'the stem cell'],
    ['Transplanted stem cells', 'stem cells'],
    ['IL‑10', 'il-10'],
    ['the  local capillaries', 'local capillary'],
    ['the degree of pain', 'pain'],
    ['symptoms of pain', 'pain intensity'],
    ['levels of IL-10', 'IL-10 levels'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  it.each([
    ['IL-1', 'IL-17'],
    ['microglia', 'over-activation of microglia'],
    ['ROS', 'RO'],
    ['production of IL-10', 'IL-10'],
    ['symptoms', 'pain'],
    ['apoptosis', 'apoptosi'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })

  it('keeps a name that is nothing but a determiner', () => {
    expect(nameKey('These')).toBe('these')
  })
})

describe('effectGraph', () => {
  it('draws an agent once, however the cards spell it', () => {
    const graph = effectGraph([
      card({ id: 'm1', effects: [effect('Stem cells > GDNF'), effect('stem cells > NT-3')] }),
      card({ id: 'm2', effects: [effect('Transplanted stem cells < IL-17'), effect('the stem cell < iNOS')] }),
    ])
    expect(graph.nodes.filter(node => node.role === 'agent')).toHaveLength(1)
    expect(graph.edges.map(edge => edge.direction)).toEqual(['increases', 'increases', 'decreases', 'decreases'])
  })

  it('merges the spellings of one entity', () => {
    const iNOS = entity('iNOS', ['inos', 'inducible nitric oxide synthase'], 'gene-or-protein')
    const graph = effectGraph([
      card({
        entities: [iNOS],
        effects: [effect('cells < inducible nitric oxide synthase'), effect('cells < inos'), effect('cells < inos')],
      }),
    ])
    expect(graph.nodes.map(node => [node.label, node.type])).toEqual([
      ['cells', null],
      ['inos', 'gene-or-protein'],
    ])
    expect(graph.edges).toHaveLength(1)
    expect(graph.edges[0]?.effects).toHaveLength(3)
  })

  it('draws a thing and its measure as one, under its own name', () => {
    expect(
      labels([card({ effects: [effect('cells < degree of pain'), effect('cells < the symptoms of pain')] })]),
    ).toEqual(['cells', 'pain'])
  })

  it('keeps edges of another direction, negation or hedge apart', () => {
    const graph = effectGraph([
      card({
        effects: [
          effect('A > B'),
          effect('A < B'),
          effect('not A > B'),
          effect('may A > B'),
          effect('A > B', { id: 'again' }),
        ],
      }),
    ])
    expect(graph.edges.map(edge => [edge.direction, edge.negated, edge.hedged, edge.effects.length])).toEqual([
      ['increases', false, false, 2],
      ['decreases', false, false, 1],
      ['increases', true, false, 1],
      ['increases', false, true, 1],
    ])
  })

  it('tells agents, outcomes and what is both apart', () => {
    const graph = effectGraph([card({ effects: [effect('stem cells > IL-10'), effect('IL-10 < inflammation')] })])
    expect(graph.nodes.map(node => node.role)).toEqual(['agent', 'both', 'outcome'])
  })

  it('gives effects without a named agent one unnamed start', () => {
    const graph = effectGraph([card({ effects: [effect('> survival'), effect('< pain')] })])
    expect(graph.nodes.map(node => node.label)).toEqual(['', 'survival', 'pain'])
  })

  it('names the cards of an edge once each', () => {
    const graph = effectGraph([
      card({ id: 'm1', effects: [effect('A > B'), effect('A > B')] }),
      card({ id: 'm2', effects: [effect('a > b')] }),
    ])
    expect(graph.edges[0]?.cards).toEqual(['m1', 'm2'])
  })

  it('leaves rejected cards out', () => {
    expect(labels([card({ decision: 'rejected', number: 0, effects: [effect('A > B')] })])).toEqual([])
  })
})
