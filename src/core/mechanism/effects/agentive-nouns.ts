import type { Span } from '../../text/span.ts'
import type { Mention } from '../entities/find-mentions.ts'
import { triggerFamilies } from '../readings/trigger-families.ts'
import type { Chunk, NounChunk } from '../words/chunk-units.ts'
import type { Unit } from '../words/unit.ts'
import type { TriggerSign } from './triggers.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'

/** Names of what acts that no family of triggers has, by what they do. Sorted. */
const furtherNouns: readonly (readonly [TriggerSign, string])[] = [
  [-1, 'degrader depressor destroyer disruptor opponent quencher'],
  [0, 'determinant'],
  [1, 'opener producer secretagogue source'],
  ['better', 'protectant'],
  ['converts', 'precursor progenitor'],
]

const build = (): ReadonlyMap<string, TriggerSign> => {
  const map = new Map<string, TriggerSign>()
  const add = (noun: string, sign: TriggerSign): void => {
    map.set(noun, sign)
    map.set(`${noun}s`, sign)
  }
  for (const { sign, agents } of triggerFamilies) for (const noun of agents) add(noun, sign)
  for (const [sign, nouns] of furtherNouns) for (const noun of nouns.split(' ')) add(noun, sign)
  return map
}

/** Nouns for what acts ("inhibitor", "inducer"), singular and plural, with what it does to what they govern. */
const agentiveNouns = build()

/** A noun for what acts, and what it acts on. */
export interface Agentive {
  readonly sign: TriggerSign
  readonly word: Span
  readonly objects: readonly Target[]
  /** Index of the first chunk after what was read. */
  readonly next: number
}

/** "competitive inhibitor": the first word says of what kind it is, not what it acts on. */
const KIND_ONLY = /^(?:\p{L}\p{Ll}+(?:able|al|ed|ent|ible|ic|ing|ive|ory|ous|tor)|key|known|small-molecule)$/u
const LEADING_KIND =
  /^(?:(?:novel|potent|selective|specific|direct|irreversible|reversible|broad-spectrum|small-molecule|oral|known) )+/iu

const innerMention = (text: string, start: number, end: number): Mention | null => {
  const words = text.slice(start, end)
  const from = start + (LEADING_KIND.exec(words)?.[0].length ?? 0)
  const to = end - (/[\s\-\u2010\u2011]*$/u.exec(words)?.[0].length ?? 0)
  const name = text.slice(from, to)
  return to > from && !KIND_ONLY.test(name)
    ? { start: from, end: to, name, type: 'gene-or-protein', source: 'shape' }
    : null
}

const asObject = (mention: Mention): Target => ({
  span: { start: mention.start, end: mention.end },
  mention,
  type: mention.type,
  turn: 1,
  turnWord: null,
  negated: false,
})

/** Names of kinds, which say nothing of what their bearer does here. */
const NAMES_OF_KINDS = /\b(?:tumou?r[ -]suppressors?|activators? of transcription)$/iu

/** The agentive word that `words`, at `start`, ends in. */
const closingWord = (words: string, start: number): { sign: TriggerSign; word: Span } | null => {
  const last = /[\p{L}-]+$/u.exec(words)
  const sign = last ? agentiveNouns.get(last[0].toLowerCase()) : undefined
  return last && sign !== undefined && !NAMES_OF_KINDS.test(words)
    ? { sign, word: { start: start + last.index, end: start + words.length } }
    : null
}

/** What a name such as "EGFR inhibitor" says by itself. */
export const agentiveName = (text: string, mention: Span): Omit<Agentive, 'next'> | null => {
  const closing = closingWord(text.slice(mention.start, mention.end), mention.start)
  if (!closing) return null
  const inner = innerMention(text, mention.start, closing.word.start)
  return { ...closing, objects: inner ? [asObject(inner)] : [] }
}

/** "negative regulator", "positive modulator": the adjective gives the direction that the noun leaves open. */
const signWith = (units: readonly Unit[], sign: TriggerSign): TriggerSign =>
  sign !== 0
    ? sign
    : units.some(({ lower }) => lower === 'negative')
      ? -1
      : units.some(({ lower }) => lower === 'positive')
        ? 1
        : 0

/** The agentive noun of the units up to `at`, with what stands before it in the same phrase. */
const closingUnits = (text: string, units: readonly Unit[], at: number): Omit<Agentive, 'next'> | null => {
  const unit = units[at]
  if (!unit) return null
  if (unit.mention) {
    const named = agentiveName(text, unit.mention)
    if (!named || named.objects.length > 0) return named
    const before = units[at - 1]?.mention
    return { ...named, objects: before ? [asObject(before)] : [] }
  }
  const closing = unit.tag === 'noun' ? closingWord(unit.text, unit.start) : null
  if (!closing) return null
  const before = units.slice(0, at).findLast(other => other.mention)?.mention
  if (NAMES_OF_KINDS.test(text.slice(before?.start ?? unit.start, unit.end))) return null
  const sign = signWith(units, closing.sign)
  return { ...closing, sign, objects: before ? [asObject(before)] : [] }
}

/** The agentive noun that closes the phrase at `at`, with its objects: "X inhibitor", "inhibitor of X and Y". */
export const agentiveAt = (text: string, chunks: readonly Chunk[], at: number): Agentive | null => {
  const chunk = nounAt(chunks, at)
  if (!chunk) return null
  const closing = closingUnits(text, chunk.units, chunk.units.length - 1)
  if (!closing) return null
  const governs = isWord(chunks[at + 1], 'of') && nounAt(chunks, at + 2) !== null
  if (!governs) return { ...closing, next: at + 1 }
  const { targets, next } = readTargets(text, chunks, at + 2)
  // "an activator of X and an inhibitor of Y": the list ends where the next such noun begins.
  const isNoun = ({ span }: Target): boolean =>
    agentiveNouns.has(/^[\p{L}-]+/u.exec(text.slice(span.start, span.end))?.[0].toLowerCase() ?? '')
  const end = targets.findIndex(isNoun)
  const objects = end === -1 ? targets : targets.slice(0, end)
  const edge = end === -1 ? next : chunks.findIndex(({ start }) => start >= (objects.at(-1)?.span.end ?? 0))
  return objects.length > 0 ? { ...closing, objects, next: edge } : { ...closing, next: at + 1 }
}

/** "the MEK inhibitor trametinib": the agentive noun inside a phrase, and the name that it stands before. */
export const agentiveInside = (
  text: string,
  chunk: NounChunk,
): { readonly agentive: Omit<Agentive, 'next'>; readonly bearer: Mention } | null => {
  for (let i = chunk.units.length - 1; i > 0; i--) {
    const bearer = chunk.units[i]?.mention
    const agentive = bearer ? closingUnits(text, chunk.units, i - 1) : null
    if (bearer && agentive && agentive.objects.length > 0) return { agentive, bearer }
  }
  return null
}
