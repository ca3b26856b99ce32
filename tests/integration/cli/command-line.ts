import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildCommandLine } from './build-command-line.ts'

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another copy of the program. */
  readonly program?: string
}

export interface CommandLine {
  /** Runs the built program as a process of its own and waits for its end. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Outcome>
  /** Runs it with `--json`, expects it to succeed, and gives the value that it printed. */
  readonly json: (args: readonly string[]) => Promise<unknown>
  /** Path of the built program. */
  readonly program: string
  /** A path in a folder of the test's own, where nothing is yet. */
  readonly fresh: (name: string) => Promise<string>
}

/** Environment of the child: nothing of the developer's own library or resources. */
const environment = (home: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  XDG_DATA_HOME: join(home, 'data'),
})

/** Sets up the built command line and temporary folders for the tests of one file. */
export const useCommandLine = (): CommandLine => {
  let program = ''
  let home = ''

  beforeAll(async () => {
    program = await buildCommandLine()
    home = await mkdtemp(join(tmpdir(), 'pathmark-cli-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  const run: CommandLine['run'] = (args, { cwd = home, env = {}, program: path = program } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path, ...args], { cwd, env: { ...environment(home), ...env } })
      let [stdout, stderr] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
      child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
      child.on('error', reject)
      child.on('close', status => resolve({ status, stdout, stderr }))
    })

  return {
    run,
    json: async args => {
      const { status, stdout, stderr } = await run([...args, '--json'])
      expect({ status, stderr }).toMatchObject({ status: 0 })
      return JSON.parse(stdout) as unknown
    },
    get program() {
      return program
    },
    fresh: async name => join(await mkdtemp(join(home, 'test-')), name),
  }
}
