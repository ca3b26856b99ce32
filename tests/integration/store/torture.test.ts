import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyNoLoopDisks } from '../../torture/disks/loop-disk.ts'
import { makeSmallDisk, whyNoSmallDisk } from '../../torture/disks/small-disk.ts'
import { jsonOddities } from '../../torture/damage/json-oddities.ts'
import { trial as failingCalls } from '../../torture/failing-calls.torture.ts'
import { trial as flippedBytes } from '../../torture/flipped-bytes.torture.ts'
import { trial as fullDisk } from '../../torture/full-disk.torture.ts'
import { trial as jsonOddity } from '../../torture/json-oddities.torture.ts'
import { trial as kill } from '../../torture/kill.torture.ts'
import { trial as killCommand } from '../../torture/kill-command.torture.ts'
import { trial as oddTexts } from '../../torture/odd-texts.torture.ts'
import { trial as powerCut } from '../../torture/power-cut.torture.ts'
import { trial as truncation } from '../../torture/truncation.torture.ts'
import { trial as twoProcesses } from '../../torture/two-processes.torture.ts'
import type { Outcome, Trial } from '../../torture/trial.ts'
import { buildCommandLine } from '../cli/build-command-line.ts'

/** Generous: a trial takes a second or two on a machine that does nothing else. */
const LONGEST_TRIAL_MS = 120_000

const ROOT = resolve(import.meta.dirname, '../../..')
const SEED = 7

let scratch = ''
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pathmark-torture-'))
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

const run = (trial: Trial, rounds: number): Promise<Outcome> =>
  trial.run({ root: ROOT, scratch, seed: SEED, rounds, say: () => undefined })

const reached = { state: 'ran', missed: [] }

// The long forms are run by `npm run torture`.
describe('a short form of the trials reaches the goal:', { timeout: LONGEST_TRIAL_MS }, () => {
  it.each<readonly [string, Trial, number]>([
    ['killed processes', kill, 2],
    ['failing calls', failingCalls, 8],
    ['truncated files', truncation, 0.1],
    ['changed bytes', flippedBytes, 4],
    ['odd JSON', jsonOddity, 10],
    ['odd texts', oddTexts, 10],
  ])('%s', async (_name, trial, rounds) => {
    expect(await run(trial, rounds)).toMatchObject(reached)
  })

  it.each<readonly [string, Trial, number]>([
    ['killed commands', killCommand, 2],
    ['two processes', twoProcesses, 2],
  ])('%s', async (_name, trial, rounds) => {
    await buildCommandLine()
    expect(await run(trial, rounds)).toMatchObject(reached)
  })

  it('power cuts, or it says what is missing to try them', async () => {
    const why = await whyNoLoopDisks()
    expect(await run(powerCut, 2)).toMatchObject(why === null ? reached : { state: 'could-not-run', why })
  })

  it('a full disk, or it says what is missing to try it', async () => {
    const disk = (await whyNoSmallDisk()) === null ? await makeSmallDisk(scratch, 2 ** 20) : null
    await disk?.remove()
    await rm(scratch, { recursive: true, force: true })
    scratch = await mkdtemp(join(tmpdir(), 'pathmark-torture-'))
    expect(await run(fullDisk, 4)).toMatchObject(disk === null ? { state: 'could-not-run' } : reached)
  })
})

it('the list of odd JSON has three hundred that differ', () => {
  expect(new Set(jsonOddities.map(({ name }) => name)).size).toBe(jsonOddities.length)
  expect(jsonOddities.length).toBeGreaterThanOrEqual(300)
})
