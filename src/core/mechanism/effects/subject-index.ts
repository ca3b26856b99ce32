import type { Chunk, VerbChunk } from '../words/chunk-units.ts'
import { isWord, nounAt } from './read-targets.ts'

export const isFinite = (chunk: Chunk | undefined): chunk is VerbChunk =>
  chunk?.kind === 'verb' && (chunk.form === 'finite' || chunk.form === 'passive')

const isBoundary = (chunk: Chunk): boolean =>
  chunk.kind === 'subordinator' || chunk.kind === 'relative' || isFinite(chunk) || isWord(chunk, ';', ':')

/** Index of the verb to the left whose clause the chunk at `at` belongs to, or null. */
const governing = (chunks: readonly Chunk[], at: number): number | null => {
  for (let i = at - 1; i >= 0; i--) {
    const chunk = chunks[i]
    if (chunk?.kind === 'verb') return i
    if (chunk && isWord(chunk, ';')) return null
  }
  return null
}

/** Index of the first phrase of `from`..`to` (exclusive) that no preposition governs. */
const firstFree = (chunks: readonly Chunk[], from: number, to: number): number | null => {
  let governed = false
  for (let i = from; i < to; i++) {
    const chunk = chunks[i]
    if (chunk?.kind === 'preposition') governed = true
    else if (chunk?.kind === 'noun') {
      const listed = governed && chunks[i + 1]?.kind === 'conjunction'
      if (!governed) return i
      if (!listed) governed = false
      // "In rats and mice, X …": what is joined to a governed phrase is governed too.
      if (listed) {
        governed = true
        i++
      }
    }
  }
  return null
}

/** Index of the list's member before the one at `at` ("X, Y, and Z"), or null. */
const memberBefore = (chunks: readonly Chunk[], at: number): number | null => {
  let i = at - 1
  if (chunks[i]?.kind === 'conjunction') i--
  if (isWord(chunks[i], ',')) i--
  return i < at - 1 && nounAt(chunks, i)?.mentions.length ? i : null
}

const antecedent = (chunks: readonly Chunk[], relative: number): number | null => {
  // "X, which Y releases and which lowers Z": both are about X.
  if (chunks[relative - 1]?.kind === 'conjunction') {
    const earlier = chunks.findLastIndex((chunk, i) => i < relative && chunk.kind === 'relative')
    if (earlier !== -1) return antecedent(chunks, earlier)
  }
  for (let i = relative - 1; i >= 0; i--) {
    const chunk = chunks[i]
    if (chunk?.kind === 'noun') {
      // "production of X that …": the nearest phrase; a list counts from its first member.
      let first = i
      for (let before = memberBefore(chunks, first); before !== null; before = memberBefore(chunks, first))
        first = before
      return first
    }
    if (chunk?.kind === 'verb' || isWord(chunk, ';')) return null
  }
  return null
}

/** After ", which" these say what the whole clause before leads to, as does any verb after "in turn" or "thus". Sorted. */
const resultVerbs = new Set([
  'alleviate',
  'bring',
  'cause',
  'contribute',
  'ease',
  'improve',
  'lead',
  'relieve',
  'result',
])
const resultWords = new Set(['consequently', 'hence', 'in', 'then', 'thereby', 'therefore', 'thus'])

const decreases = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'verb' && chunk.reading?.triggers[0]?.sign === -1

/** "calms X, which lowers Y": had X less, it could not lower more; the calming is meant. */
const meansClause = (verb: VerbChunk, main: Chunk | undefined): boolean =>
  verb.word.verb?.forms.has('base') !== true &&
  (resultVerbs.has(verb.reading?.lemma ?? '') ||
    verb.units.some(unit => unit.tag === 'adverb' && resultWords.has(unit.lower)) ||
    (decreases(main) && decreases(verb)))

/** Index of the phrase that is the subject of the verb at `at`; null when the sentence has none. */
export const subjectIndex = (chunks: readonly Chunk[], at: number, depth = 0): number | null => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb' || depth > 6) return null
  const previous = chunks[at - 1]
  if (verb.form === 'reduced')
    return previous?.kind === 'noun' ? at - 1 : isWord(previous, ',') && nounAt(chunks, at - 2) ? at - 2 : null
  if (verb.form === 'ing' || verb.form === 'infinitive') {
    // "and blocking X reduces Y": the blocking is a subject itself and has none.
    if (
      verb.form === 'ing' &&
      !isBe(verb) &&
      previous?.kind !== 'preposition' &&
      nounAt(chunks, at + 1) &&
      isFinite(chunks[at + 2])
    )
      return null
    const nearest = governing(chunks, at)
    // ", thereby easing X" goes on from the main clause, not from a "which" before it.
    const outer =
      verb.form === 'ing' && isWord(previous, ',') && nearest !== null ? relativeBefore(chunks, nearest) : null
    const main = outer === null ? nearest : governing(chunks, outer)
    const joined =
      previous?.kind === 'conjunction' ||
      isWord(previous, ',') ||
      previous?.kind === 'preposition' ||
      previous?.kind === 'subordinator'
    // "an agent for lowering X": what it is for is not what is said of the subject.
    if (verb.form === 'ing' && isWord(previous, 'for')) return null
    // "X was reduced by blocking Y": X does not block.
    const governor = main === null ? undefined : chunks[main]
    if (verb.form === 'ing' && isWord(previous, 'by') && governor?.kind === 'verb' && governor.form === 'passive')
      return null
    if (
      !joined &&
      previous?.kind === 'noun' &&
      (verb.form === 'ing' || main === null || previous.mentions.length > 0) &&
      !isBe(verb) &&
      !(verb.form === 'infinitive' && main !== null && !controlsInfinitive(chunks, at, main))
    ) {
      return main === null ? (firstFree(chunks, 0, at) ?? at - 1) : at - 1
    }
    if (isBe(verb)) return finiteSubject(chunks, at, depth)
    if (main !== null) return subjectIndex(chunks, main, depth + 1)
    // "By reducing X, Y eases Z": the subject stands after the comma.
    for (let i = at + 1; i < chunks.length; i++) {
      if (isWord(chunks[i], ',') && nounAt(chunks, i + 1)) return i + 1
      if (isFinite(chunks[i])) break
    }
    return firstFree(chunks, 0, at)
  }
  return finiteSubject(chunks, at, depth)
}

