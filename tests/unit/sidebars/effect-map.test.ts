import { describe, expect, it } from 'vitest'
import { effectGraph } from '#core/mechanism/cards/effect-graph.ts'
import { layoutMap, smoothPath, wrapLabel } from '../../../src/renderer/views/mechanisms/map-layout.ts'
import { moveOnMap } from '../../../src/renderer/views/mechanisms/map-moves.ts'
import type { MapMove } from '../../../src/renderer/views/mechanisms/map-moves.ts'
import { card, effect } from './make-cards.ts'

const place = (...sentences: string[]) =>
  layoutMap(effectGraph([card({ effects: sentences.map(sentence => effect(sentence)) })]))

describe('wrapLabel', () => {
  it('breaks a long name at its spaces and loses nothing', () => {
    const lines = wrapLabel('production of reactive oxygen species', 20, 4)
    expect(lines).toEqual(['production of', 'reactive oxygen', 'species'])
  })

  it('breaks after a hyphen without putting a space there', () => {
    expect(wrapLabel('over-activation of astrocytes', 12)).toEqual(['over-', 'activation', 'of', 'astrocytes'])
    expect(wrapLabel('NT-3 and NRG-1', 20)).toEqual(['NT-3 and NRG-1'])
  })

  it('breaks a word that alone is longer than a line', () => {
    expect(wrapLabel('acetylglucosaminyltransferase', 12)).toEqual(['acetylglucos', 'aminyltransf', 'erase'])
  })

  it('ends what does not fit in an ellipsis', () => {
    expect(wrapLabel('one two three four', 5, 2)).toEqual(['one', 'two…'])
  })
})

describe('layoutMap', () => {
  it('puts what acts to the left of what comes of it', () => {
    const { nodes } = place('stem cells > IL-10', 'IL-10 < inflammation')
    expect(nodes.toSorted((a, b) => a.x - b.x).map(node => node.label)).toEqual(['stem cells', 'IL-10', 'inflammation'])
  })

  it('lets no two boxes overlap and keeps all of them on the sheet', () => {
    const { nodes, width, height } = place(
      ...Array.from({ length: 24 }, (_, index) => `stem cells > target number ${index} with a long name`),
    )
    for (const [index, a] of nodes.entries()) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width / 2).toBeLessThanOrEqual(width)
      expect(a.y + a.height / 2).toBeLessThanOrEqual(height)
      for (const b of nodes.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(
          true,
        )
      }
    }
  })

  it('packs a long fan into two columns, about half as high, with no line through a box', () => {
    const sentences = (count: number) => Array.from({ length: count }, (_, index) => `stem cells > target ${index}`)
    const single = place(...sentences(9))
    const packed = place(...sentences(27))
    expect(packed.height / 27).toBeLessThan((single.height / 9) * 0.7)
    const ends = packed.nodes.filter(node => node.role === 'outcome')
    expect(new Set(ends.map(node => Math.round(node.x - node.width / 2))).size).toBeLessThanOrEqual(4)
    for (const edge of packed.edges) {
      const to = ends.find(node => node.id === edge.to)
      const crossed = ends.filter(
        node =>
          node !== to && node.x + node.width / 2 < (to?.x ?? 0) && Math.abs(node.y - (to?.y ?? 0)) < node.height / 2,
      )
      expect(crossed).toEqual([])
    }
  })

  it('ends each line of a long fan at its box, with its sign right before it, and what goes up above what goes down', () => {
    const many = (sign: string) => Array.from({ length: 6 }, (_, index) => `stem cells ${sign} target ${sign}${index}`)
    const { nodes, edges } = place(...many('<'), ...many('>'), 'stem cells = target >1')
    const nodeOf = (id: string) => nodes.find(node => node.id === id)
    const yOf = (direction: string) =>
      edges.filter(edge => edge.direction === direction).map(edge => nodeOf(edge.to)?.y ?? 0)
    expect(Math.max(...yOf('increases'))).toBeLessThan(Math.min(...yOf('decreases')))
    for (const edge of edges) {
      const to = nodeOf(edge.to)
      const left = (to?.x ?? 0) - (to?.width ?? 0) / 2
      expect(left - edge.x).toBeGreaterThan(18)
      expect(left - edge.x).toBeLessThan(30)
      expect(Math.abs(edge.y - (to?.y ?? 0))).toBeLessThan((to?.height ?? 0) / 2)
    }
    const [a, b] = edges.filter(edge => edge.to.endsWith('>1'))
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(18)
  })

  it('draws every edge, also a circle, a pair with two signs, and a thing that acts on itself', () => {
    const { edges } = place('A > B', 'B > A', 'A < B', 'A > A')
    expect(edges).toHaveLength(4)
    for (const edge of edges) expect(edge.path).toMatch(/^M .* C /)
    const [increase, , decrease] = edges
    expect([increase?.x, increase?.y]).not.toEqual([decrease?.x, decrease?.y])
  })

  it('lays out nothing without failing', () => {
    expect(place().nodes).toEqual([])
  })
})

it('smoothPath passes through every point', () => {
  expect(
    smoothPath([
      { x: 0, y: 0 },
      { x: 10, y: 4 },
      { x: 20.04, y: 4 },
    ]),
  ).toBe('M 0 0 C 5 0 5 4 10 4 C 15 4 15 4 20 4')
  expect(smoothPath([])).toBe('')
})

it('puts the sign of an effect on its line', () => {
  for (const edge of place('stem cells > IL-10', 'stem cells < IL-17', 'stem cells = neurons', 'IL-10 < pain').edges) {
    const rounded = (value: number) => String(Math.round(value * 10) / 10)
    expect(edge.path).toContain(`${rounded(edge.x)} ${rounded(edge.y)}`)
  }
})

describe('moveOnMap', () => {
  const graph = place('stem cells > IL-10', 'stem cells < IL-17', 'IL-10 < pain')
  const walk = (...moves: MapMove[]) => {
    const end = moves.reduce<ReturnType<typeof moveOnMap>>((at, move) => moveOnMap(graph, at, move), null)
    if (end?.kind === 'node') return graph.nodes.find(node => node.id === end.id)?.label
    const edge = graph.edges.find(candidate => candidate.id === end?.id)
    return `${edge?.from} ${edge?.direction} ${edge?.to}`
  }

  it('follows an effect from what acts to what it acts on and back', () => {
    const effects = new Set([walk('first', 'right'), walk('first', 'right', 'down'), walk('first', 'right', 'up')])
    expect(effects).toEqual(new Set(['stem cell increases il-10', 'stem cell decreases il-17']))
    expect(walk('first', 'right', 'right')).toMatch(/IL-1[07]/)
    expect(walk('first', 'right', 'right', 'left', 'left')).toBe('stem cells')
  })

  it('starts at the first thing and stays where a key leads nowhere', () => {
    expect(walk('right')).toBe('stem cells')
    expect(walk('first', 'left')).toBe('stem cells')
    expect(walk('last', 'right')).toBe('pain')
  })

  it('has no place on an empty map', () => {
    expect(moveOnMap(place(), null, 'right')).toBeNull()
  })
})
