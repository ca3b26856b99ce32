import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './setup/npm-packages.mjs'
import { ensureRuntime, runtimeExecutable } from './setup/electron-runtime.mjs'
import { SetUpFailure } from './setup/set-up-failure.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

export const ROOT = join(import.meta.dirname, '..')

/**
 * Does all the set-up that is missing: npm packages, the Electron runtime, system libraries.
 * @param {{ display: boolean }} options `display` also asks for Xvfb, which the tests need
 * @returns {Promise<string>} the runtime's executable
 */
export const setUp = async ({ display }) => {
  await ensurePackages(ROOT)
  await ensureRuntime(ROOT)
  const executable = runtimeExecutable(ROOT)
  if (executable === null)
    throw new SetUpFailure('The Electron runtime is not there after its set-up. Delete node_modules and try again.')
  await ensureSystemLibraries(executable, { display })
  return executable
}

/**
 * Runs a command's main function; a reason to stop is one line and exit status 1.
 * @param {() => Promise<number>} main returns the exit status
 */
export const runScript = async main => {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp({ display: true })
    return 0
  })
}
