import type { Span } from '../../text/span.ts'
import type { Chunk } from '../words/chunk-units.ts'
import type { RawEffect } from './raw-effect.ts'

const isSaid = (chunk: Chunk): boolean =>
  'units' in chunk ? chunk.units.some(({ lower }) => lower === 'respectively') : chunk.lower === 'respectively'

const distinct = (starts: readonly number[]): number[] => [...new Set(starts)].toSorted((a, b) => a - b)

const agentStarts = (effects: readonly RawEffect[]): number[] =>
  distinct(effects.flatMap(({ agent }) => (agent ? [agent.span.start] : [])))
const targetStarts = (effects: readonly RawEffect[]): number[] =>
  distinct(effects.map(({ target }) => target.mention.start))

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((start, i) => start === b[i])

const byTrigger = (effects: readonly RawEffect[]): RawEffect[][] => {
  const groups = new Map<number, RawEffect[]>()
  for (const effect of effects) {
    const group = groups.get(effect.trigger.start)
    if (group) group.push(effect)
    else groups.set(effect.trigger.start, [effect])
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group)
}

/** "A and B raise X and Y": of one trigger as many agents as targets, each with its own. */
const pairArguments = (group: readonly RawEffect[]): readonly RawEffect[] => {
  const agents = agentStarts(group)
  const targets = targetStarts(group)
  if (agents.length < 2 || agents.length !== targets.length) return group
  return group.filter(
    ({ agent, target }) => agent !== null && agents.indexOf(agent.span.start) === targets.indexOf(target.mention.start),
  )
}

/** "A and B raise and lower X": as many triggers as agents (or targets) that they share; the first has the first. */
const pairTriggers = (groups: readonly (readonly RawEffect[])[]): readonly (readonly RawEffect[])[] => {
  const [first] = groups
  const pairsItself = (group: readonly RawEffect[]): boolean => pairArguments(group) !== group
  if (!first || groups.length < 2 || groups.some(pairsItself)) return groups
  const shared = (startsOf: (group: readonly RawEffect[]) => number[]): number[] | null => {
    const starts = startsOf(first)
    return starts.length === groups.length && groups.every(group => sameList(startsOf(group), starts)) ? starts : null
  }
  const agents = shared(agentStarts)
  if (agents) return groups.map((group, i) => group.filter(({ agent }) => agent?.span.start === agents[i]))
  const targets = shared(targetStarts)
  if (targets) return groups.map((group, i) => group.filter(({ target }) => target.mention.start === targets[i]))
  return groups
}

/** The clause that a "respectively" belongs to: from the last semicolon before it to the next one. */
const clauseAround = (chunks: readonly Chunk[], at: number): Span => {
  const isEdge = (chunk: Chunk): boolean => chunk.kind === 'mark' && chunk.lower === ';'
  const before = chunks.slice(0, at).findLast(isEdge)
  const after = chunks.slice(at).find(isEdge)
  return { start: before?.end ?? 0, end: after?.start ?? Infinity }
}

/**
 * Where a clause says "respectively", takes out the effects that mix what it pairs: the first agent goes with the first target,
 * the second with the second. Lists of different length are left as they are.
 */
export const pairRespectively = (chunks: readonly Chunk[], effects: readonly RawEffect[]): readonly RawEffect[] => {
  const at = chunks.findIndex(isSaid)
  if (at === -1) return effects
  const clause = clauseAround(chunks, at)
  const isInside = ({ trigger }: RawEffect): boolean => trigger.start >= clause.start && trigger.end <= clause.end
  const paired = pairTriggers(byTrigger(effects.filter(isInside))).flatMap(pairArguments)
  return [...effects.filter(effect => !isInside(effect)), ...paired]
}
