import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Failure, Result } from '#core/result/result.ts'
import { openLibrary } from '../library.ts'
import type { OpenLibrary, OpenLibraryOptions } from '../open-library.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import type { Backup, KeptFile } from './backup-files.ts'
import { readObject } from './kept-objects.ts'

/** A copy that is not there, or not what was kept. */
interface UnreadableCopy {
  readonly path: string
  readonly failure: Failure
}

/** A backup's files, put where they can be read as a library. */
export interface UnpackedBackup {
  readonly library: OpenLibrary
  readonly unreadable: readonly UnreadableCopy[]
  /** Closes it and removes the files. */
  readonly close: () => Promise<void>
}

export interface UnpackOptions extends Pick<OpenLibraryOptions, 'resources' | 'program' | 'now' | 'newId'> {
  /** The folder of the library that the backup is of. */
  readonly folder: string
  readonly backup: Backup
  /** Documents whose files are not needed. The library's own always are. */
  readonly without: (document: string) => boolean
}

/** The document that a kept file belongs to; null for the library's own. */
export const documentOf = ({ path }: Pick<KeptFile, 'path'>): string | null => {
  const [top, id] = path.split('/')
  return top === 'documents' && id !== undefined ? id : null
}

const unpackInto = async (target: string, { folder, backup, without }: UnpackOptions): Promise<UnreadableCopy[]> => {
  const unreadable: UnreadableCopy[] = []
  for (const file of backup.files) {
    const document = documentOf(file)
    if (document !== null && without(document)) continue
    const content = await readObject(folder, file.hash, file.path)
    if (!content.ok) {
      unreadable.push({ path: file.path, failure: content.error })
      continue
    }
    const path = join(target, file.path)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, content.value, { flag: 'wx', mode: 0o600 })
  }
  return unreadable
}

/**
 * Unpacks a backup into a private folder for temporary files and opens it there for reading, so that one of an older format,
 * or with changes that were still in a journal, is read by the same code as a library. Nothing of the library itself is touched.
 */
export const unpackBackup = async (options: UnpackOptions): Promise<Result<UnpackedBackup>> => {
  const { resources, program, now, newId } = options
  const target = await mkdtemp(join(tmpdir(), 'pathmark-backup-'))
  const remove = (): Promise<void> => rm(target, { recursive: true, force: true })
  try {
    const unreadable = await unpackInto(target, options)
    const opened = await openLibrary({ folder: target, create: false, write: false, resources, program, now, newId })
    if (!opened.ok) {
      await remove()
      return opened
    }
    const library = opened.value
    const close = async (): Promise<void> => {
      await library.close()
      await remove()
    }
    return succeed({ library, unreadable, close })
  } catch (error) {
    await Promise.allSettled([remove()])
    if (systemCode(error) === null) throw error
    return { ok: false, error: writeFailure(error, target) }
  }
}
