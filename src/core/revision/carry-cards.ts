import { isFound } from '../anchoring/verdict.ts'
import type { Verdict } from '../anchoring/verdict.ts'
import type { ArticleText } from '../article/article.ts'
import type { Extraction, Mechanism } from '../mechanism/mechanism.ts'
import type { CardContent, ReaderCard, ReaderEffect, ReaderPassage } from '../mechanism/cards/reader-card.ts'
import { showCards } from '../mechanism/cards/show-cards.ts'
import type { ShownCard } from '../mechanism/cards/shown-card.ts'
import { contentOf, contentsOf } from '../mechanism/corrections/about-card.ts'
import { SAME_CARD, likeness, settleCards } from '../mechanism/corrections/settle-cards.ts'
import { carriedPassage, selectorsOfPassage } from './carry-passage.ts'
import { PassageSearch } from './find-passages.ts'
import type { FindPassages } from './find-passages.ts'

/** A text and what the program found in it. */
export interface ReadText {
  readonly article: ArticleText
  readonly found: Extraction
}

export interface CarriedCard {
  /** The record itself when nothing about it had to change. */
  readonly record: ReaderCard
  /** What the card is called and stood on before, and what became of its passage; null for a deleted record. */
  readonly told: { readonly title: string; readonly quote: string; readonly verdict: Verdict } | null
}

/** The found card whose passage stands where the old card's was found again; of equally good ones that of the same id. */
const sameCard = (cards: readonly Mechanism[], id: string, verdict: Verdict): Mechanism | null => {
  if (!isFound(verdict)) return null
  const rated = cards
    .map(card => ({ card, rate: likeness(card.passage, verdict) }))
    .filter(({ rate }) => rate >= SAME_CARD)
    .toSorted((a, b) => b.rate - a.rate || Number(b.card.id === id) - Number(a.card.id === id))
  return rated[0]?.card ?? null
}

/** Effects of an extraction are numbered anew with each; one of the reader's must not be taken for another of that number. */
const ownEffectId = (record: ReaderCard, id: string): string =>
  /^e\d+$/.test(id) ? `${record.id.slice(0, 8)}-${id}` : id

const sameContent = (a: ReaderCard, b: ReaderCard): boolean =>
  a.card === b.card &&
  a.decision === b.decision &&
  JSON.stringify([a.content, a.about]) === JSON.stringify([b.content, b.about])

type AskForPassage = (passage: ReaderPassage) => {
  readonly verdict: () => Verdict
  readonly carried: () => ReaderPassage
}

/** A rejected card that was not found already: it may be found in the new text, and is to be known then. */
const planAbout = (record: ReaderCard, ask: AskForPassage, now: string): (() => CarriedCard) => {
  const { about } = record
  if (about === undefined) return () => ({ record, told: null })
  const place = ask(about.passage)
  return () => {
    const changed = {
      ...record,
      about: { ...about, passage: place.carried() },
      version: record.version + 1,
      modified: now,
    }
    return { record: sameContent(record, changed) ? record : changed, told: null }
  }
}

/** A plan for one record: what has to be looked for is asked before, and used after, the one search for all. */
const planCard = (
  record: ReaderCard,
  before: ReadText,
  after: ReadText,
  shown: ShownCard | undefined,
  contents: ReadonlyMap<string, CardContent>,
  search: PassageSearch,
  now: string,
): (() => CarriedCard) => {
  const ask: AskForPassage = passage => {
    const selectors = selectorsOfPassage(before.article, passage)
    const verdict = search.ask(selectors)
    return { verdict, carried: () => carriedPassage(passage, selectors, verdict(), after.article.text) }
  }
  const foundCard = before.found.mechanisms.find(({ id }) => id === record.card)
  // What a found card says is kept for the case that it is not found again.
  const content = record.content ?? (shown === undefined ? undefined : contentOf(shown))
  if (content === undefined) return planAbout(record, ask, now)
  const ofFound = foundCard === undefined ? null : ask(foundCard.passage)
  const own = ask(content.passage)
  const effects = content.effects.map(effect => ({ effect, place: ask(effect.passage) }))

  return () => {
    const card =
      foundCard === undefined || ofFound === null
        ? null
        : sameCard(after.found.mechanisms, foundCard.id, ofFound.verdict())
    const carriedEffects: ReaderEffect[] = effects.map(({ effect, place }) => ({
      ...effect,
      id: ownEffectId(record, effect.id),
      passage: place.carried(),
    }))
    const carried: CardContent = { ...content, passage: own.carried(), effects: carriedEffects }
    const keepsContent = record.content !== undefined || card === null
    const decision = card === null && record.decision !== 'rejected' ? 'added' : record.decision
    const { content: _content, about: _about, ...rest } = record
    const about = card === null ? undefined : contents.get(card.id)
    const changed: ReaderCard = {
      ...rest,
      decision,
      card: card?.id ?? null,
      ...(keepsContent && { content: carried }),
      ...(about !== undefined && { about }),
      version: record.version + 1,
      modified: now,
    }
    return {
      record: sameContent(record, changed) ? record : changed,
      told: { title: content.title, quote: content.passage.quote, verdict: own.verdict() },
    }
  }
}

/**
 * The reader's cards taken from one text to another. A decision on a found card goes to the card of the new extraction
 * that stands where the old one's passage was found again; where there is none, what the card said becomes a card of the
 * reader's own, so that nothing is lost and no decision falls on another card that only has the same name. Passages that
 * are not found again stay as words, marked `lost`. Deleted records stay as they are. `now` is ISO 8601, UTC.
 */
export const carryCards = (
  before: ReadText,
  after: ReadText,
  stored: readonly ReaderCard[],
  find: FindPassages,
  now: string,
): CarriedCard[] => {
  const search = new PassageSearch()
  const records = settleCards(before.found, stored)
  const contents = contentsOf(after.found)
  const shown = new Map(showCards(before.found, records).map(card => [card.record?.id, card]))
  const plans = records.map(record => {
    if (record.deleted !== undefined) return () => ({ record, told: null })
    // Of two records on one card only the later one is shown; the other still says something.
    const card = shown.get(record.id) ?? showCards(before.found, [record]).find(one => one.record?.id === record.id)
    return planCard(record, before, after, card, contents, search, now)
  })
  search.run(find)
  return plans.map(plan => plan())
}

/** Id under which a card of this record is shown: the found card's, or the record's own. */
export const shownCardId = ({ id, card }: ReaderCard): string => card ?? id
