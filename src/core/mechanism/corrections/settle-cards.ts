import { foldText } from '../../text/fold-text.ts'
import type { Span } from '../../text/span.ts'
import type { CardContent, ReaderCard } from '../cards/reader-card.ts'
import type { Effect, Extraction, Mechanism } from '../mechanism.ts'
import { compareForm, isSameHead } from './same-name.ts'
import { wordsAgree } from './words-agree.ts'

/** Share of the two passages together that both cover. */
export const likeness = (a: Span, b: Span): number => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Passages that share less than half are two cards, even when one stands within the other. */
export const SAME_CARD = 0.5

/** Cards of which one states at least so much of what the other does are one, however much else their passages hold. */
const SAME_EFFECTS = 0.5

const states = (effects: readonly Effect[], wanted: CardContent['effects'][number]): boolean =>
  effects.some(
    ({ agent, target, direction, negated }) =>
      direction === wanted.direction &&
      negated === wanted.negated &&
      (agent === null) === (wanted.agent === null) &&
      (agent === null || wanted.agent === null || isSameHead(compareForm(agent.quote), compareForm(wanted.agent))) &&
      isSameHead(compareForm(target.quote), compareForm(wanted.target)),
  )

const sameTitle = (a: string, b: string): boolean => foldText(a).text.toLowerCase() === foldText(b).text.toLowerCase()

/** How much speaks for a found card being the one that a record is about; 0 when it is not. */
const rate = (about: CardContent, card: Mechanism, effects: readonly Effect[], isRejected: boolean): number => {
  const { passage } = about
  if (passage.lost !== undefined || !wordsAgree(passage, card.passage)) return 0
  const place = likeness(passage, card.passage)
  const title = sameTitle(about.title, card.title) ? 1 : 0
  const stated = about.effects.filter(effect => states(effects, effect)).length
  const share = about.effects.length === 0 ? 0 : stated / about.effects.length
  // A card that also says other things must not go because a smaller one was rejected.
  const isSame = place >= SAME_CARD || title === 1 || (!isRejected && share >= SAME_EFFECTS)
  return isSame ? place + title + share : 0
}

/** Records on one found card of one result: they go together. */
const groupsOf = (records: readonly ReaderCard[]): ReaderCard[][] => {
  const groups = new Map<string, ReaderCard[]>()
  for (const record of records) {
    const { about, card } = record
    if (about === undefined) continue
    const key = JSON.stringify([card, about.title, about.passage.start, about.passage.end])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [record])
    else group.push(record)
  }
  return [...groups.values()]
}

/** The found card of each record that is about one, by the record's id; a card is that of one group of records only. */
const matchCards = (found: Extraction, records: readonly ReaderCard[]): ReadonlyMap<string, string> => {
  const byId = new Map(found.effects.map(effect => [effect.id, effect]))
  const effectsOf = new Map(found.mechanisms.map(card => [card.id, card.effects.flatMap(id => byId.get(id) ?? [])]))
  const pairs = groupsOf(records)
    .flatMap(group =>
      found.mechanisms.map(card => {
        const [first] = group
        const isRejected = group.every(({ decision }) => decision === 'rejected')
        const about = first?.about
        return { group, card, rated: about ? rate(about, card, effectsOf.get(card.id) ?? [], isRejected) : 0 }
      }),
    )
    .filter(({ rated }) => rated > 0)
    .toSorted((a, b) => b.rated - a.rated)
  const cards = new Map<string, string>()
  const taken = new Set<string>()
  for (const { group, card } of pairs) {
    if (taken.has(card.id) || group.some(({ id }) => cards.has(id))) continue
    taken.add(card.id)
    for (const { id } of group) cards.set(id, card.id)
  }
  return cards
}

const onFoundCard = (record: ReaderCard, card: string): ReaderCard => {
  // An update turned it into one of the reader's own when it was not found; here it is found again.
  const decision = record.decision === 'added' ? 'edited' : record.decision
  return record.card === card && record.decision === decision ? record : { ...record, card, decision }
}

/** A record whose card is not found: what was accepted or edited is shown as it was, what was rejected stays away. */
const onNoCard = (record: ReaderCard): ReaderCard => {
  const content = record.content ?? (record.decision === 'accepted' ? record.about : undefined)
  if (record.card === null && record.content === content) return record
  return { ...record, card: null, ...(content !== undefined && { content }) }
}

/**
 * The reader's records as they stand on this result, whichever version of the extractor they were made on: `card` is
 * the found card that says what the record is about, in the same place; null when there is none. Records that do not
 * know what they are about are as they were. A view: nothing of it has to be kept.
 */
export const settleCards = (found: Extraction, records: readonly ReaderCard[]): readonly ReaderCard[] => {
  const alive = records.filter(record => record.deleted === undefined && record.about !== undefined)
  if (alive.length === 0) return records
  const cards = matchCards(found, alive)
  return records.map(record => {
    if (record.deleted !== undefined || record.about === undefined) return record
    const card = cards.get(record.id)
    return card === undefined ? onNoCard(record) : onFoundCard(record, card)
  })
}
