import { join } from 'node:path'
import { sameContent } from '#core/annotation/ordered-json.ts'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Result } from '#core/result/result.ts'
import { checkFile } from './check-file.ts'
import type { Check } from './check-report.ts'
import { countShown } from '../count-shown.ts'
import { entryOfNotes } from '../document-counts.ts'
import { entryOfArticle, withVersions } from '../entry-of-article.ts'
import { FORMAT, libraryIndexFormat } from '../library-files.ts'
import type { LibraryIndex, Notes, Versions } from '../library-files.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import { writeDurably } from '../store/durable-file.ts'
import { removeJournals } from '../store/remove-journals.ts'
import { serialise } from '../store/serialise.ts'

/** A document's folder after its files were checked; null stands for what cannot be read. */
export interface CheckedDocument {
  readonly id: string
  readonly article: Article | null
  readonly notes: Notes | null
  readonly mechanisms: Mechanisms | null
  /** Null also when the document was never updated. */
  readonly versions: Versions | null
}

interface Discrepancy {
  readonly path: string
  readonly problem: string
  readonly remedy: string
  /** True for what follows from damage that was told already: it is mended without a line of its own. */
  readonly follows: boolean
}

const entryOf = ({ article, notes, mechanisms, versions }: CheckedDocument): DocumentEntry | null => {
  if (article === null) return null
  const entry = entryOfArticle(article, {
    ...(notes === null ? { annotations: 0 } : entryOfNotes(notes)),
    mechanisms: mechanisms === null ? 0 : countShown(mechanisms),
  })
  return versions === null ? entry : withVersions(entry, versions)
}

const byTimeAdded = (a: DocumentEntry, b: DocumentEntry): number => (a.added < b.added ? -1 : Number(a.added > b.added))

/** Fields of an entry that follow from the document's files. Counts of what could not be read stay as they are. */
const derivedFields = (document: CheckedDocument): readonly (keyof DocumentEntry)[] => [
  'title',
  'words',
  'sourceHash',
  ...(document.notes === null ? [] : (Object.keys(entryOfNotes(document.notes)) as (keyof DocumentEntry)[])),
  ...(document.mechanisms === null ? [] : (['mechanisms'] as const)),
]

const duplicateId = ({ documents }: LibraryIndex): string | null => {
  const ids = documents.map(({ id }) => id)
  const twice = ids.find((id, place) => ids.indexOf(id) !== place)
  return twice === undefined ? null : `it lists the document ${twice} twice`
}

/** The index as the documents' folders make it, and where the one that is there says otherwise. */
const compare = (
  check: Check,
  index: LibraryIndex,
  documents: readonly CheckedDocument[],
): { readonly entries: DocumentEntry[]; readonly discrepancies: readonly Discrepancy[] } => {
  const folders = new Map(documents.map(document => [document.id, document]))
  const listed = new Set(index.documents.map(({ id }) => id))
  const discrepancies: Discrepancy[] = []

  const entries = index.documents.flatMap(entry => {
    const document = folders.get(entry.id)
    if (document === undefined) {
      const problem = 'listed in library.json, but its folder is not there'
      discrepancies.push({ path: `documents/${entry.id}`, problem, remedy: 'taken out of the list', follows: false })
      return []
    }
    const actual = entryOf(document)
    const stale =
      actual === null ? [] : derivedFields(document).filter(field => !sameContent(entry[field], actual[field]))
    if (actual === null || stale.length === 0) return [entry]
    const problem = `its line for ${entry.id} does not agree with the document (${stale.join(', ')})`
    const follows = check.isTold('library.json') || check.isTold(`documents/${entry.id}`)
    discrepancies.push({ path: 'library.json', problem, remedy: 'brought up to date', follows })
    return [{ ...entry, ...Object.fromEntries(stale.map(field => [field, actual[field]])) }]
  })

  const missing = documents
    .filter(({ id }) => !listed.has(id))
    .flatMap(document => entryOf(document) ?? [])
    .toSorted(byTimeAdded)
  for (const { id } of missing) {
    discrepancies.push({
      path: `documents/${id}`,
      problem: 'not listed in library.json',
      remedy: 'added to the list',
      follows: check.isTold('library.json'),
    })
  }
  return { entries: [...entries, ...missing], discrepancies }
}

const makeIndex = (documents: readonly CheckedDocument[], now: string): LibraryIndex => {
  const entries = documents.flatMap(document => entryOf(document) ?? []).toSorted(byTimeAdded)
  return { format: FORMAT, created: entries[0]?.added ?? now, documents: entries }
}

/** Nothing that a journal beside the index says is missing in it. */
const writeIndex = async (check: Check, index: LibraryIndex): Promise<Result<null>> => {
  const path = join(check.folder, 'library.json')
  const written = await writeDurably(path, serialise(index))
  return written.ok ? removeJournals(path) : written
}

/** Checks the index by itself and against the documents' folders, which must have been checked before. */
export const checkIndex = async (check: Check, documents: readonly CheckedDocument[]): Promise<void> => {
  const index = await checkFile(check, {
    path: 'library.json',
    format: libraryIndexFormat,
    judge: duplicateId,
    remake: async () => ({
      value: makeIndex(documents, check.now()),
      how: 'made again from the documents; reading positions start over',
      losing: false,
    }),
  })
  if (index === null) return
  const { entries, discrepancies } = compare(check, index, documents)
  if (discrepancies.length === 0) return
  const written = check.repair ? await writeIndex(check, { ...index, documents: entries }) : null
  for (const { path, problem, remedy, follows } of discrepancies) {
    if (follows && written?.ok !== false) continue
    if (written === null) check.report(path, problem, false)
    else if (written.ok) check.report(path, `${problem}; ${remedy}`, true)
    else check.report(path, `${problem}; ${written.error.message}`, false)
  }
}
