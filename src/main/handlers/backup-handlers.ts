import { randomUUID } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import { shortPlan } from '#core/revision/restore-plan.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { summaryOf } from '#library/backups/backup-files.ts'
import { keepBackingUp } from '#library/backups/keep-backing-up.ts'
import type { BackingUp } from '#library/backups/keep-backing-up.ts'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import type { OpenLibrary, OpenLibraryOptions } from '#library/open-library.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import { sendEvent } from '../bridge/serve-bridge.ts'

type BackupCalls = Pick<BridgeHandlers, 'backups.list' | 'backups.make' | 'backups.compare' | 'backups.restore'>

/** The backups of the library that is open; another library has others. */
export interface BackupHolder {
  current(): Promise<Result<LibraryBackups>>
  /** Begins to make backups by themselves, and goes on with another library when one is opened. */
  begin(): Promise<void>
  close(): Promise<void>
}

export interface BackupHolderOptions extends Pick<OpenLibraryOptions, 'resources' | 'program'> {
  /** Takes a line when the disk refuses a backup. */
  readonly tell: (line: string) => void
}

/** Items of one document that the window is shown; the counts tell of the rest. */
const ITEMS_SHOWN = 200

export const holdBackups = (holder: LibraryHolder, { tell, ...options }: BackupHolderOptions): BackupHolder => {
  let held: {
    readonly library: OpenLibrary
    readonly backups: LibraryBackups
    readonly backing: BackingUp | null
  } | null = null
  const current = async (): Promise<Result<LibraryBackups>> => {
    const opened = await holder.current()
    if (!opened.ok) return opened
    const library = opened.value
    if (held?.library === library) return succeed(held.backups)
    const before = held
    const now = (): string => new Date().toISOString()
    const backups = new LibraryBackups({ ...options, library, now, newId: () => randomUUID() })
    held = { library, backups, backing: library.writable ? keepBackingUp(backups, tell) : null }
    await before?.backing?.close()
    return succeed(backups)
  }
  return {
    current,
    begin: async () => {
      await current()
    },
    close: async () => {
      const before = held
      held = null
      await before?.backing?.close()
    },
  }
}

/** Answers what concerns the backups of the library. */
export const backupHandlers = (held: BackupHolder, windowOf: () => BrowserWindow | null): BackupCalls => ({
  'backups.list': async () => {
    const backups = await held.current()
    if (!backups.ok) return backups
    const there = await backups.value.list()
    if (!there.ok) return there
    return succeed({ backups: there.value.good.map(summaryOf), unreadable: there.value.bad })
  },
  'backups.make': async () => {
    const backups = await held.current()
    if (!backups.ok) return backups
    const made = await backups.value.make('asked')
    return made.ok ? succeed({ id: made.value.id, unchanged: made.value.unchanged }) : made
  },
  'backups.compare': async ({ id }) => {
    const backups = await held.current()
    if (!backups.ok) return backups
    const plan = await backups.value.compare(id)
    return plan.ok ? succeed(shortPlan(plan.value, ITEMS_SHOWN)) : plan
  },
  'backups.restore': async ({ id, ...choice }) => {
    const backups = await held.current()
    if (!backups.ok) return backups
    return backups.value.restore(id, choice, (done, total) =>
      sendEvent(windowOf(), 'backups.progress', { done, total }),
    )
  },
})
