import type { Span } from '../../text/span.ts'
import type { Chunk, NounChunk } from '../words/chunk-units.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { EntityType } from '../mechanism.ts'
import { comparatives, transparentNouns } from './trigger-nouns.ts'

/** Something that a verb or a noun acts on: its words, what they name, and whether words between turn the direction. */
export interface Target {
  readonly span: Span
  readonly mention: Mention
  readonly type: EntityType
  /** -1 when an odd number of turning words ("reduction of", "less") stands between. */
  readonly turn: 1 | -1
  /** The turning word nearest to the verb, so that the trigger can be shown whole ("lead to a reduction of"). */
  readonly turnWord: Span | null
  readonly negated: boolean
}

export interface Reading {
  readonly targets: readonly Target[]
  /** Index of the first chunk after what was read. */
  readonly next: number
  /** True when these are the members of a class that the text named before them. */
  readonly members?: boolean
}

export const nounAt = (chunks: readonly Chunk[], at: number): NounChunk | null => {
  const chunk = chunks[at]
  return chunk?.kind === 'noun' ? chunk : null
}
export const isWord = (chunk: Chunk | undefined, ...words: readonly string[]): boolean =>
  chunk !== undefined && 'lower' in chunk && words.includes(chunk.lower)

const isSymbol = (mention: Mention, words: string): boolean =>
  mention.type !== 'process' && /\p{Lu}{2}|\p{L}-?\p{N}/u.test(words)

/** The part of a noun phrase that names: from its first entity to its head, or the last of several in apposition. */
export const namedPart = (text: string, chunk: NounChunk): { span: Span; mention: Mention } | null => {
  const last = chunk.mentions.at(-1)
  const first = chunk.mentions[0]
  if (!last || !first) return null
  const quotes = chunk.mentions.map(mention => text.slice(mention.start, mention.end))
  const classFirst =
    chunk.mentions.length > 1 && (/(?:s|ines)$/.test(quotes.at(-2) ?? '') || isSymbol(last, quotes.at(-1) ?? ''))
  const from = classFirst ? last : first
  const head = chunk.head
  const mention = last
  // An entity with an adjective of comparison or a participle after it ends where the entity ends.
  if (head.tag === 'adjective' || head.tag === 'number') return { span: { start: from.start, end: last.end }, mention }
  return { span: { start: from.start, end: Math.max(last.end, head.tag === 'noun' ? chunk.end : last.end) }, mention }
}

const memberWords = ['such as', 'including', 'like', 'namely', 'especially', 'notably', 'particularly']

/** True when the noun phrase at `at` is the subject of a verb that follows it, so that a list before it has ended. */
const startsClause = (chunks: readonly Chunk[], at: number): boolean => {
  let i = at + 1
  while (i < chunks.length) {
    const chunk = chunks[i]
    if (chunk?.kind === 'verb') return chunk.form === 'finite' || chunk.form === 'passive'
    if (chunk?.kind === 'preposition' && chunk.lower !== 'by') {
      i += 2
      continue
    }
    if (chunk?.kind === 'adverb') {
      i++
      continue
    }
    if ((chunk?.kind === 'conjunction' || isWord(chunk, ',')) && nounAt(chunks, i + 1)) {
      i += 2
      continue
    }
    return false
  }
  return false
}

/** Before the first verb of a sentence no second clause can begin. */
const hasVerbBefore = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(0, at).some(chunk => chunk.kind === 'verb' && (chunk.form === 'finite' || chunk.form === 'passive'))

