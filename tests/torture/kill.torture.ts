import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildProgram } from '../integration/store/child-program.ts'
import { followWriter } from './keeping/follow-writer.ts'
import { Ledger } from './keeping/ledger.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import { randomFrom, wholeNumber } from './random.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

/** The longest that a writer works before it is killed. */
const LONGEST_WORK_MS = 400

export const trial: Trial = {
  title: 'kill -9 while a process changes a library, at random moments',
  goal: 'no acknowledged change lost, none half there, nothing left over, the lock of the dead known at once',
  rounds: 200,
  run: async ({ root, scratch, seed, rounds, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const program = await buildProgram(join(root, 'tests/torture/programs/write-until-stopped.ts'), scratch)
    const ledger = new Ledger()
    const random = randomFrom(seed)
    const missed = await reopenAndCompare(setUp, ledger).then(() => [] as string[])
    let [asked, unanswered] = [0, 0]
    for (let round = 1; round <= rounds; round += 1) {
      const writer = followWriter(program, [setUp.folder, setUp.resources, String(seed * 1_000 + round)], ledger)
      await writer.opened
      await pause(wholeNumber(random, 0, LONGEST_WORK_MS))
      writer.kill()
      const end = await writer.over()
      asked += end.asked
      unanswered += end.asked - end.acknowledged
      const wrong = await reopenAndCompare(setUp, ledger)
      missed.push(...wrong.map(line => `kill ${round}: ${line}`))
      if (round % 20 === 0) say(`${round} kills, ${ledger.acknowledged} changes acknowledged, ${missed.length} amiss`)
    }
    return ran(
      `${rounds} kills, ${asked} changes asked for, ${ledger.acknowledged} acknowledged, ${unanswered} cut off unanswered; ${missed.length} things amiss`,
      missed,
    )
  },
}
