import type { Chunk, NounChunk } from '../words/chunk-units.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'

/** Who acts: named words, or a phrase that points back ("they", "these cells", "this treatment"). */
export type Subject =
  | {
      readonly kind: 'named'
      /** As what changes: "activity of X". */
      readonly targets: readonly Target[]
      /** As what acts: X itself in "activity of X", "treatment with X". */
      readonly agents: readonly Target[]
    }
  | { readonly kind: 'pointing'; readonly chunk: NounChunk }

const pointers = new Set(['they', 'it', 'these', 'those', 'this', 'that', 'them', 'both', 'such', 'its', 'their'])
/** Words by which prose points back to what acts. Sorted. */
export const agentNouns = new Set([
  'ability',
  'action',
  'actions',
  'activity',
  'administration',
  'agent',
  'approach',
  'capacity',
  'cell',
  'cells',
  'compound',
  'drug',
  'effect',
  'effects',
  'factor',
  'factors',
  'graft',
  'grafts',
  'infusion',
  'injection',
  'intervention',
  'mechanism',
  'molecule',
  'molecules',
  'newcomers',
  'process',
  'protein',
  'proteins',
  'substance',
  'therapy',
  'transplant',
  'transplantation',
  'transplants',
  'treatment',
])

/** "Blocking X relieves Y": what acts is the blocking, so the verb before its object belongs to the agent's words. */
const withGerund = (chunks: readonly Chunk[], at: number, targets: readonly Target[]): readonly Target[] => {
  const gerund = chunks[at - 1]
  const opens =
    chunks[at - 2] === undefined || chunks[at - 2]?.kind === 'subordinator' || chunks[at - 2]?.kind === 'conjunction'
  if (gerund?.kind !== 'verb' || gerund.form !== 'ing' || !opens) return targets
  return targets.map(target => ({ ...target, span: { start: gerund.word.start, end: target.span.end } }))
}

/** What is done to someone "with" something. */
const GIVEN = /^(?:incubation|infection|injection|pretreatment|stimulation|therapy|transfection|treatment)$/

/** What is made against a thing and takes it away. */
const AGAINST = /^(?:antibod(?:y|ies)|antiserum|morpholinos?|oligonucleotides?|rnas?|shrnas?|sirnas?)$/

/** "small interfering RNA against X": what acts is the whole phrase. */
const directedAgainst = (text: string, chunks: readonly Chunk[], at: number): readonly Target[] => {
  const chunk = nounAt(chunks, at)
  if (!chunk || !AGAINST.test(chunk.head.lower) || !isWord(chunks[at + 1], 'against') || !nounAt(chunks, at + 2))
    return []
  return readTargets(text, chunks, at + 2).targets.map(target => ({
    ...target,
    span: { start: chunk.start, end: target.span.end },
  }))
}

/** "conditioned medium from cultures of stem cells": what acts is the whole phrase. */
const fromSource = (text: string, chunks: readonly Chunk[], at: number): readonly Target[] => {
  const chunk = nounAt(chunks, at)
  const isSource = /^(?:exosomes?|extracts?|media|medium|secretomes?|supernatants?)$/.test(chunk?.head.lower ?? '')
  if (!chunk || !isSource || !isWord(chunks[at + 1], 'from', 'of') || !nounAt(chunks, at + 2)) return []
  const first = readTargets(text, chunks, at + 2)
  const named =
    first.targets.length === 0 && isWord(chunks[at + 3], 'of', 'from') ? readTargets(text, chunks, at + 4) : first
  return named.targets.map(target => ({ ...target, span: { start: chunk.start, end: target.span.end } }))
}

/**
 * Who or what the phrase at `at` is, with its coordination (up to the verb at `until`) and the entity inside
 * "transplantation of X".
 */
export const readSubject = (text: string, chunks: readonly Chunk[], at: number, until = -1): Subject | null => {
  const chunk = nounAt(chunks, at)
  if (!chunk) return null
  const { targets } = readTargets(text, chunks, at, 0, until)
  const directed = directedAgainst(text, chunks, at)
  if (directed.length > 0) return { kind: 'named', targets: directed, agents: directed }
  if (targets.length > 0 && chunk.mentions.length > 0)
    return { kind: 'named', targets, agents: withGerund(chunks, at, targets) }
  if (isWord(chunks[at + 1], 'of', 'with', 'by') && nounAt(chunks, at + 2)?.mentions.length) {
    const first = readTargets(text, chunks, at + 2, 0, until)
    // "treatment of rats with X": X acts, on the rats.
    const means = isWord(chunks[first.next], 'with') && GIVEN.test(chunk.head.lower) ? first.next + 1 : null
    const inner = means === null ? first.targets : readTargets(text, chunks, means, 0, until).targets
    const through = agentNouns.has(chunk.head.lower) || !chunk.trigger || targets.length === 0
    return { kind: 'named', targets: targets.length > 0 ? targets : inner, agents: through ? inner : targets }
  }
  if (targets.length > 0) return { kind: 'named', targets, agents: targets }
  const source = fromSource(text, chunks, at)
  if (source.length > 0) return { kind: 'named', targets: source, agents: source }
  const first = chunk.units[0]
  const points =
    first !== undefined && (pointers.has(first.lower) || (first.lower === 'the' && agentNouns.has(chunk.head.lower)))
  return points ? { kind: 'pointing', chunk } : null
}
