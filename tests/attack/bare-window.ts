import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'
import type { Page } from '@playwright/test'

const program = fileURLToPath(new URL('programs/bare-window.mjs', import.meta.url))

export interface BareWindow {
  readonly page: Page
  /** Whether pages may go to other machines. */
  stayHere(stays: boolean): Promise<void>
  close(): Promise<void>
}

export interface BareWindowOptions {
  /** True where nothing that is sent arrives anywhere, so that names may be asked for. */
  readonly leadsNowhere?: boolean
}

/** A window of the same runtime without any of Pathmark's walls. */
export const startBareWindow = async (
  scratch: string,
  { leadsNowhere = false }: BareWindowOptions = {},
): Promise<BareWindow> => {
  const home = mkdtempSync(join(scratch, 'bare-'))
  for (const folder of ['config', 'data']) mkdirSync(join(home, folder))
  const app = await _electron.launch({
    // No name is looked up: nothing leaves this machine, and nothing waits for an answer.
    args: [...(leadsNowhere ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']), program],
    chromiumSandbox: true,
    env: {
      ...(process.env as Record<string, string>),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
    },
  })
  const page = await app.firstWindow()
  page.on('dialog', dialog => void dialog.dismiss())
  const close = async (): Promise<void> => {
    // What stands in its page may keep it from closing.
    const process = app.process()
    if (process.exitCode !== null || process.signalCode !== null) return
    const ended = once(process, 'exit')
    process.kill('SIGKILL')
    await ended
  }
  const stayHere = (stays: boolean): Promise<void> =>
    app.evaluate((_, here) => void Object.assign(globalThis, { staysHere: here }), stays)
  return { page, stayHere, close }
}
