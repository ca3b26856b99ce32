import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { Unit } from './unit.ts'
import { comparatives, triggerNouns } from '../effects/trigger-nouns.ts'
import type { TriggerNoun } from '../effects/trigger-nouns.ts'
import type { VerbReading } from './verb-forms.ts'

/** A noun phrase without what follows its head. */
export interface NounChunk extends Span {
  readonly kind: 'noun'
  readonly units: readonly Unit[]
  readonly mentions: readonly Mention[]
  /** Entities in round brackets right after it. */
  readonly bracketed: readonly Mention[]
  readonly head: Unit
  /** What the head says about direction, when it is a trigger noun and not part of a name. */
  readonly trigger?: TriggerNoun
  /** "no", "neither". */
  readonly negated: boolean
  /** "increased", "less" before the head. */
  readonly modifier?: Unit
}

export interface VerbChunk extends Span {
  readonly kind: 'verb'
  readonly units: readonly Unit[]
  /** The word itself. */
  readonly word: Unit
  readonly reading: VerbReading | null
  readonly form: NonNullable<Unit['form']>
  readonly negated: boolean
  readonly modal: string | null
}

/** Anything else, one word or mark. */
interface OtherChunk extends Span {
  readonly kind: 'preposition' | 'conjunction' | 'subordinator' | 'relative' | 'mark' | 'adverb' | 'linker'
  readonly lower: string
}

export type Chunk = NounChunk | VerbChunk | OtherChunk

const nominal = new Set(['determiner', 'quantifier', 'number', 'adjective', 'noun', 'mention', 'pronoun'])
const auxiliary = new Set(['be', 'have', 'do', 'modal', 'to'])

const nounChunk = (units: readonly Unit[], negated: boolean): NounChunk | null => {
  const first = units[0]
  const head = units.at(-1)
  if (!first || !head) return null
  const trigger = head.tag === 'noun' ? triggerNouns.get(head.lower) : undefined
  const modifier = units.find(
    unit => unit.tag !== 'noun' && (comparatives.has(unit.lower) || (unit.tag === 'adjective' && changesAmount(unit))),
  )
  return {
    kind: 'noun',
    start: first.start,
    end: head.end,
    units,
    head,
    negated: negated || first.lower === 'neither',
    bracketed: [],
    mentions: units.flatMap(unit => unit.mention ?? []),
    ...(trigger ? { trigger } : {}),
    ...(modifier ? { modifier } : {}),
  }
}

/** Participles that change the amount of what they stand before: "increased IL-10", not "activated cells". Sorted. */
const amountVerbs = new Set([
  'abolish',
  'attenuate',
  'augment',
  'boost',
  'decrease',
  'diminish',
  'downregulate',
  'elevate',
  'enhance',
  'heighten',
  'impair',
  'improve',
  'increase',
  'lessen',
  'lower',
  'raise',
  'reduce',
  'suppress',
  'upregulate',
  'down-regulate',
  'up-regulate',
])
const changesAmount = (unit: Unit): boolean =>
  amountVerbs.has(unit.verb?.lemma ?? '') && !(unit.verb?.forms.has('base') ?? false)

const stripBrackets = (units: readonly Unit[]): { plain: Unit[]; bracketed: Map<number, Mention[]> } => {
  const plain: Unit[] = []
  const bracketed = new Map<number, Mention[]>()
  let depth = 0
  let inside: Mention[] = []
  const closes = units.filter(unit => unit.lower === ')' || unit.lower === ']').length
  const balanced = closes === units.filter(unit => unit.lower === '(' || unit.lower === '[').length
  for (const unit of units) {
    if (balanced && (unit.lower === '(' || unit.lower === '[')) {
      depth++
      inside = []
    } else if (depth > 0 && (unit.lower === ')' || unit.lower === ']')) {
      depth--
      const host = plain.at(-1)
      if (host && inside.length > 0) bracketed.set(host.end, inside)
    } else if (depth === 0) plain.push(unit)
    else if (unit.mention) inside.push(unit.mention)
  }
  return { plain, bracketed }
}

