import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, _electron, expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Settings } from '#core/bridge/settings.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'

/** One running Pathmark with a library and settings of its own. */
export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface StartOptions {
  /** Folder of the library; a fresh one of the test's own when absent. */
  readonly library?: string
  readonly args?: readonly string[]
  /** Folder of the built program, when it is not the checkout's. */
  readonly program?: string
  /** A packaged program that a test may drive (`packaged-program.ts`), in place of the built one. */
  readonly packaged?: string
  readonly env?: Readonly<Record<string, string>>
  /** Settings as an earlier session left them; those not named are the usual ones. */
  readonly settings?: Partial<Settings>
  /** Wait until the article can be read; false where no article is expected. */
  readonly article?: boolean
}

export interface Pathmark {
  /** A folder of this test's own, deleted after it. */
  readonly folder: string
  /** The library that `start` opens when none is named. */
  readonly library: string
  start(options?: StartOptions): Promise<Running>
  /** Closes the window as a reader does and waits for the program's end. */
  close(running: Running): Promise<void>
}

/** A start of the built program in the real runtime, with Chromium's sandbox on. */
export const test = base.extend<{ pathmark: Pathmark }>({
  // eslint-disable-next-line no-empty-pattern
  pathmark: async ({}, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'pathmark-e2e-'))
    const library = join(folder, 'data', 'pathmark', 'library')
    const running = new Set<ElectronApplication>()
    const displays = process.env['PATHMARK_DISPLAYS']?.split(' ') ?? []
    const display = displays[testInfo.parallelIndex % displays.length]
    const environment = {
      ...process.env,
      ...(display === undefined ? {} : { DISPLAY: display }),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      LANG: 'en_GB.UTF-8',
    }

    const start = async ({
      library: other,
      args = [],
      program = '.',
      packaged,
      env = {},
      settings,
      article = true,
    }: StartOptions = {}): Promise<Running> => {
      if (settings !== undefined) {
        const own = join(environment.XDG_CONFIG_HOME, 'Pathmark')
        mkdirSync(own, { recursive: true })
        writeFileSync(join(own, 'settings.json'), JSON.stringify(settings))
      }
      const app = await _electron.launch({
        ...(packaged !== undefined && { executablePath: packaged }),
        args: [
          ...(packaged === undefined ? [program] : []),
          ...(other === undefined ? [] : ['--library', other]),
          ...args,
        ],
        chromiumSandbox: true,
        env: { ...environment, ...env },
      })
      running.add(app)
      const page = await app.firstWindow()
      page.on('pageerror', error => console.error(`in the window: ${error.stack ?? error.message}`))
      await page.emulateMedia({ reducedMotion: 'reduce' })
      if (article) await expect(page.locator('#article')).not.toBeEmpty()
      return { app, page }
    }

    const close = async ({ app }: Running): Promise<void> => {
      const ended = app.waitForEvent('close')
      // As the window's own button does it: the window is asked first and may save what is pending.
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await ended
      running.delete(app)
    }

    await use({ folder, library, start, close })
    for (const app of running) await app.close()
    removeFolder(folder)
  },
})

export { expect }
