import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildProgram, startProgram } from '../integration/store/child-program.ts'
import { diskKinds, makeLoopDisk, whyNoLoopDisks } from './disks/loop-disk.ts'
import type { LoopDisk } from './disks/loop-disk.ts'
import { followWriter } from './keeping/follow-writer.ts'
import { Ledger } from './keeping/ledger.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import { randomFrom, wholeNumber } from './random.ts'
import type { Random } from './random.ts'
import { couldNotRun, ran } from './trial.ts'
import type { Trial, TrialOptions } from './trial.ts'

/** The longest that a writer works before the power goes. */
const LONGEST_WORK_MS = 600

/** After so many acknowledged writes of the control the power goes. */
const CONTROL_WRITES = 300

/** Cuts the power while the library is changed, several times on one disk. */
const cutOften = async (
  disk: LoopDisk,
  programs: string,
  rounds: number,
  options: Pick<TrialOptions, 'root' | 'seed'>,
) => {
  const { root, seed } = options
  const setUp = await makeSampleLibrary(disk.folder)
  const program = await buildProgram(join(root, 'tests/torture/programs/write-until-stopped.ts'), programs)
  const ledger = new Ledger()
  await disk.restart()
  const missed = (await reopenAndCompare(setUp, new Ledger())).filter(line => line.includes('check'))
  const random: Random = randomFrom(seed)
  // What the library holds before the first cut is compared, too.
  await reopenAndCompare(setUp, ledger)
  let [asked, late] = [0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const writer = followWriter(program, [setUp.folder, setUp.resources, String(seed * 1_000 + round)], ledger)
    await writer.opened
    await pause(wholeNumber(random, 0, LONGEST_WORK_MS))
    writer.powerGoes()
    await disk.cut()
    writer.kill()
    const over = await writer.over()
    asked += over.asked
    late += over.late
    await disk.restart()
    const wrong = await reopenAndCompare(setUp, ledger)
    missed.push(...wrong.map(line => `${disk.kind}, cut ${round}: ${line}`))
  }
  return { asked, acknowledged: ledger.acknowledged, late, missed }
}

/** How many acknowledged writes lowdb's own adapter loses at one cut: what shows that a cut does lose what was not flushed. */
const control = async (disk: LoopDisk, programs: string, root: string): Promise<number> => {
  const program = await buildProgram(join(root, 'tests/torture/programs/write-with-lowdb.ts'), programs)
  const path = join(disk.folder, 'control.json')
  const child = startProgram(program, path)
  let acknowledged = 0
  while (acknowledged < CONTROL_WRITES) acknowledged = Number(await child.line())
  await disk.cut()
  child.process.kill('SIGKILL')
  await child.end()
  await disk.restart()
  try {
    return acknowledged - (JSON.parse(await readFile(path, 'utf8')) as { count: number }).count
  } catch {
    // Not there, empty, or NUL bytes: everything that was acknowledged is gone.
    return acknowledged
  }
}

export const trial: Trial = {
  title: 'power cut while a process changes a library, at random moments, on ext4 and XFS',
  goal: 'no acknowledged change lost, none half there, and the control (lowdb as it is) loses some',
  rounds: 40,
  run: async ({ root, scratch, seed, rounds, say }) => {
    const why = await whyNoLoopDisks()
    if (why !== null) return couldNotRun(why)
    const missed: string[] = []
    const lostByControl: number[] = []
    let [asked, acknowledged, late, cuts] = [0, 0, 0, 0]
    for (const [index, kind] of diskKinds.entries()) {
      const share = Math.floor(rounds / diskKinds.length) + Number(index < rounds % diskKinds.length)
      if (share === 0) continue
      const disk = await makeLoopDisk(scratch, kind)
      try {
        lostByControl.push(await control(disk, scratch, root))
        const cut = await cutOften(disk, scratch, share, { root, seed: seed + index })
        asked += cut.asked
        acknowledged += cut.acknowledged
        late += cut.late
        cuts += share
        missed.push(...cut.missed)
        say(`${kind.name}: ${share} cuts, ${cut.acknowledged} changes acknowledged, ${cut.missed.length} amiss`)
      } finally {
        await disk.remove()
      }
    }
    if (lostByControl.every(lost => lost === 0))
      missed.push('the control lost nothing, so that the trial proves nothing')
    return ran(
      `${cuts} cuts, ${asked} changes asked for, ${acknowledged} acknowledged before the power began to go and ${late} while it went; ${missed.length} things amiss; the control lost ${lostByControl.join(', ')} of its last ${CONTROL_WRITES} or more acknowledged writes`,
      missed,
    )
  },
}
