import { ipcMain } from 'electron'
import type { BrowserWindow } from 'electron'
import * as v from 'valibot'
import { DROP_CHANNEL } from '#core/bridge/bridge.ts'
import { isOwnWindow } from '../bridge/own-window.ts'

type Way = 'dropped' | 'opened'

/** Files and folders that the reader pointed at outside of the program's own dialogs; the page never learns of their paths. */
export interface PointedAt {
  /** Keeps them until the page asks for their import. */
  put(way: Way, paths: readonly string[]): void
  waits(way: Way): boolean
  /** Gives them once. */
  take(way: Way): readonly string[]
}

/** More are dropped by mistake, or not by a reader. */
const pathsSchema = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(32_767))), v.maxLength(20_000))

export const keepPointedAt = (): PointedAt => {
  const waiting = new Map<Way, readonly string[]>()
  return {
    put: (way, paths) => void waiting.set(way, [...(waiting.get(way) ?? []), ...paths]),
    waits: way => waiting.has(way),
    take: way => {
      const paths = waiting.get(way) ?? []
      waiting.delete(way)
      return paths
    },
  }
}

/**
 * Takes the paths of what was dropped on the window. The preload script sends them when a real drop is heard, before the page hears of
 * it; the page itself can only ask for their import.
 */
export const takeDrops = (windowOf: () => BrowserWindow | null, pointedAt: PointedAt): void => {
  ipcMain.on(DROP_CHANNEL, (event, paths: unknown) => {
    if (!isOwnWindow(event, windowOf())) return
    const dropped = v.safeParse(pathsSchema, paths)
    if (!dropped.success) return
    // What an earlier drop left, which nobody asked for, is not brought in with this one.
    pointedAt.take('dropped')
    pointedAt.put('dropped', dropped.output)
  })
}
