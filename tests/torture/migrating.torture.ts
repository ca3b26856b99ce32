import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countSteps, migrateWithStop } from '../integration/migrating/older-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

/** More than both libraries take together; the trial goes through the steps that there are. */
const MOST_STEPS = 3_000

export const trial: Trial = {
  title: 'stop after each operation of the disk while libraries of formats 1 and 2 are brought to this one',
  goal: 'in between and afterwards it reads as before, and the next opening finishes',
  rounds: MOST_STEPS,
  run: async ({ scratch, rounds, say }) => {
    const inFolder = async <T>(name: string, work: (root: string) => Promise<T>): Promise<T> => {
      const root = join(scratch, name)
      await mkdir(root)
      try {
        return await work(root)
      } finally {
        await rm(root, { recursive: true, force: true })
      }
    }
    const [first, second] = [
      await inFolder('whole-1', root => countSteps(root, 1)),
      await inFolder('whole-2', root => countSteps(root, 2)),
    ]
    const steps = first + second
    const tried = Math.min(steps, rounds)
    const missed: string[] = []
    for (let round = 0; round < tried; round += 1) {
      // Fewer rounds than steps are spread over all of them.
      const step = Math.floor((round * steps) / tried)
      const [format, at] = step < first ? ([1, step] as const) : ([2, step - first] as const)
      missed.push(...(await inFolder(`step-${step}`, root => migrateWithStop(root, at, format))))
      if (round % 25 === 24) say(`${round + 1} of ${tried} stops, ${missed.length} missed`)
    }
    return ran(`${tried} stops at ${steps} operations, ${missed.length} missed`, missed)
  },
}
