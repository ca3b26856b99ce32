import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createServer, isRunnableDevEnvironment } from 'vite'
import { removeFolder } from '../remove-folder.mjs'

/**
 * Runs one trial in this process: `run-trial.mjs NAME SEED ROUNDS REPORT`. ROUNDS 0 is the trial's own number; what it came to
 * is written to REPORT as JSON.
 */
const [name = '', seed = '1', rounds = '0', report = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '..', '..')
const scratchOf = process.env['PATHMARK_SCRATCH'] ?? tmpdir()
mkdirSync(scratchOf, { recursive: true })
const scratch = mkdtempSync(join(scratchOf, `pathmark-torture-${name}-`))
const path = join(root, 'tests', 'torture', `${name}.torture.ts`)
// Vite reads TypeScript as it is, and goes on doing so while a trial loads further modules.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
const environment = server.environments['ssr']
if (environment === undefined || !isRunnableDevEnvironment(environment)) throw new Error('Vite runs no modules here')
/** @type {{ trial: import('../../tests/torture/trial.ts').Trial }} */
const { trial } = await environment.runner.import(path)
const began = performance.now()
try {
  const outcome = await trial.run({
    root,
    scratch,
    seed: Number(seed),
    rounds: Number(rounds) || trial.rounds,
    say: line => console.log(`  ${line}`),
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  writeFileSync(report, JSON.stringify({ outcome, seconds }))
} catch (error) {
  console.error(`${relative(root, path)} broke off: ${error instanceof Error ? error.stack : String(error)}`)
  process.exitCode = 1
} finally {
  removeFolder(scratch)
}
// A program that a trial started and lost must not keep this one alive.
process.exit()
