import type { Chunk, NounChunk } from '../words/chunk-units.ts'
import { isHedged } from './modality.ts'
import { directionOf } from './raw-effect.ts'
import type { Agent, RawEffect, RuleName } from './raw-effect.ts'
import { readSubject } from './read-subject.ts'
import { subjectIndex } from './subject-index.ts'
import { isWord, namedPart, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'
import type { TriggerSign } from './triggers.ts'
import type { ResolveSubject } from './verb-effects.ts'
import { comparatives, triggerNouns } from './trigger-nouns.ts'

/** Second halves of compounds ("TNF-induced") with what they say of the noun they stand before. */
const linkers: Readonly<Record<string, TriggerSign>> = {
  activated: 1,
  dependent: 1,
  driven: 1,
  elicited: 1,
  evoked: 1,
  induced: 1,
  mediated: 1,
  regulated: 0,
  stimulated: 1,
  triggered: 1,
}

/** Adjectives that give "effect", "action" or "influence" a direction. */
const EFFECT_NOUN = /^(?:effect|effects|action|actions|influence|impact|control)$/
const DECREASING = /^(?:inhibitory|suppressive|antagonistic|negative|repressive|blocking)$/
const INCREASING = /^(?:stimulatory|stimulating|positive|enhancing|promoting|activating|inductive)$/

const make = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  agents: readonly Agent[],
  carried: boolean,
  targets: readonly Target[],
  sign: TriggerSign,
  trigger: NounChunk['head'],
  rule: RuleName,
): RawEffect[] => {
  const chunk = nounAt(chunks, at)
  const verb = chunks.findIndex((other, index) => index > at && other.kind === 'verb')
  const denied = chunk?.negated ?? false
  return targets.flatMap(target =>
    (agents.length > 0 ? agents : [null]).map(agent => ({
      agent,
      carried,
      target,
      trigger,
      rule,
      negated: denied !== target.negated,
      hedged: isHedged(chunks, verb === at + 1 ? verb : at),
      direction: directionOf(sign, target, text.slice(target.span.start, target.span.end)),
    })),
  )
}

/** "TNF-induced production of X": the first half acts on the rest of the phrase. */
const compoundEffects = (text: string, chunks: readonly Chunk[], at: number): RawEffect[] => {
  const chunk = chunks[at]
  if (chunk?.kind !== 'linker') return []
  const sign = linkers[chunk.lower]
  const before = nounAt(chunks, at - 1)
  const agent = before?.mentions.at(-1)
  if (sign === undefined || !agent || agent.end !== chunk.start - 1 || !nounAt(chunks, at + 1)) return []
  const { targets } = readTargets(text, chunks, at + 1)
  const first = targets.slice(0, 1)
  const other = isWord(chunks[at - 3], '-', '\u2010', '\u2011') ? nounAt(chunks, at - 4)?.mentions.at(-1) : undefined
  const agents = other && chunks[at - 2]?.kind === 'conjunction' ? [other, agent] : [agent]
  return first.flatMap(target =>
    agents.map(acting => ({
      agent: { span: acting, mention: acting },
      carried: false,
      target,
      trigger: chunk,
      negated: false,
      hedged: isHedged(chunks, at),
      rule: 'compound' as const,
      direction: directionOf(sign, target, text.slice(target.span.start, target.span.end)),
    })),
  )
}

/** "effect of X on Y", "inhibitory effect on Y". */
const effectOn = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  chunk: NounChunk,
  resolve: ResolveSubject,
): RawEffect[] => {
  if (!EFFECT_NOUN.test(chunk.head.lower)) return []
  const sign: TriggerSign = chunk.units.some(unit => DECREASING.test(unit.lower))
    ? -1
    : chunk.units.some(unit => INCREASING.test(unit.lower))
      ? 1
      : 0
  const of = isWord(chunks[at + 1], 'of', 'by') && nounAt(chunks, at + 2) ? readTargets(text, chunks, at + 2) : null
  const on = of ? of.next : at + 1
  if (!isWord(chunks[on], 'on', 'upon', 'over') || !nounAt(chunks, on + 1)) return []
  const { targets } = readTargets(text, chunks, on + 1)
  if (of) return make(text, chunks, at, of.targets, false, targets, sign, chunk.head, 'nominal-of-on')
  // "X was without effect on Y"
  const without = isWord(chunks[at - 1], 'without')
  const before = without ? at - 2 : at - 1
  const verb = chunks[before]?.kind === 'verb' ? before : null
  const index = verb === null ? null : subjectIndex(chunks, verb)
  const { agents, carried } = resolve(index === null ? null : readSubject(text, chunks, index))
  const said = make(text, chunks, at, agents, carried, targets, sign, chunk.head, 'nominal-of-on')
  return without ? said.map(effect => ({ ...effect, negated: !effect.negated })) : said
}

