import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode } from '#library/store/disk-failure.ts'
import type { PageGate } from '../bridge/page-gate.ts'
import type { ChangeSteps, LibraryHolder } from '../open-library-holder.ts'
import type { LibraryPlace } from './library-tokens.ts'

export interface SwitchParts {
  readonly holder: LibraryHolder
  readonly gate: Pick<PageGate, 'shut' | 'open'>
  /** Whether files are being imported, or chosen for it. */
  readonly isImporting: () => boolean
  /** Asked before a library takes the place that can only be read. */
  readonly mayRead: ChangeSteps['mayRead']
  /** Closes what works on the library that is left, before that is closed itself. */
  readonly leave: () => Promise<void>
  /** The other library is the one that is open; no page is answered yet. */
  readonly entered: ChangeSteps['entered']
  /** Loads the page anew, which then knows nothing of the library before. */
  readonly reload: () => void
  /** Begins again what `leave` closed, on the library that is open then. */
  readonly resume: () => Promise<void>
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

const IMPORTING = 'files are being imported. Wait until that is done, or cancel it, and try again.'

/**
 * Opens another library in the place of the one that is open. That one is closed (its journals folded into their files, its lock given
 * back) only when the other is there: when it cannot be opened, all is as it was. The page is answered as long as the first library is
 * there, and from then on only once it is loaded anew: nothing that belongs to the one library can be written into the other.
 */
export const switchLibrary = async (
  { path, create }: LibraryPlace,
  { holder, gate, isImporting, mayRead, leave, entered, reload, resume }: SwitchParts,
): Promise<Result<null>> => {
  if (isImporting()) return fail('too-much', stays(IMPORTING))
  if ((await realFolder(holder.folder())) === (await realFolder(path)) && (await holder.current()).ok)
    return fail('nothing-to-do', 'This library is open already.')
  let left = false
  let isOther = false
  try {
    const changed = await holder.change(
      { folder: path, create },
      {
        mayRead,
        leave: async () => {
          // Opening the other one may have taken long enough to begin an import.
          if (isImporting()) return fail('too-much', IMPORTING)
          gate.shut()
          left = true
          await leave()
          return succeed(null)
        },
        entered: async library => {
          isOther = true
          await entered(library)
        },
      },
    )
    if (changed.ok) return succeed(null)
    return changed.error.code === 'cancelled' ? changed : fail(changed.error.code, stays(changed.error.message))
  } finally {
    if (isOther) reload()
    if (left) {
      gate.open(isOther ? 'other' : 'same')
      await resume()
    }
  }
}
