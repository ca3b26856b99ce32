import type { Chunk, VerbChunk } from '../words/chunk-units.ts'
import { isWord } from './read-targets.ts'

/** Words by which a writer holds back from a claim (the cue classes of the BioScope corpus, Vincze et al. 2008). Sorted. */
const hedgeVerbs = new Set([
  'appear',
  'assume',
  'believe',
  'consider',
  'determine',
  'exclude',
  'expect',
  'hope',
  'hypothesise',
  'hypothesize',
  'imply',
  'indicate',
  'investigate',
  'predict',
  'presume',
  'propose',
  'seem',
  'speculate',
  'suggest',
  'suspect',
  'think',
])
const hedgeWords = new Set([
  'apparently',
  'conceivably',
  'doubtful',
  'hypothesis',
  'hypothetical',
  'likely',
  'perhaps',
  'possible',
  'possibility',
  'possibly',
  'potential',
  'potentially',
  'presumably',
  'probable',
  'probably',
  'putative',
  'putatively',
  'reportedly',
  'seemingly',
  'supposedly',
  'unclear',
  'unlikely',
  'whether',
])
/** Prepositions under which a claim is only mentioned: "contrary to our hypothesis". */
const setsAside = ['contrary to', 'despite', 'unlike']
/** Subordinators that open what is only supposed. */
const supposing = ['if', 'whether']
const hedgeModals = new Set(['may', 'might', 'could', 'would', 'should'])
const failingVerbs = new Set(['fail', 'refuse', 'cease'])
/** Adjectives and nouns that deny the verb they govern: "unable to", "failure of X to", "ineffective in". Sorted. */
const failingWords = /^(?:failures?|inability|incapable|ineffective|insufficient|unable|unsuccessful)$/

const clauseStart = (chunks: readonly Chunk[], at: number): number => {
  let i = at
  while (i > 0 && !isWord(chunks[i - 1], ';')) i--
  return i
}

const wordsOf = (chunk: Chunk): string[] => ('units' in chunk ? chunk.units.map(unit => unit.lower) : [chunk.lower])

/** True when the verb's group, the verb that governs it ("appears to"), or an earlier cue of the clause holds back. */
export const isHedged = (chunks: readonly Chunk[], at: number): boolean => {
  const own = chunks[at]
  if (own?.kind === 'verb' && own.modal !== null && hedgeModals.has(own.modal)) return true
  const from = clauseStart(chunks, at)
  for (let i = at; i >= from; i--) {
    const chunk = chunks[i]
    if (!chunk) continue
    if (isWord(chunk, ...supposing)) return true
    const mentioned = chunk.kind === 'noun' && isWord(chunks[i - 1], ...setsAside)
    if (!mentioned && wordsOf(chunk).some(word => hedgeWords.has(word))) return true
    if (i === at || chunk.kind !== 'verb') continue
    if (hedgeVerbs.has(chunk.reading?.lemma ?? '') || remainsToBe(chunks, i)) return true
    if (chunk.modal !== null && hedgeModals.has(chunk.modal) && governs(chunks, i, at)) return true
  }
  return false
}

/** "It remains to be shown that X lowers Y". */
const remainsToBe = (chunks: readonly Chunk[], at: number): boolean => {
  const verb = chunks[at]
  const next = chunks[at + 1]
  return verb?.kind === 'verb' && verb.reading?.lemma === 'remain' && next?.kind === 'verb' && next.form === 'passive'
}

/** The verb at `i` governs the one at `at`: "may act to reduce", "may lower X by blocking Y", "may reduce X and raise Y". */
const governs = (chunks: readonly Chunk[], i: number, at: number): boolean => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb') return true
  const between = chunks.slice(i + 1, at)
  if (between.some(chunk => chunk.kind === 'subordinator' || chunk.kind === 'relative')) return false
  const own = verb.form === 'finite' || (verb.form === 'passive' && verb.units.length > 1)
  return !own || (verb.reading?.forms.has('base') === true && between.at(-1)?.kind === 'conjunction')
}

/** True when the verb is denied: in its own group, by "fail to", or by "without" before it. */
export const isNegated = (chunks: readonly Chunk[], at: number): boolean => {
  const own = chunks[at]
  if (own?.kind !== 'verb') return false
  if (own.negated) return true
  const previous = chunks[at - 1]
  if (own.form === 'ing' && isWord(previous, 'without')) return true
  if (isWord(previous, 'nor') || isDeniedClause(chunks, at)) return true
  const governor = chunks[own.form === 'infinitive' ? at - 1 : at - 2]
  const bare = own.form === 'infinitive' || (own.form === 'ing' && isWord(previous, 'in', 'of', 'at'))
  if (bare && governor?.kind === 'noun') {
    const ruler = isWord(chunks[at - 2], 'of') && own.form === 'infinitive' ? chunks[at - 3] : governor
    if (ruler?.kind === 'noun' && failingWords.test(ruler.head.lower)) return true
  }
  const main = mainVerb(chunks, at)
  if (own.form === 'infinitive' && main) return main.negated || failingVerbs.has(main.reading?.lemma ?? '')
  return false
}

/** "no evidence that X lowers Y". */
const isDeniedClause = (chunks: readonly Chunk[], at: number): boolean => {
  const opening = chunks.findLastIndex(
    (chunk, i) => i < at && (chunk.kind === 'subordinator' || chunk.kind === 'relative'),
  )
  const noun = isWord(chunks[opening], 'that') ? chunks[opening - 1] : undefined
  return noun?.kind === 'noun' && noun.negated && /^(?:evidence|indication|proof|sign)$/.test(noun.head.lower)
}

const mainVerb = (chunks: readonly Chunk[], at: number): VerbChunk | null => {
  for (let i = at - 1; i >= 0; i--) {
    const chunk = chunks[i]
    if (chunk?.kind === 'verb') return chunk
    if (chunk && (chunk.kind === 'relative' || chunk.kind === 'subordinator' || isWord(chunk, ';'))) return null
  }
  return null
}
