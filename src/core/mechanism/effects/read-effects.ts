import { sentenceSpans } from '../../text/sentences.ts'
import { compareSpans, overlaps } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import { chunkUnits } from '../words/chunk-units.ts'
import type { Chunk } from '../words/chunk-units.ts'
import type { Mention } from '../entities/find-mentions.ts'
import type { EntityType } from '../mechanism.ts'
import { effectsOfAgentive } from './agentive-effects.ts'
import { effectsOfConversion } from './conversions.ts'
import { effectsOfInvolvement } from './involvement.ts'
import { isHedged, isNegated } from './modality.ts'
import { effectsOfNeed } from './needs.ts'
import { pairRespectively } from './respectively.ts'
import { effectsOfNoun } from './noun-effects.ts'
import { directionOf } from './raw-effect.ts'
import type { Agent, RawEffect } from './raw-effect.ts'
import { agentNouns, readSubject } from './read-subject.ts'
import { isFinite, subjectIndex } from './subject-index.ts'
import { subjectOf } from './subject-of.ts'
import type { Subject } from './read-subject.ts'
import { isWord, nounAt } from './read-targets.ts'
import type { Target } from './read-targets.ts'
import { weighSentence } from '../readings/weigh-sentence.ts'
import { foundThresholds, shippedWeigher } from '../readings/weights.ts'
import type { Thresholds } from '../readings/weights.ts'
import type { Weigher } from '../readings/find-readings.ts'
import { withWeighed } from '../readings/with-weighed.ts'
import { tagWords } from '../words/part-of-speech.ts'
import type { TaggedWord } from '../words/part-of-speech.ts'
import { tagUnits } from '../words/tag-units.ts'
import { comparatives } from './trigger-nouns.ts'
import { effectsOfVerb } from './verb-effects.ts'

/** A sentence longer than this is a table or a list that lost its structure; nothing is read from it. */
const LONGEST_SENTENCE = 2_000

/** What a passage has been about so far, so that "they" and "these cells" can be read. */
export interface Discourse {
  /** Subject of the last clause that named one. */
  subject: readonly Agent[]
  /** Subjects and agents, the last named first. */
  recent: readonly (readonly Agent[])[]
}

/** How far back "the drug" may point, in clauses. */
const LONGEST_MEMORY = 8

export const newDiscourse = (): Discourse => ({ subject: [], recent: [] })

const agentsOf = (subject: Subject | null): Agent[] =>
  subject?.kind === 'named' ? subject.agents.map(target => ({ span: wholeAgent(target), mention: target.mention })) : []

/** "inhibition of X": as an agent it is the whole phrase, not X. */
const wholeAgent = ({ span, turn, turnWord }: Target): Span =>
  turn === -1 && turnWord
    ? { start: Math.min(span.start, turnWord.start), end: Math.max(span.end, turnWord.end) }
    : span

const silent: ReadonlySet<string> = new Set(['nominal', 'modifier'])

/** Words that point back to a thing of one kind. */
const pointingKinds: readonly (readonly [RegExp, EntityType])[] = [
  [/^(?:cells?|grafts?|transplants?|newcomers)$/, 'cell'],
  [/^(?:agent|compound|drug|medicine|substance|therapy|treatment)s?$/, 'chemical'],
  [/^(?:cytokine|enzyme|factor|gene|mediator|protein|receptor)s?$/, 'gene-or-protein'],
]

/** Words that stand for a thing by themselves, one or many. */
const ONE = /^it$/
const MANY = /^(?:they|these|those|them)$/

const isMany = (agents: readonly Agent[], text: string): boolean =>
  agents.length > 1 || agents.some(({ span }) => /(?:s|ae|ia)$/u.test(text.slice(span.start, span.end)))

