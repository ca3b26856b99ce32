import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FALLBACK_MARKER } from './fallback-runtime.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

const ALLOW_FALLBACK = '--allow-fallback-runtime'

/**
 * Keeps the fallback runtime from being handed to readers, unless that is asked for.
 * @param {string} runtime the runtime's folder
 * @param {readonly string[]} args of the packaging command
 */
export const refuseFallback = (runtime, args) => {
  if (args.includes(ALLOW_FALLBACK) || !existsSync(join(runtime, FALLBACK_MARKER))) return
  throw new SetUpFailure(
    `The fallback runtime gets no security fixes and is not for readers. Package where Electron can be downloaded, or say ${ALLOW_FALLBACK}.`,
  )
}
