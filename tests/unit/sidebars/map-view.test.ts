import { describe, expect, it } from 'vitest'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import { familyId, familyOf } from '../../../src/renderer/views/mechanisms/map-families.ts'
import { filterMap, wholeMap } from '../../../src/renderer/views/mechanisms/map-filter.ts'
import { layoutMap } from '../../../src/renderer/views/mechanisms/map-layout.ts'
import { pressNode, viewMap } from '../../../src/renderer/views/mechanisms/map-view.ts'
import type { MapChoices } from '../../../src/renderer/views/mechanisms/map-view.ts'
import { card, effect } from './make-cards.ts'

const none: ReadonlySet<string> = new Set()
const choices: MapChoices = { most: 60, families: false, apart: none, expanded: none, collapsed: none }
const graphOf = (...sentences: string[]) =>
  effectGraph([card({ effects: sentences.map(sentence => effect(sentence)) })])

const view = (graph: ReturnType<typeof graphOf>, changes: Partial<MapChoices> = {}) =>
  viewMap(graph, { ...choices, ...changes })
const node = (graph: ReturnType<typeof view>, id: string) => {
  const found = graph.nodes.find(candidate => candidate.id === id)
  if (found === undefined) throw new Error(`${id} is not on the map.`)
  return found
}

describe('families', () => {
  it.each([
    ['IL-10', 'IL'],
    ['IL-1β', 'IL'],
    ['caspase-3', 'caspase'],
    ['CXCL12', 'CXCL'],
    ['MMP-9', 'MMP'],
    ['TGF-β1', 'TGF'],
    ['cyclin D1', null],
    ['p38', null],
    ['outcome 3', null],
    ['pain', null],
    ['microglia', null],
  ])('of %s is %s', (label, family) => {
    expect(familyOf({ label, type: null })).toBe(family)
  })

  it('are one node, whose edges say together what each said', () => {
    const { nodes, edges } = view(
      graphOf('cells > IL-10', 'cells > IL-4', 'cells > IL-13', 'cells < pain', 'IL-4 < pain'),
      {
        families: true,
      },
    )
    expect(nodes.map(({ label }) => label)).toEqual(['cells', 'IL family (3)', 'pain'])
    expect(edges.map(({ passages, members }) => [passages, members.length])).toEqual([
      [3, 3],
      [1, 1],
      [1, 1],
    ])
  })

  it('of two are left as they are, and so is one that was taken apart', () => {
    expect(view(graphOf('cells > IL-10', 'cells > IL-4'), { families: true }).nodes).toHaveLength(3)
    const three = graphOf('cells > IL-10', 'cells > IL-4', 'cells > IL-13')
    const apart = pressNode(choices, node(view(three, { families: true }), familyId('IL')))
    expect(view(three, { ...choices, families: true, ...apart }).nodes).toHaveLength(4)
  })
})

describe('unfolding', () => {
  const graph = graphOf('A > B', 'A > B', 'A > C', 'C > D', 'C > E')

  it('says how many effects of a thing are not drawn, and draws them when it is pressed', () => {
    const few = view(graphOf('A > B', 'A > C', 'A > D'), { most: 1 })
    expect(node(few, 'a').hidden).toBe(2)
    const more = pressNode(choices, node(few, 'a'))
    expect(viewMap(graphOf('A > B', 'A > C', 'A > D'), { ...choices, most: 1, ...more }).edges).toHaveLength(3)
  })

  it('folds away what hangs on a thing alone, and brings it back', () => {
    const whole = view(graph)
    expect(node(whole, 'c').leaves).toBe(2)
    const folded = pressNode(choices, node(whole, 'c'))
    const less = view(graph, folded)
    expect(less.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(node(less, 'c').hidden).toBe(2)
    expect(view(graph, pressNode(folded, node(less, 'c'))).nodes).toHaveLength(5)
  })

  it('counts every effect, drawn or not', () => {
    expect(view(graph, { most: 1 })).toMatchObject({ all: 4, edges: [{ passages: 2 }] })
  })
})

describe('filtering a map', () => {
  const graph = graphOf('stem cells > IL-10', 'stem cells < IL-1', 'may IL-10 < pain', 'not BDNF > pain')
  const left = (changes: Partial<typeof wholeMap>) =>
    filterMap(graph, { ...wholeMap, ...changes }).edges.map(({ from, to }) => `${from} ${to}`)

  it('leaves the effects of and on a thing, of a direction, or of a kind of statement', () => {
    expect(left({ name: 'il-1' })).toEqual(['stem cell il-1'])
    expect(left({ name: 'cells' })).toHaveLength(2)
    expect(left({ direction: 'decreases' })).toEqual(['stem cell il-1', 'il-10 pain'])
    expect(left({ factuality: 'negated' })).toEqual(['bdnf pain'])
    expect(left({ name: 'pain', factuality: 'hedged' })).toEqual(['il-10 pain'])
  })

  it('is the same graph when nothing is filtered', () => {
    expect(filterMap(graph, wholeMap)).toBe(graph)
  })
})

it('lays out three hundred effects with no two boxes on one another', () => {
  const many = graphOf(...Array.from({ length: 300 }, (_, at) => `thing ${at % 40} > thing ${(at * 7) % 90}`))
  const { nodes } = layoutMap(view(many, { most: 300 }))
  for (const [index, a] of nodes.entries())
    for (const b of nodes.slice(index + 1))
      expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(
        true,
      )
})
