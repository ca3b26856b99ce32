import { describe, expect, it } from 'vitest'
import { graphAcross, statementsOnEdges } from '#core/mechanism/across/across-graph.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import { libraryOf } from './library-of.ts'

const index = libraryOf([
  ['stem cells > IL-10', 'stem cells > interleukin-10', 'IL-10 < pain'],
  ['stem cells > IL-10', 'stem cells < IL-10', '> pain'],
])

describe('the graph of a library', () => {
  it('has one edge for what several articles say, the strongest first', () => {
    const graph = graphAcross(index, wholeLibrary)
    const label = (id: string) => graph.nodes.find(node => node.id === id)?.label
    expect(
      graph.edges.map(({ from, to, direction, passages, articles }) => [
        label(from),
        direction,
        label(to),
        passages,
        articles,
      ]),
    ).toEqual([
      ['stem cells', 'increases', 'IL-10', 3, 2],
      ['IL-10', 'decreases', 'pain', 1, 1],
      ['stem cells', 'decreases', 'IL-10', 1, 1],
      ['', 'increases', 'pain', 1, 1],
    ])
    expect(graph.nodes.map(({ label: name, role }) => [name, role])).toContainEqual(['IL-10', 'both'])
  })

  it('marks the two sides of a contradiction', () => {
    const { edges } = graphAcross(index, wholeLibrary)
    expect(edges.map(({ contested }) => contested)).toEqual([true, false, true, false])
    expect(graphAcross(index, { ...wholeLibrary, contradicted: true }).edges).toHaveLength(2)
  })

  it('gives the statements behind an edge', () => {
    const [strongest] = graphAcross(index, wholeLibrary).edges
    const statements = statementsOnEdges(index, wholeLibrary, [strongest?.id ?? ''])
    expect(statements.map(({ document, passage }) => [document, passage.start])).toEqual([
      ['doc-1', 0],
      ['doc-1', 100],
      ['doc-2', 0],
    ])
    expect(statementsOnEdges(index, wholeLibrary, [])).toEqual([])
  })
})
