import type { OpenLibrary } from '#library/open-library.ts'
import { faultyDisk } from '../integration/store/faulty-disk.ts'
import { keyOf } from './keeping/change.ts'
import type { Change } from './keeping/change.ts'
import { Ledger } from './keeping/ledger.ts'
import { keepChange, makeChange, readKnownDocuments } from './keeping/make-changes.ts'
import type { KnownDocument } from './keeping/make-changes.ts'
import { readRecords } from './keeping/read-records.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary } from './keeping/sample-library.ts'
import type { SampleLibrary } from './keeping/sample-library.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

const CODES = ['EIO', 'ENOSPC', 'EROFS', 'EDQUOT'] as const

/** Failures of every kind of change, in files that are rewritten and in files with a journal. */
const CHANGES = 8

/** Calls in a round that may fail one after the other: more than a round has. */
const MOST_CALLS = 500

interface Counts {
  failed: number
  refused: number
}

const keep = async (library: OpenLibrary, ledger: Ledger, changes: readonly Change[]): Promise<Change[]> => {
  const refused: Change[] = []
  for (const change of changes) {
    const acknowledge = ledger.ask(change)
    if ((await keepChange(library, change)).ok) acknowledge()
    else refused.push(change)
  }
  return refused
}

const someChanges = (documents: readonly KnownDocument[], random: Random): Change[] =>
  Array.from({ length: CHANGES }, () => makeChange(documents, random, new Date().toISOString()))

/**
 * Opens the library, lets the call with a number fail once while some things are changed and the library is closed, asks again for
 * what was refused, and looks at what is there. `reached` is false when there were not so many calls.
 */
const failOnce = async (setUp: SampleLibrary, at: number, code: string, random: Random, counts: Counts) => {
  const fault = { at: Infinity, code }
  const disk = faultyDisk(fault)
  const library = await setUp.opened({ create: false, disk })
  const ledger = new Ledger()
  ledger.settle(await readRecords(library))
  const documents = await readKnownDocuments(library)
  fault.at = disk.done.length + at
  const changes = someChanges(documents, random)
  const last = new Map(changes.map(change => [keyOf(change), change]))
  const refused = await keep(library, ledger, changes)
  // As the window does it: of each record the state that it was given last, and no older one.
  const again = await keep(
    library,
    ledger,
    refused.filter(change => last.get(keyOf(change)) === change),
  )
  const failedBeforeClosing = disk.done.length > fault.at
  await library.close()
  const reached = disk.done.length > fault.at
  counts.refused += refused.length
  if (reached) counts.failed += 1
  const what = `${code} in ${disk.done[fault.at] ?? 'nothing'}, call ${at}`
  const wrong = [
    ...(failedBeforeClosing ? again.map(({ kind }) => `a ${kind} was refused again`) : []),
    ...(await reopenAndCompare(setUp, ledger)),
  ]
  return { reached, wrong: wrong.map(line => `${what}: ${line}`) }
}

export const trial: Trial = {
  title:
    'each call to the disk failing once with EIO, ENOSPC, EROFS and EDQUOT while things are changed and the library is closed',
  goal: 'the old state or the new, what is refused is kept when it is asked for again, nothing left over',
  rounds: CODES.length * MOST_CALLS,
  run: async ({ scratch, seed, rounds, say }) => {
    const setUp = await makeSampleLibrary(scratch)
    const random = randomFrom(seed)
    const counts: Counts = { failed: 0, refused: 0 }
    const missed: string[] = []
    const calls = Math.ceil(rounds / CODES.length)
    for (const code of CODES) {
      for (let at = 0; at < calls; at += 1) {
        const { reached, wrong } = await failOnce(setUp, at, code, random, counts)
        missed.push(...wrong)
        if (!reached) break
      }
      say(`${code}: ${counts.failed} calls failed so far, ${counts.refused} changes refused, ${missed.length} amiss`)
    }
    if (counts.refused === 0) missed.push('nothing was refused, so that the trial proves nothing')
    return ran(
      `${counts.failed} calls failed once each, ${counts.refused} changes refused and kept afterwards; ${missed.length} things amiss`,
      missed,
    )
  },
}