/** Where a list goes on after `at`: index of the next member, and whether "of" stands before it; null when it ends. */
const nextMember = (chunks: readonly Chunk[], at: number): { index: number; of: boolean; joined: boolean } | null => {
  let i = at
  let joined = false
  if (isWord(chunks[i], ',')) i++
  if (chunks[i]?.kind === 'conjunction' && !isWord(chunks[i], 'but', 'yet')) {
    i++
    joined = true
  } else if (i === at) {
    // "X as well as Y"
    if (isWord(chunks[i], 'as') && isWord(chunks[i + 1], 'well') && isWord(chunks[i + 2], 'as')) {
      i += 3
      joined = true
    } else return null
  }
  while (chunks[i]?.kind === 'adverb') i++
  const of = isWord(chunks[i], 'of', 'in') && nounAt(chunks, i + 1) !== null
  if (of) i++
  return nounAt(chunks, i) ? { index: i, of, joined } : null
}

const listGoesOn = (chunks: readonly Chunk[], at: number): boolean => {
  for (let i = at; i < Math.min(chunks.length, at + 24); i++) {
    const chunk = chunks[i]
    if (chunk?.kind === 'conjunction') return true
    if (chunk?.kind !== 'noun' && !isWord(chunk, ',')) return false
  }
  return false
}

const complementOf = (chunks: readonly Chunk[], at: number, prepositions: readonly string[]): number | null =>
  isWord(chunks[at + 1], ...prepositions) && nounAt(chunks, at + 2) ? at + 2 : null

const turning = (chunk: NounChunk): { turn: 1 | -1; word: Span | null } => {
  const modifier = chunk.modifier
  if (!modifier) return { turn: 1, word: null }
  const said = comparatives.get(modifier.lower) ?? modifier.verb?.triggers[0]?.sign
  return said === -1 ? { turn: -1, word: modifier } : { turn: 1, word: null }
}

const asTarget = (part: { span: Span; mention: Mention }, chunk: NounChunk): Target => {
  const { turn, word } = turning(chunk)
  return { ...part, type: part.mention.type, turn, turnWord: word, negated: chunk.negated }
}

const turned = (targets: readonly Target[], chunk: NounChunk, sign: unknown): Target[] =>
  targets.map(target => ({
    ...target,
    turn: (sign === -1 ? -target.turn : target.turn) as 1 | -1,
    turnWord: chunk.head,
    negated: target.negated || chunk.negated,
  }))

/** One member of a list: the phrase at `at` with what belongs to its head. */
const readOne = (text: string, chunks: readonly Chunk[], at: number, depth: number, until: number): Reading => {
  const chunk = nounAt(chunks, at)
  if (!chunk || depth > 4) return { targets: [], next: at + 1 }
  const trigger = chunk.trigger
  const own = namedPart(text, chunk)
  // "increase in X", "reduction of X", "X reduction": the direction passes through to X.
  if (trigger?.change && (trigger.sign === -1 || isAmountChange(chunk))) {
    const complement = complementOf(chunks, at, ['of', 'in', 'to', 'for'])
    if (complement !== null) {
      const inner = readTargets(text, chunks, complement, depth + 1, until)
      return { targets: turned(inner.targets, chunk, trigger.sign), next: inner.next }
    }
    if (!own) return { targets: [], next: at + 1 }
    return {
      targets: turned(
        [asTarget({ span: { start: own.span.start, end: own.mention.end }, mention: own.mention }, chunk)],
        chunk,
        trigger.sign,
      ),
      next: at + 1,
    }
  }
  // "production of X", "symptoms of pain", "response to X": the head belongs to what is meant.
  const takesOf = !own || chunk.mentions.at(-1)?.type === 'process' || (trigger && !trigger.change)
  const complement = takesOf
    ? complementOf(
        chunks,
        at,
        own ? ['of'] : trigger || /^responses?$/.test(chunk.head.lower) ? ['of', 'in', 'to'] : ['of'],
      )
    : null
  if (complement !== null) {
    const inner = readTargets(text, chunks, complement, depth + 1, until)
    if (inner.targets.length > 0) {
      const start = own?.span.start ?? chunk.head.start
      const transparent = transparentNouns.has(chunk.head.lower)
      const { turn, word } = turning(chunk)
      const targets = inner.targets.map((target, index) => ({
        ...target,
        span: inner.members || (index > 0 && transparent) ? target.span : { start, end: target.span.end },
        turn: (target.turn * turn) as 1 | -1,
        turnWord: word ?? target.turnWord,
        negated: target.negated || chunk.negated,
      }))
      return { targets, next: inner.next }
    }
  }
  // "cytokines such as X and Y", "mediators (X, Y)": the members, not their class.
  const isClass = !own || /[^si]s$/u.test(chunk.head.lower)
  const members = !isClass
    ? null
    : isWord(chunks[at + 1], ...memberWords)
      ? at + 2
      : isWord(chunks[at + 1], ',') && isWord(chunks[at + 2], ...memberWords.filter(word => word !== 'like'))
        ? at + 3
        : isWord(chunks[at + 1], ':') && !own && depth === 0
          ? at + 2
          : chunk.units[0]?.lower === 'such' && isWord(chunks[at + 1], 'as')
            ? at + 2
            : null
  if (members !== null && nounAt(chunks, members)) {
    const inner = readTargets(text, chunks, members, depth + 1, until)
    if (inner.targets.length > 0) return { ...inner, members: true }
  }
  const asides = chunk.bracketed.filter(mention => mention.name !== own?.mention.name)
  if (asides.length > (!own ? 0 : isClass ? 1 : Infinity))
    return { targets: asides.map(mention => asTarget({ span: mention, mention }, chunk)), next: at + 1 }
  return { targets: own ? [asTarget(own, chunk)] : [], next: at + 1 }
}

