import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { Plugin } from 'vite'
import { importPackages } from '../../../scripts/build/import-packages.ts'

/**
 * Builds a TypeScript program into `folder`, so that Node can run it as a process of its own; gives its path. Without `plugins`, packages that import are
 * built as in the program.
 */
export const buildProgram = async (
  source: string,
  folder: string,
  plugins: readonly Plugin[] = importPackages,
): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins],
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  })
  return join(folder, 'program.mjs')
}

export interface ChildProgram {
  readonly process: ChildProcessWithoutNullStreams
  /** The next line that it prints; fails when it ends before. */
  line(): Promise<string>
  /** Its exit status and all it printed on standard error. */
  end(): Promise<{ status: number | null; errors: string }>
}

/** Runs as an ordinary user also where the tests run as root, whom no file permission stops. */
const ORDINARY_USER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

export const startProgram = (path: string, ...parameters: string[]): ChildProgram => start(path, parameters, {})

export const startProgramAsOrdinaryUser = (path: string, ...parameters: string[]): ChildProgram =>
  start(path, parameters, ORDINARY_USER)

const start = (path: string, parameters: readonly string[], user: { uid?: number; gid?: number }): ChildProgram => {
  const child = spawn(process.execPath, [path, ...parameters], user)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = once(child, 'close')
  return {
    process: child,
    line: async () => {
      const next = await lines.next()
      if (next.done) throw new Error(`The program ended early: ${errors}`)
      return next.value
    },
    end: async () => {
      await ended
      return { status: child.exitCode, errors }
    },
  }
}
