import { libraryIndexFormat, libraryPaths } from '../library-files.ts'
import type { LibraryIndex } from '../library-files.ts'
import { documentFolders, mergeIndexes } from '../library-index.ts'
import { NOTHING_WAITS, waitingFormat } from '../foreign-marks/waiting-file.ts'
import type { WaitingFile } from '../foreign-marks/waiting-file.ts'
import { ownLexiconFormat } from '../mechanism-files.ts'
import type { OwnLexicon } from '../mechanism-files.ts'
import type { GuardedDatabase } from '../store/guarded-database.ts'
import type { FoundCopy } from './copies-in-folder.ts'
import { readFileCopy, readJournalCopy } from './read-copy.ts'
import { changeBy, counted, countNew, takeInEach } from './taken-in.ts'
import type { CopiesFolder } from './taken-in.ts'

interface LibraryFolder {
  /** The library's folder. */
  readonly folder: string
  readonly now: () => string
}

const copiesIn = ({ folder, now }: LibraryFolder): CopiesFolder => ({ library: folder, path: '', now })

/** Takes in copies of `library.json`, and gives a line for each. */
export const takeInIndexCopies = (
  library: LibraryFolder,
  index: GuardedDatabase<LibraryIndex>,
  copies: readonly FoundCopy[],
): Promise<string[]> =>
  takeInEach(copiesIn(library), copies, async path => {
    const read = await readFileCopy(path, libraryIndexFormat)
    if ('why' in read) return read
    const folders = await documentFolders(libraryPaths(library.folder).documents)
    if (!folders.ok) return { why: folders.error.message }
    // What has no folder here cannot be read here.
    const documents = read.value.documents.filter(({ id }) => folders.value.includes(id))
    return changeBy(
      index,
      ours => mergeIndexes(ours, { ...read.value, documents }),
      (before, after) => {
        const articles = counted(countNew(before.documents, after.documents), 'article', 'articles')
        return articles === null ? null : `what it says of ${articles}`
      },
    )
  })

/** Takes in copies of `lexicon.json` by `takeIn`, and gives a line for each. */
export const takeInLexiconCopies = (
  library: LibraryFolder,
  names: GuardedDatabase<OwnLexicon>,
  copies: readonly FoundCopy[],
  takeIn: (ours: OwnLexicon, theirs: OwnLexicon) => OwnLexicon,
): Promise<string[]> =>
  takeInEach(copiesIn(library), copies, async path => {
    const read = await readFileCopy(path, ownLexiconFormat)
    if ('why' in read) return read
    return changeBy(
      names,
      ours => takeIn(ours, read.value),
      (before, after) => counted(countNew(before.names, after.names), 'name', 'names'),
    )
  })

/** Takes in copies of `waiting-marks.json`, and of its journal, by `takeIn`, and gives a line for each. */
export const takeInWaitingCopies = (
  library: LibraryFolder,
  waiting: GuardedDatabase<WaitingFile>,
  copies: readonly FoundCopy[],
  takeIn: (ours: WaitingFile, theirs: WaitingFile) => WaitingFile,
): Promise<string[]> =>
  takeInEach(copiesIn(library), copies, async (path, { isJournal }) => {
    const read = isJournal
      ? await readJournalCopy(path, waitingFormat, NOTHING_WAITS)
      : await readFileCopy(path, waitingFormat)
    if ('why' in read) return read
    return changeBy(
      waiting,
      ours => takeIn(ours, read.value),
      (before, after) => counted(countNew(before.marks, after.marks), 'waiting mark', 'waiting marks'),
    )
  })

/** Says of each folder that looks like a copy of a document's folder that it is there. */
export const tellCopiedFolders = (copies: readonly { readonly name: string; readonly id: string }[]): string[] =>
  copies.map(
    ({ name, id }) =>
      `The folder documents/${name} looks like a copy of documents/${id} that a sync program made. Nothing in it is ` +
      'shown, and nothing was changed. Move what you need of its files into the other folder under another name, as “notes (2).json”.',
  )
