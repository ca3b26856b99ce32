import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fallbackWarning } from '#library/runtime-warning.ts'
import type { ExitStatus, Program } from './command.ts'
import { print, printJson } from './terminal.ts'

interface Runtime {
  /** Version of the Electron runtime beside the program; null when there is none. */
  readonly electron: string | null
  /** What is wrong with it, in one line; null when nothing is. */
  readonly runtimeWarning: string | null
}

/** Looks for the runtime that opens the window, without starting it. */
const findRuntime = (folder: string): Runtime => {
  const dist = join(folder, 'node_modules', 'electron', 'dist')
  const versionFile = join(dist, 'version')
  if (!existsSync(versionFile)) return { electron: null, runtimeWarning: null }
  const electron = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  const isFallback = existsSync(join(dist, 'FALLBACK.json'))
  return { electron, runtimeWarning: isFallback ? fallbackWarning(electron) : null }
}

/** Prints the versions of the program, its window's runtime and the Node that runs the command line. */
export const printVersions = (program: Program, json: boolean): ExitStatus => {
  const { electron, runtimeWarning } = findRuntime(program.folder)
  const node = process.versions.node
  if (json) {
    printJson({ version: program.version, electron, node, runtimeWarning })
    return 0
  }
  print(`pathmark ${program.version}`)
  print(`Electron ${electron ?? 'not installed; “npm run setup” gets it'}`)
  print(`Node ${node}`)
  if (runtimeWarning !== null) print(`Warning: ${runtimeWarning}`)
  return 0
}