/** Change nouns of which nothing is lost when only what changes is named. Sorted. */
const amountChanges = new Set([
  'augmentation',
  'boost',
  'elevation',
  'enhancement',
  'gain',
  'increase',
  'raise',
  'rise',
  'stimulation',
  'up-regulation',
  'upregulation',
  'upsurge',
])
const isAmountChange = (chunk: NounChunk): boolean => amountChanges.has(chunk.head.lower.replace(/s$/, ''))

/** "TNF-induced apoptosis", "IL-1- and TNF-induced fever": index of the phrase that is meant. */
const afterLinker = (chunks: readonly Chunk[], at: number): number => {
  const isFirstOfTwo = isWord(chunks[at + 1], '-', '\u2010', '\u2011') && chunks[at + 2]?.kind === 'conjunction'
  const last = isFirstOfTwo ? at + 3 : at
  return chunks[last + 1]?.kind === 'linker' && nounAt(chunks, last + 2) ? last + 2 : at
}

/**
 * What is named from the noun phrase at `at` on: the members of a coordination, each with its turn. A list ends where
 * a phrase is the subject of the next clause; a list that is itself a subject goes on up to its verb at `until`. Depth
 * bounds "reduction of the inhibition of …".
 */
export const readTargets = (text: string, chunks: readonly Chunk[], at: number, depth = 0, until = -1): Reading => {
  const targets: Target[] = []
  let next = at
  let members = false
  // "TNF-induced apoptosis": what is meant stands after the compound.
  const first = afterLinker(chunks, at)
  for (let index: number | null = first; index !== null && targets.length < 24;) {
    const one = readOne(text, chunks, index, depth, until)
    const nor = isWord(chunks[index - 1], 'nor') && targets.some(target => target.negated)
    targets.push(...(nor ? one.targets.map(target => ({ ...target, negated: true })) : one.targets))
    next = one.next
    members ||= one.members === true
    const member = nextMember(chunks, one.next)
    if (!member) break
    const chunk = nounAt(chunks, member.index)
    if (!chunk || (until < 0 ? hasVerbBefore(chunks, at) && startsClause(chunks, member.index) : member.index >= until))
      break
    if (!member.joined && !listGoesOn(chunks, member.index + 1)) break
    if (depth > 0 && !member.of && chunk.trigger) break
    index = member.index
  }
  return { targets, next, ...(members ? { members } : {}) }
}