const pointedAt = (
  { chunk }: Subject & { kind: 'pointing' },
  earlier: readonly (readonly Agent[])[],
  discourse: Discourse,
  text: string,
): readonly Agent[] => {
  const candidates = [...earlier, discourse.subject, ...discourse.recent].filter(list => list.length > 0)
  const first = chunk.units[0]?.lower
  const word = first === 'its' ? 'it' : first === 'their' ? 'they' : chunk.head.lower
  if (ONE.test(word)) return candidates.find(list => list.length === 1) ?? []
  if (MANY.test(word)) return candidates.find(list => isMany(list, text)) ?? []
  if (chunk.units.length === 1) return candidates[0] ?? []
  const kind = pointingKinds.find(([words]) => words.test(word))?.[1]
  const ofKind = kind && candidates.find(list => list.some(agent => agent.mention.type === kind))
  // A treatment may be of any kind, cells for one; the others are what they are called, and "these results" are nothing that acts.
  return ofKind ?? (kind === 'chemical' || agentNouns.has(word) ? (candidates[0] ?? []) : [])
}

/** Subjects of the clauses of this sentence that end before `chunk`, the nearest first. */
const subjectsBefore = (text: string, chunks: readonly Chunk[], chunk: Chunk): Agent[][] => {
  const at = chunks.indexOf(chunk)
  const edge = chunks.findLastIndex(({ kind }, i) => i < at && kind !== 'noun' && kind !== 'adverb')
  // In the clause of its own verb ("X is replaced by these cells") a phrase does not point to the subject.
  const isOwnClause = chunks[edge]?.kind === 'preposition' || chunks[edge]?.kind === 'verb'
  if (isOwnClause) return []
  return chunks
    .slice(0, at)
    .flatMap((verb, i) => {
      const subject = isFinite(verb) ? subjectOf(text, chunks, i) : null
      return subject === null ? [] : [agentsOf(subject)]
    })
    .toReversed()
}

const remember = (discourse: Discourse, agents: readonly Agent[]): void => {
  if (agents.length > 0) discourse.recent = [agents, ...discourse.recent].slice(0, LONGEST_MEMORY)
}

/** "IL-6 was higher than TNF-α": two things are measured against each other, and neither has changed. */
const isAgainstAnother = (chunks: readonly Chunk[], at: number, subject: Subject & { kind: 'named' }): boolean => {
  const other = isWord(chunks[at], 'than') ? nounAt(chunks, at + 1)?.mentions.at(-1) : undefined
  return other !== undefined && subject.targets.some(({ type }) => type === other.type)
}

/** "X is higher": a comparison said of the subject. */
const comparisonEffects = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] => {
  const verb = chunks[at]
  const said = chunks[at + 1]
  if (verb?.kind !== 'verb' || (verb.reading !== null && verb.reading.lemma !== 'remain') || said?.kind !== 'noun')
    return []
  const unit = said.units[0]
  const sign = said.units.length === 1 && unit ? comparatives.get(unit.lower) : undefined
  const subject = subjectOf(text, chunks, at)
  if (sign === undefined || !unit || subject?.kind !== 'named' || isAgainstAnother(chunks, at + 2, subject)) return []
  return subject.targets.map(target => ({
    agent: null,
    carried: false,
    target,
    trigger: unit,
    negated: isNegated(chunks, at),
    hedged: isHedged(chunks, at),
    rule: 'comparison' as const,
    direction: directionOf(sign, target, text.slice(target.span.start, target.span.end)),
  }))
}

