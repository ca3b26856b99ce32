import { createHash } from 'node:crypto'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { FORMAT } from '#library/library-files.ts'
import { readStored, writeStored } from '../../integration/store/stored-file.ts'

/** A library that is there already, so that nothing has to be imported. */
const FIXTURE = resolve('tests/fixtures/library-format-1')
const MASTER = join(FIXTURE, 'documents/how-il-10-calms-a-nerve-952c8236')

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
const dayBefore = (days: number): string => new Date(Date.UTC(2026, 10, 20) - days * 3_600_000).toISOString()

/** The line of the `at`-th generated article. */
const entryAt = (at: number, entry: DocumentEntry): DocumentEntry => {
  const sourceHash = createHash('sha256').update(`article ${at}`).digest('hex')
  const read = at % 3 === 0
  return {
    ...entry,
    id: `generated-article-${at}`,
    title: `${pick(things, at)} ${pick(doings, Math.floor(at / 8))} ${pick(places, Math.floor(at / 64))}: ${pick(kinds, at)} (${at + 1})`,
    authors: [pick(names, at), pick(names, at * 3 + 1), ...(at % 4 === 0 ? [pick(names, at * 5 + 2)] : [])],
    publisher: pick(journals, at * 7),
    published: String(1990 + (at % 37)),
    keywords: [pick(places, at * 11), pick(kinds, at * 5)],
    added: dayBefore(10_000 - at),
    sourceHash,
    annotations: at % 5,
    mechanisms: at % 9,
    position: { offset: 0, progress: read ? (at % 101) / 100 : 0 },
    ...(read && { lastRead: dayBefore(at % 900) }),
    ...(at % 6 === 0 && { collections: [pick(['To read', 'Thesis', 'Journal club'], at / 6)] }),
    ...(at % 10 === 0 && { tags: [pick(['pain', 'glia', 'trial', 'mouse'], at / 10)] }),
  }
}

/**
 * A library in `folder` of so many articles, each with a folder and a line of its own; the last of them, which a start opens, is a real one.
 * All have the same text.
 */
export const makeManyArticles = async (folder: string, count: number): Promise<void> => {
  const index = await readStored<{ documents: DocumentEntry[] }>(join(FIXTURE, 'library.json'))
  const article = await readStored<{ id: string }>(join(MASTER, 'article.json'))
  const entry = index.documents.find(({ id }) => id === article.id)
  if (entry === undefined) throw new Error('the fixture has no such article')
  const documents = Array.from({ length: count }, (_, at) => ({
    ...entryAt(at, entry),
    // What was read last is what a start opens.
    ...(at === count - 1 && { lastRead: dayBefore(-24) }),
  }))
  for (const { id } of documents) await mkdir(join(folder, 'documents', id), { recursive: true })
  const last = documents.slice(-3)
  for (const { id } of last) {
    const to = join(folder, 'documents', id)
    await cp(MASTER, to, { recursive: true })
    await writeStored(join(to, 'article.json'), { ...article, id, format: FORMAT })
    for (const name of ['notes.json', 'mechanisms.json']) {
      const stored = await readStored<object>(join(to, name))
      await writeStored(join(to, name), { ...stored, format: FORMAT, ...(name === 'notes.json' && { document: id }) })
    }
  }
  await writeStored(join(folder, 'library.json'), { ...index, format: FORMAT, documents })
}
