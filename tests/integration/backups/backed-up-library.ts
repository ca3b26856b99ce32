import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Result } from '#core/result/result.ts'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import type { OpenLibrary, OpenLibraryOptions } from '#library/open-library.ts'
import type { Disk } from '#library/store/disk.ts'
import { anotherPage, onlyDocument, setUpLibrary } from '../library/library-folder.ts'

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export interface BackedUpLibrary {
  readonly folder: string
  readonly library: OpenLibrary
  /** The id of the bundled article. */
  readonly id: string
  readonly backups: LibraryBackups
  readonly openAgain: (changes?: Partial<OpenLibraryOptions>) => Promise<OpenLibrary>
  readonly backupsOf: (library: OpenLibrary, disk?: Disk) => LibraryBackups
  readonly mark: (words: string, note?: string) => Promise<Annotation>
  readonly save: (annotations: readonly Annotation[], pageNote?: PageNote | null) => Promise<void>
  readonly notes: () => Promise<{ readonly annotations: readonly Annotation[]; readonly pageNote: PageNote | null }>
  /** Brings in a second article; gives its id. */
  readonly addArticle: () => Promise<string>
}

/** A library of one article in `root`, and what its backups are tried with. Every backup is made a minute after the last. */
export const backedUpLibrary = async (root: string): Promise<BackedUpLibrary> => {
  const setUp = await setUpLibrary(root)
  const library = await setUp.opened()
  const id = onlyDocument(library)
  let minutes = 0
  const backupsOf = (opened: OpenLibrary, disk?: Disk): LibraryBackups =>
    new LibraryBackups({
      library: opened,
      resources: join(root, 'resources'),
      program: 'pathmark 0.1.0',
      now: () => new Date(Date.UTC(2026, 10, 23, 12, minutes++)).toISOString(),
      newId: () => crypto.randomUUID(),
      ...(disk && { disk }),
    })
  return {
    folder: setUp.folder,
    library,
    id,
    backups: backupsOf(library),
    openAgain: setUp.opened,
    backupsOf,
    mark: async (words, note = '') => {
      const { article } = valueOf(await library.readArticle(id))
      const start = article.text.indexOf(words)
      const about = { id: crypto.randomUUID(), now: '2026-11-23T10:00:00.000Z', note }
      return makeAnnotation(
        article,
        { start, end: start + words.length },
        { ...about, style: 'highlight', color: 'yellow' },
      )
    },
    save: async (annotations, pageNote = null) => {
      valueOf(await library.saveNotes(id, annotations, pageNote))
      // The index's counts follow by themselves; whoever writes to it is answered when they are down, too.
      valueOf(await library.savePosition(id, { offset: 0, progress: 0 }))
    },
    notes: async () => valueOf(await library.readNotes(id)),
    addArticle: async () => {
      const path = join(root, 'another.html')
      await writeFile(path, anotherPage)
      return valueOf(await library.importFile(path)).entry.id
    },
  }
}

/** The names in the folder of contents; none when there is no such folder. */
export const objectsIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(join(folder, 'backups', 'objects'))).toSorted()
  } catch {
    return []
  }
}

/** Every file of a library but its lock, with its content, so that two moments can be compared. */
export const snapshot = async (folder: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {}
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (name !== 'library.lock' && (await stat(path)).isFile()) files[name] = await readFile(path, 'base64')
  }
  return files
}
