import { compareSpans, contains } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import type { EffectDecision } from '../corrections/effect-decision.ts'
import { decisionsOnEffects, decisionsWithoutEffect } from '../corrections/match-effects.ts'
import { settleCards } from '../corrections/settle-cards.ts'
import type { Effect, Entity, Extraction, Mechanism } from '../mechanism.ts'
import { nameEffects } from '../effects/name-effects.ts'
import type { EffectNames } from '../effects/name-effects.ts'
import { titleOf } from './card-title.ts'
import { ownWords } from './own-words.ts'
import type { ReaderCard, ReaderEffect } from './reader-card.ts'
import type { ShownCard, ShownEffect } from './shown-card.ts'
import { statementKeys } from './statement-key.ts'
import type { StatementKeys } from './statement-key.ts'

const knownNames = new WeakMap<Extraction, ReadonlyMap<string, EffectNames>>()

/** The names of an extraction's effects; made once for each, since every decision of the reader shows its cards anew. */
const namesOf = (found: Extraction): ReadonlyMap<string, EffectNames> => {
  const names = knownNames.get(found) ?? nameEffects(found)
  knownNames.set(found, names)
  return names
}

const covering = (parts: readonly Passage[], within: Passage): Passage => {
  const start = Math.min(...parts.map(part => part.start))
  const end = Math.max(...parts.map(part => part.end))
  if (!contains(within, { start, end })) return within
  return { start, end, quote: within.quote.slice(start - within.start, end - within.start) }
}

const shownFound = (effect: Effect, card: Mechanism, names: EffectNames | undefined): ShownEffect => ({
  id: effect.id,
  origin: 'found',
  agent: names === undefined ? (effect.agent?.quote ?? null) : names.agent,
  target: names?.target ?? effect.target.quote,
  direction: effect.direction,
  trigger: effect.trigger.quote,
  negated: effect.negated,
  hedged: effect.hedged,
  rule: effect.rule,
  confidence: effect.confidence,
  // An agent carried here from an earlier sentence would stretch the passage over what lies between.
  passage: covering(
    [effect.target, effect.trigger, ...(effect.agent && !effect.rule.endsWith('-carried') ? [effect.agent] : [])],
    card.passage,
  ),
})

const shownReader = (effect: ReaderEffect): ShownEffect => ({
  ...effect,
  origin: 'reader',
  trigger: null,
  rule: 'reader',
  confidence: 1,
})

/** What the reader says of an effect in place of what was found; the words that say so stay. */
const shownCorrected = (effect: ShownEffect, { content }: EffectDecision): ShownEffect =>
  content === undefined
    ? effect
    : { ...effect, ...content, origin: 'reader', rule: 'reader', confidence: 1, corrects: effect }

/** A corrected effect that is not found any more, as one of the reader's own. */
const shownKept = ({ id, content, about }: EffectDecision): readonly ShownEffect[] =>
  content === undefined ? [] : [shownReader({ id, ...content, passage: about.passage })]

const entitiesIn = (entities: readonly Entity[], passage: Passage): Entity[] =>
  entities.filter(entity => entity.mentions.some(mention => contains(passage, mention)))

/** Of several records on one found card the one that was changed last counts. */
const latest = (a: ReaderCard, b: ReaderCard): ReaderCard =>
  b.version > a.version || (b.version === a.version && b.modified > a.modified) ? b : a

type Unnumbered = Omit<ShownCard, 'number'>

/** What showing the cards of one article asks again and again. */
interface Showing {
  readonly found: Extraction
  readonly effects: ReadonlyMap<string, Effect>
  readonly entities: ReadonlyMap<string, Entity>
  readonly names: ReadonlyMap<string, EffectNames>
  readonly decisions: ReadonlyMap<string, EffectDecision>
  readonly kept: readonly EffectDecision[]
  readonly keys: () => StatementKeys
}

interface DecidedEffects {
  readonly shown: readonly ShownEffect[]
  readonly rejected: readonly ShownEffect[]
  /** The reader rejected or corrected one of them. */
  readonly changed: boolean
}

