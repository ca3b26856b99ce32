import type { Span } from '../../text/span.ts'
import type { Chunk, VerbChunk } from '../words/chunk-units.ts'
import { actingPairs } from './acting-pairs.ts'
import { isHedged, isNegated } from './modality.ts'
import { directionOf } from './raw-effect.ts'
import type { RawEffect } from './raw-effect.ts'
import { readSubject } from './read-subject.ts'
import { subjectOf } from './subject-of.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'
import type { ResolveSubject } from './verb-effects.ts'

/** Verbs whose object their subject cannot do without, with the preposition before it. Sorted. */
const needingVerbs: Readonly<Record<string, readonly string[]>> = {
  depend: ['on', 'upon'],
  necessitate: [],
  need: [],
  rely: ['on', 'upon'],
  require: [],
}

/** Adjectives by which what is needed is said of its subject, before "for". Sorted. */
const NEEDED = /^(?:critical|crucial|essential|indispensable|necessary|obligatory|required|sufficient|vital|needed)$/
const DISPENSABLE = /^(?:dispensable|insufficient|unnecessary)$/

/** What is needed, and what needs it. */
interface Need {
  /** Index of the phrase that names what is needed; null for the verb's subject. */
  readonly needed: number | null
  /** Index of the phrase that names what needs it; null for the verb's subject. */
  readonly needing: number | null
  readonly trigger: Span
  readonly denied: boolean
}

/** Index of the noun phrase after one of `prepositions` at `at`, or at `at` itself when none is asked for. */
const complement = (chunks: readonly Chunk[], at: number, prepositions: readonly string[]): number | null => {
  let i = at
  while (chunks[i]?.kind === 'adverb') i++
  if (prepositions.length === 0) return nounAt(chunks, i) ? i : null
  return isWord(chunks[i], ...prepositions) && nounAt(chunks, i + 1) ? i + 1 : null
}

/** "requires X", "depends on X", "is required for Y". */
const verbNeed = (chunks: readonly Chunk[], at: number, verb: VerbChunk): Need | null => {
  const prepositions = needingVerbs[verb.reading?.lemma ?? '']
  if (!prepositions) return null
  if (verb.form === 'passive' || verb.form === 'reduced') {
    const needing = prepositions.length === 0 ? complement(chunks, at + 1, ['for', 'in']) : null
    return needing === null ? null : { needed: null, needing, trigger: verb.word, denied: false }
  }
  const needed = complement(chunks, at + 1, prepositions)
  return needed === null ? null : { needed, needing: null, trigger: verb.word, denied: false }
}

/** "is essential for Y", "is dependent on X", "is independent of X". */
const adjectiveNeed = (chunks: readonly Chunk[], at: number, verb: VerbChunk): Need | null => {
  if (verb.reading !== null && verb.reading.lemma !== 'remain' && verb.reading.lemma !== 'seem') return null
  let said = at + 1
  while (chunks[said]?.kind === 'adverb') said++
  const chunk = nounAt(chunks, said)
  const head = chunk?.head
  if (!chunk || !head || chunk.mentions.length > 0) return null
  const before = chunk.units.slice(0, -1).map(({ lower }) => lower)
  const denied = before.includes('not')
  if (NEEDED.test(head.lower) || DISPENSABLE.test(head.lower)) {
    const needing = complement(chunks, said + 1, ['for', 'in'])
    return needing === null
      ? null
      : { needed: null, needing, trigger: head, denied: denied || DISPENSABLE.test(head.lower) }
  }
  if (head.lower !== 'dependent' && head.lower !== 'independent' && head.lower !== 'reliant') return null
  const needed = complement(chunks, said + 1, head.lower === 'independent' ? ['of', 'from'] : ['on', 'upon'])
  return needed === null
    ? null
    : { needed, needing: null, trigger: head, denied: denied || head.lower === 'independent' }
}

/** "Patients need insulin" says what they are to be given, not what insulin does. */
const isServed = (target: Target): boolean => target.type !== 'organism'

/** What the verb at `at` says of what cannot be without what: what is needed increases what needs it. */
export const effectsOfNeed = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  resolve: ResolveSubject,
): RawEffect[] => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb') return []
  const need = verbNeed(chunks, at, verb) ?? adjectiveNeed(chunks, at, verb)
  if (!need) return []
  const subject = subjectOf(text, chunks, at)
  const { agents, carried } = resolve(need.needed === null ? subject : readSubject(text, chunks, need.needed))
  const targets =
    need.needing !== null
      ? readTargets(text, chunks, need.needing).targets
      : subject?.kind === 'named'
        ? subject.targets
        : []
  const negated = isNegated(chunks, at) !== need.denied
  const hedged = isHedged(chunks, at)
  return actingPairs(agents, targets.filter(isServed), target => ({
    carried,
    trigger: need.trigger,
    negated: negated !== target.negated,
    hedged,
    rule: 'need',
    direction: directionOf(1, target, text.slice(target.span.start, target.span.end)),
  }))
}
