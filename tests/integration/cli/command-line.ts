import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildCommandLine } from './build-command-line.ts'

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another copy of the program. */
  readonly program?: string
  /** The user to run as; the one who runs the tests when not given. */
  readonly uid?: number
}

/** A library with nothing but the bundled article in it. */
export interface TestLibrary {
  readonly folder: string
  /** Id of the bundled article. */
  readonly id: string
  /** Path of a file of the bundled article's document. */
  readonly file: (name: string) => string
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
  /** A new library of the test's own. */
  readonly library: () => Promise<TestLibrary>
}

/** The line on standard error with which a command failed. It has status 1 and nothing on standard output. */
export const failureOf = ({ status, stdout, stderr }: Outcome): string => {
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^pathmark: [^\n]+\n$/)
  return stderr
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
  let template = ''
  let bundled = ''

  beforeAll(async () => {
    program = await buildCommandLine()
    home = await mkdtemp(join(tmpdir(), 'pathmark-cli-'))
    template = join(home, 'template')
    const made = await run(['list', '--library', template, '--json'])
    bundled = (JSON.parse(made.stdout) as { id: string }[])[0]?.id ?? ''
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  const run: CommandLine['run'] = (args, { cwd = home, env = {}, program: path = program, uid } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path, ...args], {
        cwd,
        env: { ...environment(home), ...env },
        ...(uid === undefined ? {} : { uid, gid: uid }),
      })
      let [stdout, stderr] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
      child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
      child.on('error', reject)
      child.on('close', status => resolve({ status, stdout, stderr }))
    })

  const fresh: CommandLine['fresh'] = async name => join(await mkdtemp(join(home, 'test-')), name)

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
    fresh,
    library: async () => {
      const folder = await fresh('library')
      await cp(template, folder, { recursive: true })
      return { folder, id: bundled, file: name => join(folder, 'documents', bundled, name) }
    },
  }
}
