import { placesOf } from '#core/mechanism/cards/merge-effects.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { aboutEffect } from '#core/mechanism/corrections/about-effect.ts'
import type { EffectDecision, Statement } from '#core/mechanism/corrections/effect-decision.ts'
import { decideCard, effectDecisions } from './cards.ts'
import { newId, now } from './clock.ts'
import { perform } from './history.ts'
import { found } from './mechanisms.ts'
import { effectRecords } from './records.ts'

type Draft = Pick<EffectDecision, 'decision'> & { readonly content?: Statement }

interface Change {
  readonly before: EffectDecision | null
  readonly after: EffectDecision
}

/** The decision on the effect of this id, or the decision of this id for an effect that is not found any more. */
const decisionOn = (id: string): EffectDecision | null =>
  effectDecisions.peek().get(id) ?? effectRecords.peek().get(id) ?? null

const changed = (before: EffectDecision, draft: Draft): EffectDecision => {
  const { content: _content, ...rest } = before
  return { ...rest, ...draft, version: before.version + 1, modified: now() }
}

const tombstone = (before: EffectDecision): EffectDecision => {
  const time = now()
  return { ...before, version: before.version + 1, modified: time, deleted: time }
}

/** A decision on the effect of this id; none when neither it nor a decision on it is there. */
function decide(id: string, draft: Draft): readonly Change[] {
  const before = decisionOn(id)
  if (before !== null) return [{ before, after: changed(before, draft) }]
  const extraction = found.peek()
  const effect = extraction?.effects.find(candidate => candidate.id === id)
  if (extraction === null || effect === undefined) return []
  const time = now()
  const about = aboutEffect(extraction, effect)
  return [{ before: null, after: { id: newId(), created: time, modified: time, version: 1, about, ...draft } }]
}

const withdraw = (id: string): readonly Change[] => {
  const before = decisionOn(id)
  return before === null ? [] : [{ before, after: tombstone(before) }]
}

/** One decision may be about several effects of one place: it is changed once. */
const once = (changes: readonly Change[]): readonly Change[] => {
  const seen = new Set<string>()
  return changes.filter(({ after }) => !seen.has(after.id) && seen.add(after.id))
}

const inAllPlaces = (effect: ShownEffect, change: (id: string) => readonly Change[]): readonly Change[] =>
  once(placesOf(effect).flatMap(({ id }) => change(id)))

/** Rejects an effect that was found, wherever the article says it. It stays rejected when the article is looked through again. */
export function rejectEffect(effect: ShownEffect): void {
  perform({ label: 'Reject effect', changes: inAllPlaces(effect, id => decide(id, { decision: 'rejected' })) })
}

/** Puts right what was found, wherever the article says it. */
export function correctEffect(effect: ShownEffect, content: Statement): void {
  perform({
    label: 'Correct effect',
    changes: inAllPlaces(effect, id => decide(id, { decision: 'corrected', content })),
  })
}

/** Takes back what the reader made of an effect: it is shown as it was found. */
export function restoreEffect(effect: ShownEffect): void {
  perform({ label: 'Restore effect', changes: inAllPlaces(effect, withdraw) })
}

/** Takes back all that was rejected of a card. */
export function restoreEffects({ rejected = [] }: Pick<ShownCard, 'rejected'>): void {
  perform({ label: 'Restore effects', changes: once(rejected.flatMap(({ id }) => withdraw(id))) })
}

/** Brings back a rejected card: by taking back what was decided on it, or the rejection of all of its effects. */
export function restoreCard(card: ShownCard): void {
  if (card.record === null) restoreEffects(card)
  else decideCard(card.id, null)
}
