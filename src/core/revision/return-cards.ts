import type { ReaderCard, ReaderEffect, ReaderPassage } from '../mechanism/cards/reader-card.ts'
import { carryCards } from './carry-cards.ts'
import type { ReadText } from './carry-cards.ts'
import type { FindPassages } from './find-passages.ts'
import { byId } from './return-annotations.ts'
import type { ReturningRecords } from './return-annotations.ts'

type Content = NonNullable<ReaderCard['content']>

const samePassage = (a: ReaderPassage, b: ReaderPassage | undefined): boolean =>
  b !== undefined && a.start === b.start && a.end === b.end && a.quote === b.quote

/** What the reader wrote in between, on the passages of then wherever the reader did not choose others in between. */
const contentOnPassagesOfThen = (
  content: Content,
  carried: Content,
  begun: Content | undefined,
  then: Content | undefined,
): Content => {
  const passageOf = (
    now: ReaderPassage,
    taken: ReaderPassage | undefined,
    before: ReaderPassage | undefined,
    found: ReaderPassage,
  ): ReaderPassage => (before !== undefined && samePassage(now, taken) ? before : found)
  const effectOf = (list: readonly ReaderEffect[] | undefined, id: string, place: number): ReaderEffect | undefined =>
    list?.find(effect => effect.id === id) ?? list?.[place]
  return {
    ...carried,
    passage: passageOf(content.passage, begun?.passage, then?.passage, carried.passage),
    effects: content.effects.map((effect, place) => {
      const found = carried.effects[place]?.passage ?? effect.passage
      const taken = begun?.effects.find(({ id }) => id === effect.id)
      const at = begun?.effects.findIndex(({ id }) => id === effect.id) ?? -1
      return {
        ...effect,
        passage: passageOf(effect.passage, taken?.passage, effectOf(then?.effects, effect.id, at)?.passage, found),
      }
    }),
  }
}

/** The record of then with what the reader changed about it in between. */
const withChangesSince = (record: ReaderCard, carried: ReaderCard, begun: ReaderCard, then: ReaderCard): ReaderCard => {
  const { content: _content, about: _about, ...rest } = record
  const content =
    record.content && carried.content
      ? contentOnPassagesOfThen(record.content, carried.content, begun.content, then.content)
      : then.content
  return {
    ...rest,
    card: then.card,
    // An update turns a card that is no longer found into one of the reader's own; here it is found again.
    decision: record.decision === 'added' && then.card !== null ? 'edited' : record.decision,
    ...(content !== undefined && { content }),
    ...(then.about !== undefined && { about: then.about }),
  }
}

const sameRecord = (a: ReaderCard, b: ReaderCard): boolean =>
  a.card === b.card &&
  a.decision === b.decision &&
  a.deleted === b.deleted &&
  JSON.stringify([a.content, a.about]) === JSON.stringify([b.content, b.about])

/**
 * The reader's cards as they stand on a version that is read again (`after`). What nobody changed in between is as it
 * was then; what was changed keeps its words and goes back to the passages of then; what was made in between is looked
 * for in the text. Nothing is left out, and versions only grow. `now` is ISO 8601, UTC.
 */
export const returnCards = (
  records: ReturningRecords<ReaderCard>,
  before: ReadText,
  after: ReadText,
  find: FindPassages,
  now: string,
): ReaderCard[] => {
  const [begun, left] = [byId(records.begun), byId(records.left)]
  const carried = byId(carryCards(before, after, records.now, find, now).map(({ record }) => record))
  return records.now.map(record => {
    const [taken, then, moved] = [begun.get(record.id), left.get(record.id), carried.get(record.id) ?? record]
    if (taken === undefined || then === undefined) return moved
    const back = record.version === taken.version ? then : withChangesSince(record, moved, taken, then)
    if (sameRecord(record, back)) return record
    return { ...back, version: Math.max(record.version, then.version) + 1, modified: now }
  })
}
