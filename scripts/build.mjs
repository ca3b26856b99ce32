import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runSteps } from './build/run-steps.mjs'
import { ROOT, runScript } from './setup.mjs'

/** What the built program is made from. */
const INPUTS = [
  'src',
  'scripts/build',
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'tsconfig.base.json',
]
const STAMP = join(ROOT, 'out', '.built-from')

/** @param {string} path @returns {string[]} files below it, sorted */
const filesBelow = path =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap(entry => filesBelow(join(path, entry.name)))
    : [path]

const inputsHash = () => {
  const hash = createHash('sha256')
  for (const input of INPUTS)
    for (const file of filesBelow(join(ROOT, input))) hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** The steps of a build. The layers' import rules come first: a build that breaks them fails. */
const STEPS = [
  { name: 'import rules', command: ['oxlint', '--quiet', 'src'] },
  { name: 'window and main process', command: ['electron-vite', 'build', '--logLevel', 'warn'], warns: true },
  {
    name: 'command line',
    command: ['vite', 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
    warns: true,
  },
].map(({ command: [program = '', ...parameters], ...step }) => ({
  ...step,
  command: [join(ROOT, 'node_modules', '.bin', program), ...parameters],
}))

/**
 * Builds the program into `out/` when its sources changed since the last build.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether it is built now
 */
export const build = async ({ force = false } = {}) => {
  const wanted = inputsHash()
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true
  rmSync(STAMP, { force: true })
  console.log('Building …')
  if (!(await runSteps(STEPS, { cwd: ROOT }))) return false
  writeFileSync(STAMP, wanted)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runScript(async () => ((await build({ force: true })) ? 0 : 1))
