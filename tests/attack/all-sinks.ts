import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { AttackString } from './collection.ts'
import type { BareWindow } from './bare-window.ts'
import { companionable, throughContent, throughWindow } from './through-window.ts'
import type { WatchedWindow } from './watch-window.ts'

export interface AllSinks {
  readonly app: ElectronApplication
  readonly page: Page
  /** The window as it is watched: what happened in it is asked there, once all is done. */
  readonly watched: WatchedWindow
  readonly library: string
  readonly scratch: string
}

/**
 * Takes strings through every place of Pathmark's window. `document` is the article that holds them; `refused`
 * has a line for each that a place did not take as it is.
 * @param bare a window without walls, which tells how the browser parses
 * @param alone how many of the strings are shown as the whole content of an article besides, each by itself
 */
export const throughAllSinks = async (
  { app, page, watched, library, scratch }: AllSinks,
  bare: BareWindow,
  strings: readonly AttackString[],
  alone: number,
): Promise<{ readonly refused: readonly string[]; readonly document: string; readonly shownAlone: number }> => {
  const raw = await companionable(bare.page, strings)
  const sinks = { app, page, watched, folder: join(scratch, 'in'), strings }
  const { document, refused } = await throughWindow(sinks, library, raw)
  const difficult = strings.filter(string => !raw.includes(string)).slice(0, alone)
  await throughContent({ ...sinks, strings: difficult }, library, document)
  return { refused, document, shownAlone: difficult.length }
}
