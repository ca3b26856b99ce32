import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FALLBACK_MARKER, installFallbackRuntime } from './fallback-runtime.mjs'
import { runCommand } from './run-command.mjs'
import { SetUpFailure } from './set-up-failure.mjs'

/** The download is ended after this many milliseconds; a closed network refuses at once. */
const DOWNLOAD_LIMIT = 600_000

/** @param {string} root */
const packageFolder = root => join(root, 'node_modules', 'electron')

/**
 * Where the runtime's executable lies, or null when there is none yet.
 * @param {string} root
 */
export const runtimeExecutable = root => {
  const folder = packageFolder(root)
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile) || !existsSync(join(folder, 'dist', 'version'))) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

/**
 * Gets the Electron runtime: the declared version by its own installer, or else the fallback.
 * @param {string} root
 */
export const ensureRuntime = async root => {
  if (runtimeExecutable(root)) return
  const folder = packageFolder(root)
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  rmSync(join(folder, 'path.txt'), { force: true })
  const { version } = createRequire(import.meta.url)(join(folder, 'package.json'))
  console.log(`Getting the Electron ${version} runtime …`)
  const download = await runCommand(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    timeout: DOWNLOAD_LIMIT,
  })
  if (download.status === 0 && runtimeExecutable(root)) return
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetUpFailure(
      `Electron ${version} could not be downloaded, and there is a fallback for Linux x64 only: ${firstLine(download.output)}`,
    )
  console.log(
    `Electron ${version} could not be downloaded (${firstLine(download.output)}); taking the fallback runtime.`,
  )
  const fallback = await installFallbackRuntime(folder)
  writeFileSync(join(folder, 'dist', FALLBACK_MARKER), `${JSON.stringify(fallback, null, 2)}\n`)
  writeFileSync(join(folder, 'dist', 'version'), fallback.electron)
  writeFileSync(join(folder, 'path.txt'), 'electron')
}

/** @param {string} text */
const firstLine = text =>
  text
    .trim()
    .split('\n')
    .find(line => line.trim() && !line.startsWith('Downloading'))
    ?.trim() ?? 'no reason given'