/** The effects that were found on a card, with the reader's decisions on them. */
const decidedEffects = (card: Mechanism, { effects, names, decisions, kept }: Showing): DecidedEffects => {
  const all = card.effects
    .flatMap(id => effects.get(id) ?? [])
    .map(effect => shownFound(effect, card, names.get(effect.id)))
  const rejected = all.filter(({ id }) => decisions.get(id)?.decision === 'rejected')
  const left = all.filter(effect => !rejected.includes(effect))
  const shown = left.map(effect => {
    const decision = decisions.get(effect.id)
    return decision === undefined ? effect : shownCorrected(effect, decision)
  })
  const own = kept.filter(({ about }) => about.passage.lost === undefined && contains(card.passage, about.passage))
  return {
    shown: [...shown, ...own.flatMap(shownKept)],
    rejected,
    changed: rejected.length > 0 || shown.some(effect => effect.corrects !== undefined),
  }
}

/** A title that is made of a card's effects is made of those that are left. */
const titleLeft = (card: Mechanism, { shown, changed }: DecidedEffects, { effects, keys }: Showing): string => {
  if (card.titled === undefined || !changed || shown.length === 0) return card.title
  const titled = shown.map(effect => {
    const source = effect.origin === 'found' ? effects.get(effect.id) : undefined
    if (source === undefined) return effect
    return { ...effect, at: source.trigger.start, words: ownWords(card.passage.quote, source, card.passage.start) }
  })
  return titleOf(titled, keys())
}

const onFound = (card: Mechanism, record: ReaderCard | null, showing: Showing): Unnumbered => {
  const { found } = showing
  const content = record === null || record.decision === 'accepted' ? undefined : record.content
  const passage = content?.passage ?? card.passage
  const own = decidedEffects(card, showing)
  // A paragraph that is a card for its effects only is none when the reader has rejected them all.
  const isEmptied = card.titled !== undefined && own.shown.length === 0 && own.rejected.length > 0
  return {
    id: card.id,
    title: content?.title ?? titleLeft(card, own, showing),
    consequence: content ? content.consequence : card.consequence,
    origin: 'found',
    decision: record?.decision ?? (isEmptied ? 'rejected' : null),
    passage,
    effects: content ? content.effects.map(shownReader) : own.shown,
    ...(content === undefined && own.rejected.length > 0 && { rejected: own.rejected }),
    entities: content
      ? entitiesIn(found.entities, passage)
      : card.entities.flatMap(id => showing.entities.get(id) ?? []),
    record,
  }
}

const onAdded = (record: ReaderCard, found: Extraction): Unnumbered[] => {
  const { content } = record
  if (!content) return []
  return [
    {
      id: record.id,
      title: content.title,
      consequence: content.consequence,
      origin: 'reader',
      decision: record.decision,
      passage: content.passage,
      effects: content.effects.map(shownReader),
      entities: entitiesIn(found.entities, content.passage),
      record,
    },
  ]
}

/**
 * The cards as they are shown: what was found with the reader's changes to cards and to single effects on top, and what the
 * reader added, in text order and numbered from 1. Rejected cards come last, with the number 0, so that they can be taken
 * back. Deleted records count as if they were not there; records and decisions of an earlier extraction are taken to what
 * they are about in this one. An edited card that is no longer found is kept as the reader's own.
 */
export const showCards = (
  found: Extraction,
  records: readonly ReaderCard[],
  decisions: readonly EffectDecision[] = [],
): ShownCard[] => {
  const alive = settleCards(found, records).filter(record => record.deleted === undefined)
  let keys: StatementKeys | undefined
  const showing: Showing = {
    found,
    effects: new Map(found.effects.map(effect => [effect.id, effect])),
    entities: new Map(found.entities.map(entity => [entity.id, entity])),
    names: namesOf(found),
    decisions: decisionsOnEffects(found, decisions),
    kept: decisionsWithoutEffect(found, decisions),
    keys: () => (keys ??= statementKeys(found.entities)),
  }
  const known = new Set(found.mechanisms.map(card => card.id))
  const byCard = new Map<string, ReaderCard>()
  for (const record of alive) {
    if (record.card === null) continue
    const before = byCard.get(record.card)
    byCard.set(record.card, before ? latest(before, record) : record)
  }
  const cards: Unnumbered[] = [
    ...found.mechanisms.map(card => onFound(card, byCard.get(card.id) ?? null, showing)),
    ...alive
      .filter(record => record.card === null || (!known.has(record.card) && record.decision === 'edited'))
      .flatMap(record => onAdded(record, found)),
  ].toSorted((a, b) => compareSpans(a.passage, b.passage))
  const kept = cards.filter(card => card.decision !== 'rejected')
  const rejected = cards.filter(card => card.decision === 'rejected')
  return [...kept.map((card, i) => ({ ...card, number: i + 1 })), ...rejected.map(card => ({ ...card, number: 0 }))]
}
