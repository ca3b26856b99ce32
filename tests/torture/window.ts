import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { TrialOptions } from './trial.ts'

/** Pathmark's window in the real runtime, started by a trial. */
export interface StartedWindow {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ends the main process with SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

export interface WindowOptions {
  readonly library: string
  /** Where settings and caches go; one of this start's own when it is left out. */
  readonly home?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program on a library, with Chromium's sandbox on; the article may not have been drawn yet. */
export const startWindow = async (
  { root, scratch }: Pick<TrialOptions, 'root' | 'scratch'>,
  { library, home = mkdtempSync(join(scratch, 'home-')), args = [], env = {} }: WindowOptions,
): Promise<StartedWindow> => {
  for (const folder of ['config', 'data']) mkdirSync(join(home, folder), { recursive: true })
  const app = await _electron.launch({
    cwd: root,
    args: ['.', '--library', library, ...args],
    chromiumSandbox: true,
    env: {
      ...(process.env as Record<string, string>),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      LANG: 'en_GB.UTF-8',
      ...env,
    },
  })
  const page = await app.firstWindow()
  const kill = async (): Promise<void> => {
    const ended = app.waitForEvent('close')
    app.process().kill('SIGKILL')
    await ended
  }
  return { app, page, kill }
}
