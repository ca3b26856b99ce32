import type { EffectGraph } from '#core/mechanism/cards/effect-graph.ts'

/**
 * The part of a graph that has the effects that most passages speak of, `most` of them, and what they lie between. Of equally
 * common ones those that come first in the text; all stay in their order.
 */
export function strongestEffects(graph: EffectGraph, most: number): EffectGraph {
  if (graph.edges.length <= most) return graph
  const ranked = graph.edges.toSorted((a, b) => b.effects.length - a.effects.length).slice(0, most)
  const kept = new Set(ranked)
  const ends = new Set(ranked.flatMap(({ from, to }) => [from, to]))
  return { nodes: graph.nodes.filter(({ id }) => ends.has(id)), edges: graph.edges.filter(edge => kept.has(edge)) }
}
