import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errors } from '@playwright/test'
import type { Change } from './keeping/change.ts'
import { keepInWindow } from './keeping/keep-in-window.ts'
import type { WindowKeeper } from './keeping/keep-in-window.ts'
import { Ledger } from './keeping/ledger.ts'
import { makeChange, readKnownDocuments } from './keeping/make-changes.ts'
import type { KnownDocument } from './keeping/make-changes.ts'
import { readRecords } from './keeping/read-records.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import type { SampleLibrary } from './keeping/sample-library.ts'
import { randomFrom, wholeNumber } from './random.ts'
import type { Random } from './random.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'
import { startWindow } from './window.ts'

/** The longest that the window is worked in before it is killed. */
const LONGEST_WORK_MS = 1_000

/** All but positions: the window keeps those itself. */
const isPosition = (key: string): boolean => key.startsWith('position')

const nextChanges = (documents: readonly KnownDocument[], random: Random): Change[] => {
  const atOnce = random() < 0.5 ? 1 : wholeNumber(random, 2, 20)
  const made = Array.from({ length: atOnce }, () => makeChange(documents, random, new Date().toISOString()))
  return made.filter(({ kind }) => kind !== 'position')
}

/** Works until the window is gone; gives what was refused. */
const workUntilKilled = async (
  keeper: WindowKeeper,
  documents: readonly KnownDocument[],
  random: Random,
  isKilled: () => boolean,
): Promise<string[]> => {
  for (;;) {
    try {
      const refusals = await keeper.keep(nextChanges(documents, random))
      if (refusals.length > 0) return refusals
    } catch (error) {
      if (isKilled() && error instanceof Error && !(error instanceof errors.TimeoutError)) return []
      throw error
    }
  }
}

const readDocuments = async (setUp: SampleLibrary): Promise<KnownDocument[]> => {
  const library = await setUp.opened({ write: false, create: false })
  const documents = await readKnownDocuments(library)
  await library.close()
  return documents
}

const settleLedger = async (setUp: SampleLibrary, ledger: Ledger): Promise<void> => {
  const library = await setUp.opened({ write: false, create: false })
  ledger.settle(new Map([...(await readRecords(library))].filter(([key]) => !isPosition(key))))
  await library.close()
}

export const trial: Trial = {
  title: 'kill -9 of the main process while changes are made through the window, at random moments',
  goal: 'no change lost that the bridge acknowledged, none half there, nothing left over, the lock of the dead known at once',
  rounds: 200,
  runs: 'window',
  run: async ({ root, scratch, seed, rounds, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const ledger = new Ledger()
    const random = randomFrom(seed)
    const missed: string[] = []
    let asked = 0
    await settleLedger(setUp, ledger)
    for (let round = 1; round <= rounds; round += 1) {
      const documents = await readDocuments(setUp)
      const window = await startWindow({ root, scratch }, { library: setUp.folder, home: join(scratch, 'home') })
      const keeper = await keepInWindow(window.page, ledger)
      let killed = false
      const work = workUntilKilled(keeper, documents, random, () => killed)
      await Promise.race([work, pause(wholeNumber(random, 20, LONGEST_WORK_MS))])
      killed = true
      await window.kill()
      const wrong = (await work).map(line => `refused: ${line}`)
      asked += keeper.asked
      wrong.push(...(await reopenAndCompare(setUp, ledger, { ignore: isPosition })))
      missed.push(...wrong.map(line => `kill ${round}: ${line}`))
      if (round % 20 === 0) say(`${round} kills, ${ledger.acknowledged} changes acknowledged, ${missed.length} amiss`)
    }
    return ran(
      `${rounds} starts and kills, ${asked} changes asked for, ${ledger.acknowledged} acknowledged, ${asked - ledger.acknowledged} cut off unanswered; ${missed.length} things amiss`,
      missed,
    )
  },
}
