import type { LibraryBackups } from './library-backups.ts'

/** When backups are made by themselves, in milliseconds. */
export interface BackupTimes {
  /** After the library was opened: not before the window stands. */
  readonly first: number
  readonly every: number
  /** How long closing waits for one. What was copied by then need not be copied the next time. */
  readonly patience: number
}

const USUAL: BackupTimes = { first: 20_000, every: 30 * 60_000, patience: 2_000 }

export interface BackingUp {
  /** Makes a last one, unless that takes too long, and stops. */
  close(): Promise<void>
}

/**
 * Makes backups of an open library while it is open: some time after it was opened, from then on every half an hour, and
 * when it is closed, each time only when something has changed. `tell` takes a line when the disk refuses one; what is
 * still refused the next time is not told again.
 */
export const keepBackingUp = (
  backups: LibraryBackups,
  tell: (line: string) => void,
  { first, every, patience }: BackupTimes = USUAL,
): BackingUp => {
  const controller = new AbortController()
  let isTold = false
  const make = async (): Promise<void> => {
    const made = await backups.make('by-itself', controller.signal)
    if (made.ok) isTold = false
    else if (made.error.code !== 'cancelled' && made.error.code !== 'library-read-only' && !isTold) {
      isTold = true
      tell(`No backup could be made. ${made.error.message} Notes are still saved; the next backup is tried by itself.`)
    }
  }
  let timer: NodeJS.Timeout | null = null
  let making: Promise<void> = Promise.resolve()
  const wait = (time: number): void => {
    timer = setTimeout(() => {
      making = make().finally(() => {
        if (timer !== null) wait(every)
      })
    }, time)
    timer.unref()
  }
  wait(first)
  return {
    close: async () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      const limit = setTimeout(() => controller.abort(), patience)
      await making
      await make()
      clearTimeout(limit)
      await backups.idle()
    },
  }
}
