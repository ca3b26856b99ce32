import type { Span } from '../../text/span.ts'
import type { Chunk } from '../words/chunk-units.ts'
import { actingPairs } from './acting-pairs.ts'
import { isHedged, isNegated } from './modality.ts'
import type { Agent, RawEffect } from './raw-effect.ts'
import { subjectOf } from './subject-of.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { ResolveSubject } from './verb-effects.ts'

/** Participles that leave open what their subject does "in" something. Sorted. */
const takingPart = new Set(['engage', 'implicate', 'involve'])
/** Verbs that do so in the active. Sorted. */
const activeVerbs = new Set(['function', 'participate'])
/** Nouns of which a part is played: "a role in", "the contribution of X to". Sorted. */
const PARTS = /^(?:contribution|function|involvement|part|participation|role)s?$/

interface Involved {
  readonly agents: readonly Agent[]
  readonly carried: boolean
  /** Index of the phrase that names what it takes part in. */
  readonly process: number
  readonly trigger: Span
  readonly negated: boolean
  readonly hedged: boolean
}

const processAfter = (chunks: readonly Chunk[], at: number): number | null =>
  isWord(chunks[at], 'in', 'to', 'during') && nounAt(chunks, at + 1) ? at + 1 : null

/** "is involved in Y", "participates in Y". */
const ofVerb = (text: string, chunks: readonly Chunk[], at: number, resolve: ResolveSubject): Involved | null => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb') return null
  const lemma = verb.reading?.lemma ?? ''
  const passive = verb.form === 'passive' || verb.form === 'reduced'
  const process = (passive ? takingPart : activeVerbs).has(lemma) ? processAfter(chunks, at + 1) : null
  if (process === null) return null
  const { agents, carried } = resolve(subjectOf(text, chunks, at))
  return {
    agents,
    carried,
    process,
    trigger: verb.word,
    negated: isNegated(chunks, at),
    hedged: isHedged(chunks, at),
  }
}

/** "plays a role in Y", "the role of X in Y". */
const ofNoun = (text: string, chunks: readonly Chunk[], at: number, resolve: ResolveSubject): Involved | null => {
  const chunk = nounAt(chunks, at)
  if (!chunk || !PARTS.test(chunk.head.lower)) return null
  const of = isWord(chunks[at + 1], 'of') && nounAt(chunks, at + 2) ? readTargets(text, chunks, at + 2) : null
  const process = processAfter(chunks, of?.next ?? at + 1)
  if (process === null) return null
  const said = { process, trigger: chunk.head }
  if (of) return { ...said, agents: of.targets, carried: false, negated: false, hedged: false }
  const verb = chunks[at - 1]
  if (verb?.kind !== 'verb' || !/^(?:have|play)$|^$/.test(verb.reading?.lemma ?? '')) return null
  return {
    ...said,
    ...resolve(subjectOf(text, chunks, at - 1)),
    negated: isNegated(chunks, at - 1) || chunk.negated,
    hedged: isHedged(chunks, at - 1),
  }
}

/** What takes part in what, without a direction: "is involved in", "plays a role in", "the contribution of X to". */
export const effectsOfInvolvement = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  resolve: ResolveSubject,
): RawEffect[] => {
  const found = ofVerb(text, chunks, at, resolve) ?? ofNoun(text, chunks, at, resolve)
  if (!found) return []
  const { agents, carried, trigger, hedged } = found
  return actingPairs(agents, readTargets(text, chunks, found.process).targets, target => ({
    carried,
    trigger,
    negated: found.negated !== target.negated,
    hedged,
    rule: 'involvement',
    direction: 'affects',
  }))
}
