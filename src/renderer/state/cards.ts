import { computed, signal } from '@preact/signals-core'
import { sectionAt } from '#core/article/locate.ts'
import { mergeEffects } from '#core/mechanism/cards/merge-effects.ts'
import type { CardContent, ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import { decisionsOnEffects } from '#core/mechanism/corrections/match-effects.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import type { Passage } from '#core/text/span.ts'
import { currentSection, opened, readingOffset } from './article.ts'
import { newId, now } from './clock.ts'
import { perform } from './history.ts'
import { found } from './mechanisms.ts'
import { cardRecords, effectRecords } from './records.ts'

export type { CardContent } from '#core/mechanism/cards/reader-card.ts'

/** The open article's cards as they are shown: what was found, with the reader's changes on top. None before it has come. */
export const cards = computed<readonly ShownCard[]>(() =>
  found.value === null
    ? []
    : showCards(found.value, [...cardRecords.value.values()], [...effectRecords.value.values()]),
)

/** The reader's decisions on single effects, by the id of the found effect that each is about. */
export const effectDecisions = computed<ReadonlyMap<string, EffectDecision>>(() =>
  found.value === null ? new Map() : decisionsOnEffects(found.value, [...effectRecords.value.values()]),
)

/** The cards with effects that say the same told once, each with all of its places. */
export const mergedCards = computed<readonly ShownCard[]>(() => {
  const text = opened.value?.article.text
  if (found.value === null || text === undefined) return []
  return mergeEffects(cards.value, found.value, text, effectDecisions.value)
})

/** Of the cards whose passage holds `offset` the one with the shortest. */
function cardAt(shown: readonly ShownCard[], offset: number): ShownCard | null {
  let shortest: ShownCard | null = null
  for (const card of shown) {
    const { start, end } = card.passage
    if (offset < start || offset >= end) continue
    if (shortest === null || end - start < shortest.passage.end - shortest.passage.start) shortest = card
  }
  return shortest
}

/**
 * The card of what is being read: the one whose passage holds the reading line, else of its section the last one whose
 * passage has begun. On the section's heading that is already the first one to come.
 */
export const currentCard = computed<ShownCard | null>(() => {
  const article = opened.value?.article
  const section = currentSection.value
  if (article === undefined || section === null) return null
  const offset = readingOffset.value
  const shown = cards.value.filter(card => card.number > 0 && card.passage.lost === undefined)
  const inSection = shown.filter(card => sectionAt(article, card.passage.start)?.id === section.id)
  const begun = inSection.filter(card => card.passage.start <= offset)
  return cardAt(shown, offset) ?? begun.at(-1) ?? inSection[0] ?? null
})

/** The passage for which the reader asked to write a new card. The mechanisms panel opens its form and sets this to null. */
export const cardDraft = signal<{ readonly passage: Passage } | null>(null)

/** The card that the reader asked to see. The mechanisms panel goes to it and sets this to null. */
export const requestedCard = signal<string | null>(null)

/** The record that a card shows: on the found card of that id, or the reader's own card itself. */
const recordFor = (id: string): ReaderCard | null => cards.peek().find(card => card.id === id)?.record ?? null

type Draft = Pick<ReaderCard, 'decision' | 'card'> & { readonly content?: CardContent }

const fresh = (draft: Draft): ReaderCard => {
  const time = now()
  return { id: newId(), created: time, modified: time, version: 1, ...draft }
}

const renewed = (before: ReaderCard, draft: Draft): ReaderCard => ({
  id: before.id,
  created: before.created,
  modified: now(),
  version: before.version + 1,
  ...(before.about === undefined ? {} : { about: before.about }),
  ...(before.edits === undefined ? {} : { edits: before.edits }),
  ...draft,
})

const write = (label: string, before: ReaderCard | null, after: ReaderCard): void =>
  perform({ label, changes: [{ before, after }] })

const tombstone = (before: ReaderCard): ReaderCard => {
  const time = now()
  return { ...before, version: before.version + 1, modified: time, deleted: time }
}

/**
 * Accepts or rejects a card that was found; null takes back whatever was decided or edited. What the reader wrote on a
 * card that is then rejected is kept, and is what comes back first.
 */
export function decideCard(id: string, decision: 'accepted' | 'rejected' | null): void {
  const before = recordFor(id)
  const written = before?.content === undefined ? {} : { content: before.content }
  if (decision === null) {
    if (before === null) return
    const isEdited = before.decision === 'rejected' && before.content !== undefined
    const after = isEdited ? renewed(before, { decision: 'edited', card: id, ...written }) : tombstone(before)
    write(isEdited ? 'Restore card' : 'Take back decision', before, after)
    return
  }
  const draft = { decision, card: id, ...(decision === 'rejected' ? written : {}) }
  const label = decision === 'accepted' ? 'Accept card' : 'Reject card'
  write(label, before, before === null ? fresh(draft) : renewed(before, draft))
}

/** Changes what a card says, whoever made it. */
export function editCard(id: string, content: CardContent): void {
  const before = recordFor(id)
  if (before === null) write('Edit card', null, fresh({ decision: 'edited', card: id, content }))
  else
    write(
      'Edit card',
      before,
      renewed(before, { decision: before.card === null ? 'added' : 'edited', card: before.card, content }),
    )
}

/** Adds a card of the reader's own; returns its id. */
export function addCard(content: CardContent): string {
  const record = fresh({ decision: 'added', card: null, content })
  write('Add card', null, record)
  return record.id
}

/** Deletes a card of the reader's own: an added one, or an edited one whose original is no longer found. */
export function deleteCard(id: string): void {
  const before = recordFor(id)
  if (before !== null && before.id === id) write('Delete card', before, tombstone(before))
}