const verbChunk = (group: readonly Unit[], word: Unit): VerbChunk => ({
  kind: 'verb',
  start: group[0]?.start ?? word.start,
  end: word.end,
  units: group,
  word,
  reading: word.verb ?? null,
  form: word.form ?? 'finite',
  negated: group.some(
    (unit, i) =>
      (unit.tag === 'negation' && !/^(?:just|merely|necessarily|only|solely)$/.test(group[i + 1]?.lower ?? '')) ||
      unit.lower === 'cannot' ||
      unit.lower.endsWith("n't"),
  ),
  modal: group.find(unit => unit.tag === 'modal')?.lower ?? null,
})

/**
 * "In skeletal muscle metformin lowers …": two names side by side after a preposition that opens the clause, and a verb
 * right after them. The second is the subject, so the phrase is parted before it.
 */
const partOpenings = (chunks: readonly Chunk[]): Chunk[] =>
  chunks.flatMap((chunk, i): Chunk[] => {
    const before = chunks[i - 1]
    const opens =
      chunks[i - 2] === undefined || chunks[i - 2]?.kind === 'mark' || chunks[i - 2]?.kind === 'subordinator'
    if (chunk.kind !== 'noun' || before?.kind !== 'preposition' || !opens || chunks[i + 1]?.kind !== 'verb')
      return [chunk]
    const last = chunk.units.length - 1
    const named = chunk.units[last]?.tag === 'mention' && chunk.units[last - 1]?.tag === 'mention'
    const place = named ? nounChunk(chunk.units.slice(0, last), chunk.negated) : null
    const subject = named ? nounChunk(chunk.units.slice(last), false) : null
    return place && subject ? [place, { ...subject, bracketed: chunk.bracketed }] : [chunk]
  })

/** Groups tagged units into noun phrases, verb groups and the words between; bracketed asides are taken out of the line. */
export const chunkUnits = (all: readonly Unit[]): Chunk[] => {
  const { plain: units, bracketed } = stripBrackets(all)
  const chunks: Chunk[] = []
  let i = 0
  while (i < units.length) {
    const unit = units[i]
    if (!unit) break
    const quoteMark = unit.tag === 'mark' && /^["“”'‘’]$/u.test(unit.lower)
    if (quoteMark) {
      i++
      continue
    }
    if (
      auxiliary.has(unit.tag) ||
      unit.tag === 'verb' ||
      (unit.tag === 'negation' && unit.lower !== 'no' && unit.lower !== 'none') ||
      unit.tag === 'adverb'
    ) {
      let j = i
      const group: Unit[] = []
      while (j < units.length) {
        const part = units[j]
        if (
          !part ||
          !(auxiliary.has(part.tag) || part.tag === 'negation' || part.tag === 'adverb') ||
          part.lower === 'no'
        )
          break
        if (part.tag === 'to' && group.some(earlier => earlier.tag === 'to')) break
        group.push(part)
        j++
      }
      const word = units[j]
      if (word?.tag === 'verb') {
        chunks.push(verbChunk([...group, word], word))
        i = j + 1
        continue
      }
      const copula = group.find(
        part => part.tag === 'be' || part.tag === 'have' || part.tag === 'do' || part.tag === 'modal',
      )
      if (copula) {
        const nonFinite = copula.lower.endsWith('ing') ? ('ing' as const) : ('finite' as const)
        chunks.push({ ...verbChunk(group, copula), form: nonFinite, end: group.at(-1)?.end ?? copula.end })
        i = j
        continue
      }
      chunks.push({ kind: 'adverb', start: unit.start, end: unit.end, lower: unit.lower })
      i++
      continue
    }
    const negatedName = unit.tag === 'negation'
    if (nominal.has(unit.tag) || negatedName) {
      const group: Unit[] = []
      let j = negatedName ? i + 1 : i
      while (j < units.length) {
        const part = units[j]
        const previous = group.at(-1)
        if (!part || !nominal.has(part.tag)) break
        if (previous && (part.tag === 'determiner' || part.tag === 'pronoun') && previous.tag !== 'quantifier') break
        if (previous && (previous.tag === 'pronoun' || part.opens)) break
        group.push(part)
        j++
        if (bracketed.has(part.end)) break
      }
      const chunk = nounChunk(group, negatedName)
      if (chunk) chunks.push({ ...chunk, bracketed: bracketed.get(chunk.end) ?? [] })
      i = Math.max(j, i + 1)
      continue
    }
    chunks.push({ kind: unit.tag as OtherChunk['kind'], start: unit.start, end: unit.end, lower: unit.lower })
    i++
  }
  return partOpenings(chunks)
}
