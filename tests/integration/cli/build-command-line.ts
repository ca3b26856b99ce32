import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../..')
const built = join(root, 'out/cli/pathmark.js')
const lock = join(root, 'out/.building-command-line')

const LONGEST_BUILD_MS = 120_000

/** Time of the last change of a file, or of anything in a folder. Of nothing, the beginning of time. */
const changed = async (path: string): Promise<number> => {
  const entry = await stat(path).catch(() => null)
  if (entry === null) return Number.NEGATIVE_INFINITY
  if (!entry.isDirectory()) return entry.mtimeMs
  const inside = await readdir(path)
  return Math.max(entry.mtimeMs, ...(await Promise.all(inside.map(name => changed(join(path, name))))))
}

const isStale = async (): Promise<boolean> => {
  const sources = ['src/core', 'src/library', 'src/cli', 'scripts/build', 'vite.cli.config.ts', 'package.json']
  const newest = Math.max(...(await Promise.all(sources.map(source => changed(join(root, source))))))
  return newest > (await changed(built))
}

/** True when the lock was taken; false when another test file has it. */
const takeLock = async (): Promise<boolean> => {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Holds off other test files that want the same build. */
const withLock = async (work: () => Promise<void>): Promise<void> => {
  await mkdir(join(root, 'out'), { recursive: true })
  while (!(await takeLock())) {
    // A lock older than any build was left by a run that was broken off.
    if (Date.now() - (await changed(lock)) > LONGEST_BUILD_MS) await rm(lock, { recursive: true, force: true })
    else await pause(50)
  }
  try {
    await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

/** The path of the built command line, built now when its sources are newer. */
export const buildCommandLine = async (): Promise<string> => {
  // A build that is under way may have written this file and not yet those that it loads.
  if (!(await isStale()) && !existsSync(lock)) return built
  await withLock(async () => {
    if (!(await isStale())) return
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const args = [vite, 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn']
    await promisify(execFile)(process.execPath, args, { cwd: root })
  })
  return built
}
