import * as v from 'valibot'
import { openDatabase } from '#library/store/open-database.ts'
import type { OpenDatabaseOptions } from '#library/store/open-database.ts'
import type { Disk } from '#library/store/disk.ts'
import type { FileFormat } from '#library/store/file-format.ts'
import { recordJournal } from '#library/store/record-journal.ts'
import { recordList } from '#library/store/record-list.ts'

const cardSchema = v.object({ id: v.string(), version: v.number(), text: v.string() })
export type Card = v.InferOutput<typeof cardSchema>

const cardsSchema = v.object({ format: v.literal(2), title: v.nullable(v.string()), cards: recordList(cardSchema) })
export type Cards = v.InferOutput<typeof cardsSchema>

const mergeCards = (ours: Cards, theirs: Partial<Cards>): Cards => {
  const cards = new Map(ours.cards.map(card => [card.id, card]))
  for (const card of theirs.cards ?? []) {
    if (card.version > (cards.get(card.id)?.version ?? 0)) cards.set(card.id, card)
  }
  return { ...ours, title: theirs.title ?? ours.title, cards: [...cards.values()] }
}

/** A file of records with a journal, to test the store with. */
export const cardFormat: FileFormat<Cards> = {
  version: 2,
  schema: cardsSchema,
  journal: recordJournal<Cards>({
    lists: ['cards'],
    line: v.strictObject({
      title: v.exactOptional(v.nullable(v.string())),
      cards: v.exactOptional(recordList(cardSchema)),
    }),
    merge: mergeCards,
    keepsPrevious: true,
  }),
}

export const card = (id: string, version = 1): Card => ({ id, version, text: id.padEnd(1_000, '.') })

/** Cards that make a file of as many kilobytes. */
export const cardsOf = (count: number): Cards => ({
  format: 2,
  title: null,
  cards: Array.from({ length: count }, (_, at) => card(`first ${at}`)),
})

/** As many as make a file that is long enough to have a journal. */
export const MANY = 80

export const addCard =
  (id: string) =>
  (cards: Cards): Cards => ({ ...cards, cards: [...cards.cards, card(id)] })

export const idsOf = (cards: Cards): string[] => cards.cards.map(({ id }) => id)

export const openCards = (path: string, disk?: Disk, changes: Partial<OpenDatabaseOptions<Cards>> = {}) =>
  openDatabase<Cards>({
    path,
    format: cardFormat,
    initial: cardsOf(MANY),
    readOnlyReason: null,
    damagedCode: 'document-damaged',
    merge: mergeCards,
    now: () => '2026-11-23T10:00:00.000Z',
    ...(disk && { disk }),
    ...changes,
  })

export const openedCards = async (...parameters: Parameters<typeof openCards>) => {
  const opened = await openCards(...parameters)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}