/** Verbs whose object does what the infinitive after it says: "allows X to reach Y". Sorted. */
const objectControl = new Set(
  (
    'activate allow cause convert direct drive enable encourage force help induce lead permit prime program prompt recruit ' +
    'require signal stimulate trigger'
  ).split(' '),
)
/** Nouns that take an infinitive of what stands after "of": "the ability of X to lower Y". */
const ABILITY = /^(?:abilit(?:y|ies)|capabilit(?:y|ies)|capacit(?:y|ies)|failure|inability|potential|tendency)$/

/** Index of the verb that makes the object before the infinitive at `at` do something: "allows X to accumulate"; or null. */
export const causingVerb = (chunks: readonly Chunk[], at: number): number | null => {
  const verb = chunks[at - 2]
  const causes = verb?.kind === 'verb' && verb.form !== 'passive' && objectControl.has(verb.reading?.lemma ?? '')
  return causes && nounAt(chunks, at - 1) ? at - 2 : null
}

/** Whether what stands before the infinitive at `at` does what it says, and not the subject of the verb at `main`. */
const controlsInfinitive = (chunks: readonly Chunk[], at: number, main: number): boolean => {
  const before = chunks[at - 2]
  if (isWord(before, 'of')) return ABILITY.test(nounAt(chunks, at - 3)?.head.lower ?? '')
  if (before?.kind === 'preposition') return isWord(before, 'for')
  const verb = chunks[main]
  return verb?.kind === 'verb' && (verb.form === 'passive' || objectControl.has(verb.reading?.lemma ?? ''))
}

const isBe = (verb: VerbChunk): boolean => verb.form === 'ing' && verb.units.some(unit => unit.tag === 'be')

const finiteSubject = (chunks: readonly Chunk[], at: number, depth: number): number | null => {
  let before = at - 1
  while (chunks[before]?.kind === 'adverb') before--
  const previous = chunks[before]
  const verb = chunks[at]
  if (previous?.kind === 'relative') {
    const main = governing(chunks, before)
    if (
      isWord(chunks[before - 1], ',') &&
      verb?.kind === 'verb' &&
      meansClause(verb, chunks[main ?? -1]) &&
      main !== null
    )
      return subjectIndex(chunks, main, depth + 1)
    return antecedent(chunks, before)
  }
  let boundary = at - 1
  while (boundary >= 0 && !isBoundary(chunks[boundary] as Chunk)) boundary--
  const edge = chunks[boundary]
  if (edge && isFinite(edge)) {
    // "X that suppress Y increase Z": the verb's own clause began before the relative.
    const relative = relativeBefore(chunks, boundary)
    const joined = previous?.kind === 'conjunction' || isWord(previous, ',')
    if (joined && (relative === null || previous?.kind === 'conjunction'))
      return subjectIndex(chunks, boundary, depth + 1)
    const split = lastSplit(chunks, boundary + 1, at)
    if (relative !== null && (split === null || !nounAt(chunks, split + 1))) return antecedent(chunks, relative)
    if (split === null)
      return sharesVerb(chunks, boundary, at)
        ? subjectIndex(chunks, boundary, depth + 1)
        : firstFree(chunks, boundary + 1, at)
    const own = firstFree(chunks, split + 1, at)
    if (relative !== null && own === null) return antecedent(chunks, relative)
    return own ?? subjectIndex(chunks, boundary, depth + 1)
  }
  return (
    firstFree(chunks, boundary + 1, at) ??
    (edge?.kind === 'subordinator' && !isWord(edge, 'that') ? sharedBefore(chunks, boundary, depth) : null)
  )
}

/** "to reduce X and increase Y": no phrase stands between the verbs but the first one's object. */
const sharesVerb = (chunks: readonly Chunk[], boundary: number, at: number): boolean =>
  !chunks.slice(boundary + 1, at).some(chunk => chunk.kind === 'noun')

const sharedBefore = (chunks: readonly Chunk[], boundary: number, depth: number): number | null => {
  const main = governing(chunks, boundary)
  return main === null ? null : subjectIndex(chunks, main, depth + 1)
}

const relativeBefore = (chunks: readonly Chunk[], verb: number): number | null => {
  let i = verb - 1
  while (chunks[i]?.kind === 'adverb') i--
  return chunks[i]?.kind === 'relative' ? i : null
}

/** The conjunction or comma after which the next clause begins. */
const lastSplit = (chunks: readonly Chunk[], from: number, to: number): number | null => {
  let both: number | null = null
  let conjunction: number | null = null
  let comma: number | null = null
  for (let i = from; i < to; i++) {
    if (chunks[i]?.kind === 'conjunction') {
      if (isWord(chunks[i - 1], ',')) both = i
      conjunction ??= i
      if (i === to - 1) conjunction = i
    } else if (isWord(chunks[i], ',')) comma = i
  }
  return both ?? conjunction ?? comma
}
