import { cp, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readBackups } from '#library/backups/backup-files.ts'
import { migrateLibrary } from '#library/migrating/migrate-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { readWhole, setUpLibrary } from '../library/library-folder.ts'
import { faultyDisk } from '../store/faulty-disk.ts'

/** As the last program of format 1 left it: two articles, one of them updated, with all a reader can make. */
const formatOne = join(import.meta.dirname, '../../fixtures/library-format-1')
const BUNDLED = 'how-il-10-calms-a-nerve-952c8236'
export const UPDATED = 'repair-of-a-nerve-908db1fd'

/** A copy of a library of format 1, in `root`. */
export const olderLibrary = async (root: string) => {
  const setUp = await setUpLibrary(root)
  await cp(formatOne, setUp.folder, { recursive: true })
  return { resources: join(root, 'resources'), ...setUp }
}

/** All that a reader can see of the library. */
export const shown = async (library: OpenLibrary) => ({
  documents: library.documents(),
  bundled: await readWhole(library, BUNDLED),
  updated: await readWhole(library, UPDATED),
  report: await library.readReport(UPDATED),
  names: await library.ownNames(),
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
export const countSteps = async (root: string): Promise<number> => {
  const { folder } = await olderLibrary(root)
  const disk = faultyDisk(null)
  const migrated = await migrateLibrary({ folder, disk, ...options })
  if (!migrated.ok) throw new Error(migrated.error.message)
  return disk.done.length
}

/**
 * Migrates a library on a disk that stops at the operation `at`, reads it as it is then, and opens it again for writing.
 * @returns what is not as it should be, a line each
 */
export const migrateWithStop = async (root: string, at: number): Promise<string[]> => {
  const { folder, opened } = await olderLibrary(root)
  const wrong: string[] = []
  const expect = (isSo: boolean, line: string): void => {
    if (!isSo) wrong.push(`stopped at operation ${at}: ${line}`)
  }
  const reader = await opened({ write: false })
  const before = await shown(reader)
  await reader.close()

  const stopped = await migrateLibrary({ folder, disk: faultyDisk({ at, code: 'power-cut' }), ...options })
  // A stop that meets only the last tidying is not told: all is down by then.
  const isDone = Object.values(await formats(folder)).every(format => format === 2)
  expect(isDone || !stopped.ok, 'it was not told')
  const between = await opened({ write: false })
  expect(isDeepStrictEqual(await shown(between), before), 'something else is read in between')
  await between.close()
  const library = await opened()
  expect(library.writable, 'it cannot be written afterwards')
  expect(isDeepStrictEqual(await shown(library), before), 'something else is read afterwards')
  await library.close()
  const left = Object.entries(await formats(folder)).filter(([, format]) => format !== 2)
  expect(left.length === 0, `still of the old format: ${left.map(([path]) => path).join(', ')}`)
  const there = await readBackups(folder)
  const made = there.ok ? there.value.good.filter(({ backup }) => backup.reason === 'new-format') : []
  expect(made.length === 1, `${made.length} backups were made before`)
  return wrong
}
