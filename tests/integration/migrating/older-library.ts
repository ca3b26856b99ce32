import { cp, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readBackups } from '#library/backups/backup-files.ts'
import { FORMAT } from '#library/library-files.ts'
import { migrateLibrary } from '#library/migrating/migrate-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { setUpLibrary } from '../library/library-folder.ts'
import { faultyDisk } from '../store/faulty-disk.ts'

/**
 * Libraries as the last programs of their formats left them. Format 1: two articles, one of them updated, with all a reader could make then.
 * Format 2: also a book and a web archive with pictures, a document with pages, a corrected citation, collections and tags, marks that wait,
 * an article in the trash, a backup, and changes that are in a journal only.
 */
export type OlderFormat = 1 | 2

/** The article of each that was updated. */
export const UPDATED: Readonly<Record<OlderFormat, string>> = {
  1: 'repair-of-a-nerve-908db1fd',
  2: 'repair-b6ad183b',
}

/** A copy of a library of an older format, in `root`. */
export const olderLibrary = async (root: string, format: OlderFormat = 1) => {
  const setUp = await setUpLibrary(root)
  await cp(join(import.meta.dirname, `../../fixtures/library-format-${format}`), setUp.folder, { recursive: true })
  return { resources: join(root, 'resources'), ...setUp }
}

const readEach = async <T>(
  library: OpenLibrary,
  read: (library: OpenLibrary, id: string) => Promise<T>,
): Promise<Record<string, T>> => {
  const each: Record<string, T> = {}
  for (const { id } of library.documents()) each[id] = await read(library, id)
  return each
}

/** All that a reader can see of the library. */
export const shown = async (library: OpenLibrary) => ({
  documents: library.documents(),
  read: await readEach(library, (opened, id) => opened.readDocument(id)),
  mechanisms: await readEach(library, (opened, id) => opened.readMechanisms(id)),
  reports: await readEach(library, (opened, id) => opened.readReport(id)),
  names: await library.ownNames(),
  waiting: await library.marks.waiting(),
  trashed: await library.trashed(),
  warnings: library.warnings,
})

/** The formats of all JSON files of a library that are in use, by path. */
export const formats = async (folder: string): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {}
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.json') || name.startsWith('backups')) continue
    const { format } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { format: unknown }
    found[name] = format
  }
  return found
}

export const options = { program: 'pathmark 0.1.0', now: () => '2026-11-23T10:00:00.000Z' }

/** How many operations of the disk it takes to migrate the library. */
export const countSteps = async (root: string, format: OlderFormat = 1): Promise<number> => {
  const { folder } = await olderLibrary(root, format)
  const disk = faultyDisk(null)
  const migrated = await migrateLibrary({ folder, disk, ...options })
  if (!migrated.ok) throw new Error(migrated.error.message)
  return disk.done.length
}

/**
 * Migrates a library on a disk that stops at the operation `at`, reads it as it is then, and opens it again for writing.
 * @returns what is not as it should be, a line each
 */
export const migrateWithStop = async (root: string, at: number, format: OlderFormat = 1): Promise<string[]> => {
  const { folder, opened } = await olderLibrary(root, format)
  const wrong: string[] = []
  const expect = (isSo: boolean, line: string): void => {
    if (!isSo) wrong.push(`stopped at operation ${at}: ${line}`)
  }
  const reader = await opened({ write: false })
  const before = await shown(reader)
  await reader.close()

  const stopped = await migrateLibrary({ folder, disk: faultyDisk({ at, code: 'power-cut' }), ...options })
  // A stop that meets only the last tidying is not told: all is down by then.
  const isDone = Object.values(await formats(folder)).every(said => said === FORMAT)
  expect(isDone || !stopped.ok, 'it was not told')
  const between = await opened({ write: false })
  expect(isDeepStrictEqual(await shown(between), before), 'something else is read in between')
  await between.close()
  const library = await opened()
  expect(library.writable, 'it cannot be written afterwards')
  expect(isDeepStrictEqual(await shown(library), before), 'something else is read afterwards')
  await library.close()
  const left = Object.entries(await formats(folder)).filter(([, said]) => said !== FORMAT)
  expect(left.length === 0, `still of the old format: ${left.map(([path]) => path).join(', ')}`)
  const there = await readBackups(folder)
  const made = there.ok ? there.value.good.filter(({ backup }) => backup.reason === 'new-format') : []
  expect(made.length === 1, `${made.length} backups were made before`)
  return wrong
}
