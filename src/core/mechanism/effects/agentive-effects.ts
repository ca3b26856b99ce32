import type { Chunk } from '../words/chunk-units.ts'
import { actingPairs } from './acting-pairs.ts'
import { agentiveAt, agentiveInside, agentiveName } from './agentive-nouns.ts'
import type { Agentive } from './agentive-nouns.ts'
import { isHedged, isNegated } from './modality.ts'
import { directionOf } from './raw-effect.ts'
import type { Agent, RawEffect } from './raw-effect.ts'
import { subjectOf } from './subject-of.ts'
import { isWord, namedPart, nounAt } from './read-targets.ts'
import type { ResolveSubject } from './verb-effects.ts'

/** Whom an agentive noun is said of. */
interface Bearer {
  readonly agents: readonly Agent[]
  readonly carried: boolean
  readonly negated: boolean
  readonly hedged: boolean
}

const plainBearer = (agents: readonly Agent[]): Bearer => ({ agents, carried: false, negated: false, hedged: false })

const effectsOf = (text: string, { sign, word, objects }: Omit<Agentive, 'next'>, bearer: Bearer): RawEffect[] =>
  actingPairs(bearer.agents, objects, target => ({
    carried: bearer.carried,
    trigger: word,
    negated: bearer.negated !== target.negated,
    hedged: bearer.hedged,
    rule: 'agentive',
    direction: directionOf(sign, target, text.slice(target.span.start, target.span.end)),
  }))

/** Verbs after whose "as" a noun says what their subject is. Sorted. */
const LIKE_BEING = /^(?:act|emerge|function|operate|serve|work)s?$/

const namedBefore = (text: string, chunks: readonly Chunk[], at: number): Agent[] => {
  const chunk = nounAt(chunks, at)
  const part = chunk ? namedPart(text, chunk) : null
  return part ? [part] : []
}

/** Index of the verb by which the noun at `at` is said of a subject: "is a", "is one of the", "acts as a", "was identified as a". */
const copula = (chunks: readonly Chunk[], at: number): number | null => {
  let i = at - 1
  if (
    isWord(chunks[i], 'of', 'among') &&
    (nounAt(chunks, i - 1) === null || /^(?:one|some)$/.test(wordOf(chunks[i - 1])))
  ) {
    i = nounAt(chunks, i - 1) ? i - 2 : i - 1
  }
  while (chunks[i]?.kind === 'adverb') i--
  const as = isWord(chunks[i], 'as')
  const verb = chunks[as ? i - 1 : i]
  if (verb?.kind !== 'verb') return null
  const isBe = verb.reading === null && verb.units.some(unit => unit.tag === 'be')
  if (!as) return isBe || /^(?:become|remain|represent)$/.test(verb.reading?.lemma ?? '') ? i : null
  return verb.form === 'passive' || LIKE_BEING.test(verb.reading?.lemma ?? '') ? i - 1 : null
}

const wordOf = (chunk: Chunk | undefined): string => (chunk?.kind === 'noun' ? chunk.head.lower : '')

/** The agentive noun before "and" or a comma that shares its bearer with the one at `at`: "an activator of X and an inhibitor of Y". */
const coordinateBefore = (text: string, chunks: readonly Chunk[], at: number): number | null => {
  for (let i = at - 2; i >= 0; i--) {
    const chunk = chunks[i]
    if (!chunk || chunk.kind === 'verb' || chunk.kind === 'relative' || chunk.kind === 'subordinator') return null
    const earlier = agentiveAt(text, chunks, i)
    if (earlier && earlier.next <= at) return i
  }
  return null
}

const isList = (chunk: Chunk | undefined): boolean => chunk?.kind === 'conjunction' || isWord(chunk, ',')

const opensWithArticle = (chunks: readonly Chunk[], at: number): boolean =>
  /^(?:a|an|the|another)$/.test(nounAt(chunks, at)?.units[0]?.lower ?? '')

const bearerOf = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  next: number,
  resolve: ResolveSubject,
): Bearer | null => {
  const verb = copula(chunks, at)
  if (verb !== null) {
    const { agents, carried } = resolve(subjectOf(text, chunks, verb))
    const denied = isNegated(chunks, verb) || nounAt(chunks, at)?.negated === true
    return { agents, carried, negated: denied, hedged: isHedged(chunks, verb) }
  }
  // "described X as an inhibitor of Y", "X functions as an inhibitor"
  if (isWord(chunks[at - 1], 'as')) {
    const agents = namedBefore(text, chunks, at - 2)
    const isSaid = agents.length > 0 && opensWithArticle(chunks, at)
    return isSaid ? { ...plainBearer(agents), hedged: isHedged(chunks, at - 1) } : null
  }
  if (!isList(chunks[at - 1])) return null
  const earlier = coordinateBefore(text, chunks, at)
  if (earlier !== null && chunks[at - 1]?.kind === 'conjunction') return bearerOf(text, chunks, earlier, next, resolve)
  // "X, an inhibitor of Y, …": set off by commas on both sides.
  const after = chunks[next]
  const setOff = isWord(chunks[at - 1], ',') && opensWithArticle(chunks, at) && (!after || after.kind === 'mark')
  return setOff ? plainBearer(namedBefore(text, chunks, at - 2)) : null
}

/** "the MEK inhibitor trametinib", "gefitinib (an EGFR inhibitor)", "the MEK inhibitor, U0126,": nothing but names in a row. */
const effectsOfNames = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] => {
  const chunk = nounAt(chunks, at)
  if (!chunk) return []
  const inside = agentiveInside(text, chunk)
  const own = inside
    ? effectsOf(text, inside.agentive, plainBearer([{ span: inside.bearer, mention: inside.bearer }]))
    : []
  const part = namedPart(text, chunk)
  const bracketed = chunk.bracketed.flatMap(mention => {
    const agentive = agentiveName(text, mention)
    return agentive && part && part.mention.name !== mention.name ? effectsOf(text, agentive, plainBearer([part])) : []
  })
  const closing = chunk.bracketed.length > 0 ? agentiveAt(text, chunks, at) : null
  const bearers = chunk.bracketed.filter(
    ({ name, type, source }) => type === 'chemical' && name !== part?.mention.name && source !== 'abbreviation',
  )
  const named = closing
    ? effectsOf(text, closing, plainBearer(bearers.map(mention => ({ span: mention, mention }))))
    : []
  return [...own, ...bracketed, ...named]
}

/** What nouns for what acts say: "X is an inhibitor of Y", "X, a Y inhibitor", "the Y inhibitor X". */
export const effectsOfAgentive = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  resolve: ResolveSubject,
): RawEffect[] => {
  const agentive = agentiveAt(text, chunks, at)
  const bearer = agentive && agentive.objects.length > 0 ? bearerOf(text, chunks, at, agentive.next, resolve) : null
  return [...(agentive && bearer ? effectsOf(text, agentive, bearer) : []), ...effectsOfNames(text, chunks, at)]
}
