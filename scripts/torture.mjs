import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { runOnVirtualScreens } from './as-ordinary-user.mjs'
import { build } from './build.mjs'
import { ROOT, runScript, setUp } from './setup.mjs'
import { runCommand } from './setup/run-command.mjs'
import { SetUpFailure } from './setup/set-up-failure.mjs'
import { countedNetwork } from './torture/counted-network.mjs'
import { keepOnPage, tableOf } from './torture/torture-page.mjs'

/**
 * @typedef {import('../tests/torture/trial.ts').Trial} Trial
 * @typedef {import('../tests/torture/trial.ts').Outcome} Outcome
 * @typedef {{ name: string, trial: Trial, outcome: Outcome, seconds: number, seed: number, rounds: number }} Ran
 */

const FOLDER = join(ROOT, 'tests', 'torture')
const SUFFIX = '.torture.ts'

const USAGE = `npm run torture [-- NAME…] [--rounds N] [--seed N] [--list]

Runs the trials whose name is or begins with one of the words, or all of them. With --rounds nothing is written to
docs/torture.md, as the figures are then not those of the long form.`

/** @param {readonly string[]} words @returns {Promise<{ name: string, trial: Trial }[]>} */
const chosenTrials = async words => {
  const names = readdirSync(FOLDER)
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length))
    .toSorted()
  for (const word of words)
    if (!names.some(name => name.startsWith(word)))
      throw new SetUpFailure(`There is no trial “${word}”. There are: ${names.join(', ')}.`)
  const wanted = names.filter(name => words.length === 0 || words.some(word => name.startsWith(word)))
  const trials = []
  for (const name of wanted) {
    const path = join(FOLDER, `${name}${SUFFIX}`)
    const { module } = await runnerImport(path, { root: ROOT, configFile: false, logLevel: 'error' })
    trials.push({ name, trial: /** @type {{ trial: Trial }} */ (module).trial })
  }
  return trials
}

/**
 * Runs one trial as a process; one that breaks off has missed its goal.
 * @param {{ name: string, trial: Trial }} chosen @param {number} seed @param {number} rounds 0 for the trial's own number
 * @returns {Promise<Ran>}
 */
const runTrial = async ({ name, trial }, seed, rounds) => {
  console.log(`\n${name}: ${trial.title}`)
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-torture-'))
  // The report may be written by the ordinary user whom a window needs.
  chmodSync(folder, 0o777)
  const report = join(folder, 'report.json')
  const began = performance.now()
  const parameters = [join('scripts', 'torture', 'run-trial.mjs'), name, String(seed), String(rounds), report]
  if (trial.runs === 'window') {
    const within = trial.network === 'counted' ? await countedNetwork() : []
    const { cleanUp } = await runOnVirtualScreens([process.execPath, ...parameters], { within })
    cleanUp()
  } else {
    await runCommand(process.execPath, parameters, { cwd: ROOT, show: true })
  }
  const facts = { name, trial, seed, rounds: rounds || trial.rounds }
  try {
    return { ...facts, ...JSON.parse(readFileSync(report, 'utf8')) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const seconds = Math.round((performance.now() - began) / 1000)
    const missed = ['the trial ended without an outcome; what it printed says why']
    return { ...facts, outcome: { state: 'ran', cameOut: 'broke off', missed }, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the trials that try to break Pathmark, or those that are named. Exit status 1 when a goal is missed. */
await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  await setUp({ display: true })
  const chosen = await chosenTrials(positionals)
  if (values.list) {
    for (const { name, trial } of chosen) console.log(`${name}\n  ${trial.title}\n  goal: ${trial.goal}`)
    return 0
  }
  if (!(await build())) return 1
  const seed = Number(values.seed ?? 1)
  const rounds = Number(values.rounds ?? 0)
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(rounds) || rounds < 0)
    throw new SetUpFailure('--seed and --rounds take whole numbers.')
  const all = []
  for (const trial of chosen) all.push(await runTrial(trial, seed, rounds))
  console.log(`\n${tableOf(all)}`)
  if (rounds === 0) keepOnPage(all)
  return all.some(({ outcome }) => outcome.state === 'ran' && outcome.missed.length > 0) ? 1 : 0
})
