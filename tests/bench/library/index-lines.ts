import { createHash } from 'node:crypto'
import type { DocumentEntry } from '#core/article/document-entry.ts'

const things = [
  'Interleukin-10',
  'Microglia',
  'The sciatic nerve',
  'Stem cells',
  'Substance P',
  'Vitamin D',
  'Sleep',
  'Naloxone',
]
const doings = ['calms', 'drives', 'is lost in', 'comes back after', 'does not change', 'precedes', 'follows', 'masks']
const places = [
  'neuropathic pain',
  'injury of the cord',
  'the ageing rat',
  'chronic stress',
  'diabetes',
  'early repair',
]
const kinds = ['a randomised trial', 'a cohort of nurses', 'a review', 'a study in mice', 'a case series', 'a model']
const journals = ['Journal of Pain', 'Brain and Nerve', 'Cell Paths', 'Annals of Repair', 'Open Neurology']
const names = ['Anna Berg', 'Wei Chen', 'Jürgen Müller', 'Fatima Haddad', 'Luis Ortega', 'Mary O’Neill', 'Sofia Rossi']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** So many hours before a day, or (below zero) after it. */
export const hoursBefore = (hours: number): string => new Date(Date.UTC(2026, 10, 20) - hours * 3_600_000).toISOString()

/** The line of the `at`-th generated article in the index: no two are alike, and each column has several values. */
export const lineAt = (at: number, entry: DocumentEntry): DocumentEntry => {
  const sourceHash = createHash('sha256').update(`article ${at}`).digest('hex')
  const read = at % 3 === 0
  return {
    id: `generated-article-${at}`,
    title: `${pick(things, at)} ${pick(doings, Math.floor(at / 8))} ${pick(places, Math.floor(at / 64))}: ${pick(kinds, at)} (${at + 1})`,
    authors: [pick(names, at), pick(names, at * 3 + 1), ...(at % 4 === 0 ? [pick(names, at * 5 + 2)] : [])],
    publisher: pick(journals, at * 7),
    published: String(1990 + (at % 37)),
    keywords: [pick(places, at * 11), pick(kinds, at * 5)],
    format: entry.format,
    words: entry.words,
    added: hoursBefore(10_000 - at),
    sourceHash,
    annotations: at % 5,
    mechanisms: at % 9,
    position: { offset: 0, progress: read ? (at % 101) / 100 : 0 },
    ...(read && { lastRead: hoursBefore(at % 900) }),
    ...(at % 6 === 0 && { collections: [pick(['To read', 'Thesis', 'Journal club'], at / 6)] }),
    ...(at % 10 === 0 && { tags: [pick(['pain', 'glia', 'trial', 'mouse'], at / 10)] }),
  }
}