/** What the constructions of one sentence state, in text order; `discourse` is read and brought up to date. */
export const statedEffects = (
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
  discourse: Discourse,
  words: readonly TaggedWord[] = tagWords(text, sentence),
): RawEffect[] => {
  const chunks = chunkUnits(tagUnits(text, sentence, mentions, words))
  const found: RawEffect[] = []
  const resolve = (subject: Subject | null): { agents: readonly Agent[]; carried: boolean } => {
    if (subject?.kind === 'named') return { agents: agentsOf(subject), carried: false }
    if (subject?.kind === 'pointing') {
      const agents = pointedAt(subject, subjectsBefore(text, chunks, subject.chunk), discourse, text)
      return { agents, carried: agents.length > 0 }
    }
    return { agents: [], carried: false }
  }
  const keep = (effects: readonly RawEffect[]): void => {
    for (const effect of effects) {
      const same = found.some(
        other =>
          other.direction === effect.direction &&
          other.target.span.start === effect.target.span.start &&
          other.target.mention.start === effect.target.mention.start &&
          (other.agent?.span.start === effect.agent?.span.start || effect.agent === null),
      )
      if (!same) found.push(effect)
    }
    const agents = effects.flatMap(effect => effect.agent ?? [])
    remember(
      discourse,
      agents.filter((agent, i) => agents.findIndex(other => other.span.start === agent.span.start) === i),
    )
  }
  chunks.forEach((chunk, at) => {
    if (chunk.kind !== 'verb') return
    keep(effectsOfVerb(text, chunks, at, resolve))
    keep(effectsOfNeed(text, chunks, at, resolve))
    keep(comparisonEffects(text, chunks, at))
  })
  const taken = (at: number): boolean => {
    const chunk = chunks[at]
    return (
      chunk !== undefined &&
      found.some(effect => effect.target.turnWord !== null && overlaps(effect.target.turnWord, chunk))
    )
  }
  chunks.forEach((chunk, at) => {
    if (chunk.kind !== 'noun' && chunk.kind !== 'linker') return
    const effects = effectsOfNoun(text, chunks, at, taken, resolve)
    // What is said inside a target ("the activation of X" that is inhibited) is no statement of its own.
    keep(
      effects.filter(
        effect => !(silent.has(effect.rule) && found.some(other => overlaps(other.target.span, effect.trigger))),
      ),
    )
  })
  chunks.forEach((_, at) => {
    keep(effectsOfAgentive(text, chunks, at, resolve))
    keep(effectsOfConversion(text, chunks, at))
    keep(effectsOfInvolvement(text, chunks, at, resolve))
  })
  const main = chunks.findIndex(isFinite)
  const index = main === -1 ? chunks.findIndex(chunk => chunk.kind === 'noun') : subjectIndex(chunks, main)
  const subject = index === null || index === -1 ? [] : agentsOf(readSubject(text, chunks, index, main))
  if (subject.length > 0) discourse.subject = subject
  remember(discourse, subject)
  return pairRespectively(chunks, found).toSorted(
    (a, b) => a.trigger.start - b.trigger.start || compareSpans(a.target.mention, b.target.mention),
  )
}

/** How readings that no construction settles are weighed. */
export interface Weighing {
  readonly weigher: Weigher
  readonly thresholds: Thresholds
}

/** The effects of a run of text, sentence by sentence: what its constructions state, and what its readings speak for. */
export const effectsOfSpan = (
  text: string,
  span: Span,
  mentions: readonly Mention[],
  discourse: Discourse,
  { weigher, thresholds }: Weighing = { weigher: shippedWeigher, thresholds: foundThresholds },
): RawEffect[] => {
  let from = 0
  return sentenceSpans(text, span).flatMap(sentence => {
    while ((mentions[from]?.end ?? Infinity) <= sentence.start) from++
    let to = from
    while ((mentions[to]?.start ?? Infinity) < sentence.end) to++
    const isQuestion = text.slice(sentence.start, sentence.end).trimEnd().endsWith('?')
    if (to === from || isQuestion || sentence.end - sentence.start > LONGEST_SENTENCE) return []
    const inside = mentions.slice(from, to)
    const words = tagWords(text, sentence)
    const stated = statedEffects(text, sentence, inside, discourse, words)
    if (inside.length < 2) return stated
    const weighed = weighSentence(text, sentence, inside, words, stated, weigher)
    return withWeighed(stated, weighed, thresholds).toSorted(
      (a, b) => a.trigger.start - b.trigger.start || compareSpans(a.target.mention, b.target.mention),
    )
  })
}
