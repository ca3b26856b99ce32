import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { runtimeExecutable } from '../../setup/electron-runtime.mjs'
import { limitsFor } from '../../../src/library/importing-apart/import-limits.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../../..')
const run = promisify(execFile)

/** Where the import program is to run: with Node, or in Electron's utility processes. */
export type ImportRuntime = 'node' | 'electron'

/** What is read while compiled code is gathered: of each kind what there is in the checkout. The first is purified, too. */
const SAMPLES = [
  'resources/articles/stem-cells-neuropathic-pain.html',
  'README.md',
  'tests/fixtures/jats/review.nxml',
  'tests/fixtures/pdf/two-columns.pdf',
]

/** Milliseconds after which a runtime that does not come to an end is given up. */
const LONGEST = 120_000

/** The setting of import processes that V8 heeds when it looks whether compiled code is for it. */
const heap = `--max-old-space-size=${Math.round(limitsFor(0).heap / 1024 / 1024)}`

const runners: Readonly<Record<ImportRuntime, (file: string, runs: readonly (readonly string[])[]) => Promise<void>>> =
  {
    node: async (file, runs) => {
      for (const parameters of runs)
        await run(process.execPath, ['--no-warnings', heap, file, ...parameters], { timeout: LONGEST })
    },
    electron: async (file, runs) => {
      const runtime = runtimeExecutable(root)
      if (runtime === null) throw new Error('the Electron runtime is not there')
      const main = join(here, 'in-electron.cjs')
      // Without a profile of its own the runtime makes one in the home of who builds.
      const profile = `--user-data-dir=${join(dirname(file), 'profile')}`
      // Without a sandbox the runtime starts as any user; what it runs is the program's own, on files of the checkout.
      await run(runtime, ['--no-sandbox', '--disable-gpu', '--ozone-platform=headless', profile, main], {
        timeout: LONGEST,
        env: { ...process.env, PATHMARK_RUNS: JSON.stringify([file, `--js-flags=${heap}`, ...runs]) },
      })
    },
  }

/** Keeps beside the scripts of an import program in `folder` what the runtime compiles of them. */
export const keepCompiled = async (folder: string, runtime: ImportRuntime): Promise<void> => {
  const scratch = await mkdtemp(join(tmpdir(), 'pathmark-compiled-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        ssr: join(here, 'write-compiled.ts'),
        outDir: scratch,
        target: 'node20',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'write-compiled.cjs' } },
      },
    })
    const program = join(folder, 'program.cjs')
    const content = join(scratch, 'content.html')
    const tasks = [
      ...SAMPLES.map(sample => [join(root, sample), content, 'read']),
      [SAMPLES[0] ?? '', content, 'purify'],
    ]
    await runners[runtime](
      join(scratch, 'write-compiled.cjs'),
      tasks.map(task => [program, ...task]),
    )
  } finally {
    // A process of the runtime may be at its profile for a moment after the first of them has ended.
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
  }
}
