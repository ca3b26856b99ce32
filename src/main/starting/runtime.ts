import { app } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { About } from '#core/bridge/calls.ts'
import { fallbackWarning } from '#library/runtime-warning.ts'

/** What the program runs on, and a warning when that is the fallback runtime, which gets no fixes. */
export const aboutProgram = (): About => {
  const runtime = dirname(app.getPath('exe'))
  return {
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    runtimeWarning: existsSync(join(runtime, 'FALLBACK.json'))
      ? fallbackWarning(process.versions['electron'] ?? '')
      : null,
  }
}
