import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countSteps, migrateWithStop } from '../integration/migrating/older-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

/** More than a library of two articles takes; the trial goes through the steps that there are. */
const MOST_STEPS = 1_000

export const trial: Trial = {
  title: 'stop after each operation of the disk while a library of format 1 is brought to this one',
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
    const steps = await inFolder('whole', countSteps)
    const tried = Math.min(steps, rounds)
    const missed: string[] = []
    for (let round = 0; round < tried; round += 1) {
      // Fewer rounds than steps are spread over all of them.
      const at = Math.floor((round * steps) / tried)
      missed.push(...(await inFolder(`step-${at}`, root => migrateWithStop(root, at))))
      if (round % 25 === 24) say(`${round + 1} of ${tried} stops, ${missed.length} missed`)
    }
    return ran(`${tried} stops at ${steps} operations, ${missed.length} missed`, missed)
  },
}
