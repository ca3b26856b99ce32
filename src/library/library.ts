import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { inspectLibraryFolder } from './inspect-library-folder.ts'
import type { LibraryFolderState } from './inspect-library-folder.ts'
import { libraryPaths } from './library-files.ts'
import { removeLeftOvers } from './left-overs.ts'
import { lockLibrary } from './library-lock.ts'
import type { LibraryLock } from './library-lock.ts'
import { ageOfLibrary } from './migrating/library-age.ts'
import { openIndex } from './open-index.ts'
import type { OpenLibrary, OpenLibraryOptions } from './open-library.ts'
import { OpenedLibrary } from './opened-library.ts'
import { writeFailure } from './store/disk-failure.ts'
import { realDisk } from './store/disk.ts'
import { flushFolder } from './store/durable-file.ts'

const OPENED_FOR_READING = 'The library was opened for reading only.'

/** Why a folder that is no library cannot be opened; null when it can, or when one may be made there. */
const refusal = (folder: string, state: LibraryFolderState, create: boolean): Result<never> | null => {
  if (state === 'library' || (create && state !== 'other-files')) return null
  const what = {
    absent: `There is no folder ${folder}. If the library is on another disk, connect it; otherwise check the path.`,
    empty: `${folder} is empty; there is no library in it. Check the path.`,
    'other-files': `${folder} holds other files and no library.json. Choose a library's folder, or an empty one for a new library.`,
  }
  return fail('library-missing', what[state])
}

const makeFolders = async (folder: string): Promise<Result<null>> => {
  try {
    await mkdir(libraryPaths(folder).documents, { recursive: true, mode: 0o700 })
    await flushFolder(dirname(folder))
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  }
}

interface Access {
  readonly lock: LibraryLock | null
  readonly readOnlyReason: string | null
}

/** The right to write, or the reason why there is none. */
const gainAccess = async ({ folder, program, now }: OpenLibraryOptions): Promise<Access> => {
  const outcome = await lockLibrary({ path: libraryPaths(folder).lock, program, now })
  if (outcome.state === 'held') return { lock: outcome.lock, readOnlyReason: null }
  return { lock: null, readOnlyReason: outcome.state === 'busy' ? outcome.reason : outcome.failure.message }
}

/** Brings a library of an older program to this one's format. When that cannot be done now, it can only be read. */
const bringUpToDate = async ({ folder, program, now, disk }: OpenLibraryOptions, access: Access): Promise<Access> => {
  if (access.lock === null) return access
  // Loaded when it is needed: a library is of an older format once.
  const { migrateLibrary } = await import('./migrating/migrate-library.ts')
  const migrated = await migrateLibrary({ folder, program, now, disk: disk ?? realDisk })
  if (migrated.ok) return access
  await access.lock.release()
  return { lock: null, readOnlyReason: migrated.error.message }
}

/** Puts the bundled articles into a new library, in the way any other article comes in; a line for each that failed. */
const addBundledArticles = async (library: OpenLibrary, resources: string): Promise<string[]> => {
  // Loaded when it is needed: only a new library has a use for it.
  const { bundledArticles } = await import('./read-resources.ts')
  const paths = await bundledArticles(resources)
  if (!paths.ok) return [`The library begins empty: ${paths.error.message}`]
  const warnings: string[] = []
  for (const path of paths.value) {
    const outcome = await library.importFile(path, { shipped: true })
    if (!outcome.ok) warnings.push(`The bundled article could not be added: ${outcome.error.message}`)
  }
  return warnings
}

const openFolder = async (options: OpenLibraryOptions, access: Access): Promise<Result<OpenLibrary>> => {
  const { folder, create, resources } = options
  // Looked at again: while this waited for the lock, another program may have made the library.
  const state = await inspectLibraryFolder(folder)
  if (!state.ok) return state
  const refused = refusal(folder, state.value, create)
  if (refused) return refused
  const isNew = state.value !== 'library'
  if (isNew && access.readOnlyReason !== null) return fail('not-writable', access.readOnlyReason)

  const opened = await openIndex({ ...options, isNew, readOnlyReason: access.readOnlyReason })
  if (!opened.ok) return opened
  const { index } = opened.value
  const readOnlyReason = access.readOnlyReason ?? index.readOnlyReason
  const parts = { options, index, lock: access.lock, readOnlyReason }
  const library = new OpenedLibrary({ ...parts, warnings: opened.value.warnings })
  if (isNew) {
    const warnings = await addBundledArticles(library, resources)
    const isEmpty = index.data.documents.length === 0
    const written = isEmpty ? await index.update(data => ({ ...data })) : succeed(null)
    return written.ok ? succeed(new OpenedLibrary({ ...parts, warnings })) : written
  }
  if (readOnlyReason === null) library.tidyDocuments(await removeLeftOvers(folder))
  return succeed(library)
}

/**
 * Opens a library. One that cannot be written (no permission, in use by another program, made by a newer version) is
 * opened for reading, with the reason; one that is not there is made when `create` says so, with the bundled article.
 * Fails with `library-missing`, `not-readable`, `not-writable` or `format-version-too-new`, and then changes nothing.
 */
export const openLibrary = async (given: OpenLibraryOptions): Promise<Result<OpenLibrary>> => {
  const options = { ...given, folder: resolve(given.folder) }
  const { folder, create, write } = options
  const state = await inspectLibraryFolder(folder)
  if (!state.ok) return state
  const refused = refusal(folder, state.value, create)
  if (refused) return refused

  if (state.value !== 'library') {
    const folders = await makeFolders(folder)
    if (!folders.ok) return folders
  }
  const made = state.value === 'library' ? await ageOfLibrary(folder) : null
  if (made?.age === 'newer') return openFolder(options, { lock: null, readOnlyReason: made.reason })
  if (made !== null && !write) return openFolder(options, { lock: null, readOnlyReason: OPENED_FOR_READING })
  const gained = await gainAccess(options)
  const access = made?.age === 'older' ? await bringUpToDate(options, gained) : gained
  const opened = await openFolder(options, access)
  if (!opened.ok) {
    await access.lock?.release()
    return opened
  }
  if (write) return opened
  await opened.value.close()
  return openFolder(options, { lock: null, readOnlyReason: OPENED_FOR_READING })
}