/** "X lowers Y through inhibition of Z", "via inhibition of Z, X …": index of the phrase that names who does it. */
const doerOf = (chunks: readonly Chunk[], at: number): number | null => {
  if (!isWord(chunks[at - 1], 'by', 'through', 'via')) return null
  if (at === 1) {
    const comma = chunks.findIndex((chunk, i) => i > at && isWord(chunk, ','))
    return nounAt(chunks, comma + 1) ? comma + 1 : null
  }
  const main = chunks.findLastIndex((chunk, i) => i < at && chunk.kind === 'verb')
  const verb = chunks[main]
  return verb?.kind === 'verb' && verb.form !== 'passive' && verb.form !== 'reduced' ? subjectIndex(chunks, main) : null
}

/** "reduction of X by Y", "the rise in X". */
const changeOf = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  chunk: NounChunk,
  resolve: ResolveSubject,
): RawEffect[] => {
  const trigger = chunk.trigger
  if (!trigger?.change || typeof trigger.sign !== 'number') return []
  const complement = isWord(chunks[at + 1], 'of', 'in') && nounAt(chunks, at + 2) ? at + 2 : null
  const own = namedPart(text, chunk)
  if (complement === null && !own) return []
  const inner =
    complement !== null
      ? readTargets(text, chunks, complement, 1)
      : {
          targets: own
            ? [
                {
                  ...own,
                  span: { start: own.span.start, end: own.mention.end },
                  type: own.mention.type,
                  turn: 1 as const,
                  turnWord: null,
                  negated: false,
                },
              ]
            : [],
          next: at + 1,
        }
  let i = inner.next
  while (
    chunks[i]?.kind === 'preposition' &&
    !isWord(chunks[i], 'by', 'with', 'through', 'via') &&
    nounAt(chunks, i + 1)
  )
    i += 2
  if (chunks[i]?.kind === 'verb' && isWord(chunks[i + 1], 'by')) return []
  const by =
    isWord(chunks[i], 'by', 'through', 'via') && nounAt(chunks, i + 1) ? readSubject(text, chunks, i + 1) : null
  if (trigger.sign === 0 && !by) return []
  const doer = by ? null : doerOf(chunks, at)
  const { agents, carried } = resolve(doer === null ? by : readSubject(text, chunks, doer))
  return make(text, chunks, at, agents, carried, inner.targets, trigger.sign, chunk.head, by ? 'nominal-by' : 'nominal')
}

/** "less X", "elevated X" where no verb says more of it. */
const modified = (text: string, chunks: readonly Chunk[], at: number, chunk: NounChunk): RawEffect[] => {
  // "reduced expression of X"
  const governed = chunk.mentions.length === 0 && chunk.trigger ? readTargets(text, chunks, at).targets[0] : undefined
  const part = namedPart(text, chunk) ?? governed
  const unit = chunk.modifier
  const sign = unit ? (unit.verb?.triggers[0]?.sign ?? comparatives.get(unit.lower)) : undefined
  if (!part || !unit || sign === undefined || triggerNouns.get(chunk.head.lower)?.change || !unit.verb) return []
  const target: Target = { ...part, type: part.mention.type, turn: 1, turnWord: null, negated: chunk.negated }
  return [
    {
      agent: null,
      carried: false,
      target,
      trigger: unit,
      negated: chunk.negated,
      hedged: false,
      rule: 'modifier',
      direction: directionOf(sign, target, text.slice(target.span.start, target.span.end)),
    },
  ]
}

/**
 * Every effect that the phrase at `at` states by itself. `taken` tells phrases that a verb has as its target: their
 * turning words are counted there.
 */
export const effectsOfNoun = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  taken: (at: number) => boolean,
  resolve: ResolveSubject,
): RawEffect[] => {
  const chunk = nounAt(chunks, at)
  if (!chunk) return compoundEffects(text, chunks, at)
  const on = effectOn(text, chunks, at, chunk, resolve)
  if (on.length > 0) return on
  const change = changeOf(text, chunks, at, chunk, resolve)
  // "blocked the reduction of X by Y": that Y reduces X is said as well.
  if (taken(at)) return change.filter(({ agent, rule }) => agent !== null && rule === 'nominal-by')
  return change.length > 0 ? change : modified(text, chunks, at, chunk)
}
