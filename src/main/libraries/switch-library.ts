import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { systemCode } from '#library/store/disk-failure.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { LibraryPlace } from './library-tokens.ts'

export interface SwitchParts {
  readonly holder: LibraryHolder
  /** Whether files are being imported. */
  readonly isImporting: () => boolean
  /** Asked before a library takes the place that can only be read. */
  readonly mayRead: (path: string, reason: string) => Promise<boolean>
  /** Closes what works on the library that is left, before that is closed itself. */
  readonly leave: () => Promise<void>
  /** The other library is the one that is shown. */
  readonly entered: (library: OpenLibrary) => Promise<void>
}

/** The folder under the one name that all its names lead to. */
const realFolder = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return resolve(path)
  }
}

const stays = (message: string): string => `The library was not changed for another one: ${message}`

/**
 * Opens another library in the place of the one that is open. That one is closed (its journals folded into their files, its lock given
 * back) only when the other is there: when it cannot be opened, all is as it was.
 */
export const switchLibrary = async (
  { path, create }: LibraryPlace,
  { holder, isImporting, mayRead, leave, entered }: SwitchParts,
): Promise<Result<null>> => {
  if (isImporting())
    return fail('too-much', stays('files are being imported. Wait until that is done, or cancel it, and try again.'))
  if ((await realFolder(holder.folder())) === (await realFolder(path)) && (await holder.current()).ok)
    return fail('nothing-to-do', 'This library is open already.')
  const changed = await holder.change({ folder: path, create }, mayRead, leave)
  if (!changed.ok)
    return changed.error.code === 'cancelled' ? changed : fail(changed.error.code, stays(changed.error.message))
  await entered(changed.value)
  return succeed(null)
}
