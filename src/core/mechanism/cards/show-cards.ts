import { compareSpans, contains } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import type { Effect, Entity, Extraction, Mechanism } from '../mechanism.ts'
import { nameEffects } from '../effects/name-effects.ts'
import type { EffectNames } from '../effects/name-effects.ts'
import type { ReaderCard, ReaderEffect } from './reader-card.ts'
import type { ShownCard, ShownEffect } from './shown-card.ts'

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

const entitiesIn = (entities: readonly Entity[], passage: Passage): Entity[] =>
  entities.filter(entity => entity.mentions.some(mention => contains(passage, mention)))

/** Of several records on one found card the one that was changed last counts. */
const latest = (a: ReaderCard, b: ReaderCard): ReaderCard =>
  b.version > a.version || (b.version === a.version && b.modified > a.modified) ? b : a

type Unnumbered = Omit<ShownCard, 'number'>

const onFound = (
  card: Mechanism,
  record: ReaderCard | null,
  found: Extraction,
  effects: ReadonlyMap<string, Effect>,
  names: ReadonlyMap<string, EffectNames>,
): Unnumbered => {
  const content = record === null || record.decision === 'accepted' ? undefined : record.content
  const own = card.effects
    .flatMap(id => effects.get(id) ?? [])
    .map(effect => shownFound(effect, card, names.get(effect.id)))
  const passage = content?.passage ?? card.passage
  return {
    id: card.id,
    title: content?.title ?? card.title,
    consequence: content ? content.consequence : card.consequence,
    origin: 'found',
    decision: record?.decision ?? null,
    passage,
    effects: content ? content.effects.map(shownReader) : own,
    entities: content
      ? entitiesIn(found.entities, passage)
      : found.entities.filter(entity => card.entities.includes(entity.id)),
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
 * The cards as they are shown: what was found with the reader's changes on top, and what the reader added, in text
 * order and numbered from 1. Rejected cards come last, with the number 0, so that they can be taken back. Deleted records
 * count as if they were not there. An edited card that is no longer found is kept as the reader's own.
 */
export const showCards = (found: Extraction, records: readonly ReaderCard[]): ShownCard[] => {
  const alive = records.filter(record => record.deleted === undefined)
  const effects = new Map(found.effects.map(effect => [effect.id, effect]))
  const names = nameEffects(found)
  const known = new Set(found.mechanisms.map(card => card.id))
  const byCard = new Map<string, ReaderCard>()
  for (const record of alive) {
    if (record.card === null) continue
    const before = byCard.get(record.card)
    byCard.set(record.card, before ? latest(before, record) : record)
  }
  const cards: Unnumbered[] = [
    ...found.mechanisms.map(card => onFound(card, byCard.get(card.id) ?? null, found, effects, names)),
    ...alive
      .filter(record => record.card === null || (!known.has(record.card) && record.decision === 'edited'))
      .flatMap(record => onAdded(record, found)),
  ].toSorted((a, b) => compareSpans(a.passage, b.passage))
  const kept = cards.filter(card => card.decision !== 'rejected')
  const rejected = cards.filter(card => card.decision === 'rejected')
  return [...kept.map((card, i) => ({ ...card, number: i + 1 })), ...rejected.map(card => ({ ...card, number: 0 }))]
}
