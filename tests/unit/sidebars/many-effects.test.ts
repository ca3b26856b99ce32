import { describe, expect, it } from 'vitest'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import { withEntitiesOnce } from '../../../src/renderer/views/mechanisms/entities-once.ts'
import { viewMap } from '../../../src/renderer/views/mechanisms/map-view.ts'
import { card, effect, entity } from './make-cards.ts'

const none: ReadonlySet<string> = new Set()
const plain = { families: false, apart: none, expanded: none, collapsed: none }

describe('the map of a book', () => {
  it('is the same when each entity comes once, with each of its spellings once', () => {
    const iNOS = entity('NO synthase', ['iNOS', 'NO synthase', 'iNOS', 'inos', 'iNOS'], 'gene-or-protein')
    const cells = entity('stem cell', ['stem cells', 'stem cells', 'Stem cells'])
    const cards = [
      card({ id: 'm1', effects: [effect('stem cells < iNOS')], entities: [cells, iNOS] }),
      card({ id: 'm2', effects: [effect('inos > NO'), effect('Stem cells < NO synthase')], entities: [iNOS, cells] }),
    ]
    const once = withEntitiesOnce(cards)
    expect(effectGraph(once)).toEqual(effectGraph(cards))
    expect(once.map(({ entities }) => entities.map(({ mentions }) => mentions.length))).toEqual([[2, 3], []])
  })

  it('shows first what most passages speak of, in the order of the text', () => {
    const graph = effectGraph([
      card({ id: 'm1', effects: [effect('A > B'), effect('C > D'), effect('E > F')] }),
      card({ id: 'm2', effects: [effect('E > F'), effect('C > D'), effect('G > H')] }),
    ])
    const drawn = viewMap(graph, { ...plain, most: 3 })
    expect(drawn.edges.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(drawn.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(viewMap(graph, { ...plain, most: 2 }).edges.map(({ from }) => from)).toEqual(['c', 'e'])
    expect(viewMap(graph, { ...plain, most: 4 }).edges).toHaveLength(4)
  })
})
