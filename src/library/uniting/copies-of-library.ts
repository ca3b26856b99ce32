import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { succeed } from '#core/result/result.ts'
import { libraryIndexFormat, libraryPaths } from '../library-files.ts'
import type { LibraryIndex } from '../library-files.ts'
import { documentFolders, mergeIndexes } from '../library-index.ts'
import { ownLexiconFormat } from '../mechanism-files.ts'
import type { OwnLexicon } from '../mechanism-files.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import type { FoundCopy } from './copies-in-folder.ts'
import { moveToTrash } from './move-to-trash.ts'
import { readFileCopy } from './read-copy.ts'
import { describeTakenIn } from './take-in-copies.ts'
import type { TakenIn } from './take-in-copies.ts'

interface LibraryFolder {
  /** The library's folder. */
  readonly folder: string
  readonly now: () => string
}

const takeInEach = async (
  { folder, now }: LibraryFolder,
  copies: readonly FoundCopy[],
  take: (path: string) => Promise<TakenIn>,
): Promise<string[]> => {
  const lines: string[] = []
  for (const { name, of } of copies) {
    const taken = await take(join(folder, name))
    const trash = 'why' in taken ? succeed('') : await moveToTrash(folder, name, now())
    lines.push(describeTakenIn(name, of, taken, trash))
  }
  return lines
}

const countNew = (before: readonly object[], after: readonly object[]): number => {
  const known = new Set(before)
  return after.filter(record => !known.has(record)).length
}

/** Takes in copies of `library.json`, and gives a line for each. */
export const takeInIndexCopies = (
  library: LibraryFolder,
  index: GuardedDatabase<LibraryIndex>,
  copies: readonly FoundCopy[],
): Promise<string[]> =>
  takeInEach(library, copies, async path => {
    const read = await readFileCopy(path, libraryIndexFormat)
    if ('why' in read) return read
    const folders = await documentFolders(libraryPaths(library.folder).documents)
    if (!folders.ok) return { why: folders.error.message }
    // What has no folder here cannot be read here.
    const documents = read.value.documents.filter(({ id }) => folders.value.includes(id))
    const before: readonly DocumentEntry[] = index.data.documents
    const saved = await index.update(ours => mergeIndexes(ours, { ...read.value, documents }))
    if (!saved.ok) return { why: saved.error.message }
    const count = countNew(before, index.data.documents)
    return { brought: count === 0 ? null : `what it says of ${count === 1 ? 'one article' : `${count} articles`}` }
  })

/** Takes in copies of `lexicon.json` by `takeIn`, and gives a line for each. */
export const takeInLexiconCopies = (
  library: LibraryFolder,
  names: GuardedDatabase<OwnLexicon>,
  copies: readonly FoundCopy[],
  takeIn: (ours: OwnLexicon, theirs: OwnLexicon) => OwnLexicon,
): Promise<string[]> =>
  takeInEach(library, copies, async path => {
    const read = await readFileCopy(path, ownLexiconFormat)
    if ('why' in read) return read
    let count = 0
    const saved = await names.update(ours => {
      const united = takeIn(ours, read.value)
      count = countNew(ours.names, united.names)
      return united
    })
    if (!saved.ok) return { why: saved.error.message }
    if (count === 0) return { brought: null }
    return { brought: count === 1 ? 'one name' : `${count} names` }
  })

/** Says of each folder that looks like a copy of a document's folder that it is there. */
export const tellCopiedFolders = (copies: readonly { readonly name: string; readonly id: string }[]): string[] =>
  copies.map(
    ({ name, id }) =>
      `The folder documents/${name} looks like a copy of documents/${id} that a sync program made. Nothing in it is ` +
      'shown, and nothing was changed. Move what you need of its files into the other folder under another name, as “notes (2).json”.',
  )
