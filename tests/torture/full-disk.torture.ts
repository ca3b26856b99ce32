import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FailureCode } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { makeSmallDisk, whyNoSmallDisk } from './disks/small-disk.ts'
import type { SmallDisk } from './disks/small-disk.ts'
import { keyOf } from './keeping/change.ts'
import type { Change } from './keeping/change.ts'
import { Ledger } from './keeping/ledger.ts'
import { keepChange, makeChange, readKnownDocuments } from './keeping/make-changes.ts'
import { readRecords } from './keeping/read-records.ts'
import { reopenAndCompare } from './keeping/reopen.ts'
import { makeSampleLibrary, samplePage } from './keeping/sample-library.ts'
import type { SampleLibrary } from './keeping/sample-library.ts'
import { oneOf, randomFrom, wholeNumber } from './random.ts'
import type { Random } from './random.ts'
import { couldNotRun, ran } from './trial.ts'
import type { Trial } from './trial.ts'

const DISK_SIZE = 24 * 2 ** 20

/** What a disk does for a while, what a refused change then has to be told as, and how it is over. */
interface Trouble {
  readonly name: string
  readonly begin: (disk: SmallDisk, random: Random) => Promise<void>
  readonly end: (disk: SmallDisk) => Promise<void>
  readonly toldAs: readonly FailureCode[]
}

const full: Trouble = {
  name: 'full',
  begin: (disk, random) => disk.fill(wholeNumber(random, 0, 40) * 4_096),
  end: disk => disk.empty(),
  toldAs: ['disk-full'],
}
const readOnly: Trouble = {
  name: 'read-only',
  begin: disk => disk.setReadOnly(true),
  end: disk => disk.setReadOnly(false),
  toldAs: ['not-writable'],
}
const gone: Trouble = {
  name: 'gone',
  begin: disk => disk.takeAway(),
  end: disk => disk.bringBack(),
  toldAs: ['not-writable', 'not-found', 'library-missing', 'document-damaged'],
}

interface Counts {
  asked: number
  refused: number
  imports: number
}

/** Asks for some changes, one at a time or at once; gives those that were refused, and what was told otherwise than it had to be. */
const changeSome = async (library: OpenLibrary, ledger: Ledger, changes: readonly Change[], trouble: Trouble) => {
  const refused: Change[] = []
  const wrong: string[] = []
  await Promise.all(
    changes.map(async change => {
      const acknowledge = ledger.ask(change)
      const kept = await keepChange(library, change)
      if (kept.ok) {
        acknowledge()
        return
      }
      refused.push(change)
      const { code, message } = kept.error
      if (!trouble.toldAs.includes(code)) wrong.push(`a ${change.kind} was refused as ${code}: ${message}`)
    }),
  )
  return { refused, wrong }
}

/** Imports a page during the trouble and after it; whole or not at all, and whole in the end. */
const importSome = async (library: OpenLibrary, path: string, over: () => Promise<void>, trouble: Trouble) => {
  const before = library.documents().length
  const first = await library.importFile(path)
  const wrong: string[] = []
  if (!first.ok && !trouble.toldAs.includes(first.error.code))
    wrong.push(`an import was refused as ${first.error.code}: ${first.error.message}`)
  if (!first.ok && library.documents().length !== before) wrong.push('an import was refused and is listed')
  await over()
  const second = await library.importFile(path)
  if (!second.ok) wrong.push(`an import was refused after the trouble: ${second.error.message}`)
  return wrong
}

const oneRound = async (setUp: SampleLibrary, disk: SmallDisk, trouble: Trouble, random: Random, counts: Counts) => {
  const library = await setUp.opened({ create: false })
  const ledger = new Ledger()
  ledger.settle(await readRecords(library))
  const documents = await readKnownDocuments(library)
  const known = new Set(documents.map(({ article }) => article.id))
  const wrong: string[] = []
  await trouble.begin(disk, random)
  let isOver = false
  const over = async (): Promise<void> => {
    if (!isOver) await trouble.end(disk)
    isOver = true
  }
  const now = () => new Date().toISOString()
  const changes = Array.from({ length: wholeNumber(random, 1, 12) }, () => makeChange(documents, random, now()))
  counts.asked += changes.length
  const { refused, wrong: told } = await changeSome(library, ledger, changes, trouble)
  counts.refused += refused.length
  wrong.push(...told)
  if (trouble !== gone) {
    // What lies on the disk meanwhile is what another program would find after a crash now.
    const reader = await setUp.opened({ create: false, write: false })
    wrong.push(...ledger.compare(await readRecords(reader)).map(line => `meanwhile: ${line}`))
    await reader.close()
  }
  if (trouble === full && random() < 0.25) {
    const path = join(dirname(disk.folder), `import-${counts.imports++}.html`)
    await writeFile(path, samplePage(`Import ${counts.imports}`, 200))
    wrong.push(...(await importSome(library, path, over, trouble)))
  }
  await over()
  // As the window does it: of each record the state that it was given last, and no older one.
  const last = new Map(changes.map(change => [keyOf(change), change]))
  const latest = refused.filter(change => last.get(keyOf(change)) === change)
  const again = await changeSome(library, ledger, latest, trouble)
  wrong.push(...again.refused.map(({ kind }) => `a ${kind} was refused after the trouble`))
  await library.close()
  // What an import of this round brought is looked at from the next round on.
  const isNew = (key: string): boolean => !key.startsWith('name') && !known.has(key.split(' ')[1] ?? '')
  return [...wrong, ...(await reopenAndCompare(setUp, ledger, { ignore: isNew }))].map(
    line => `${trouble.name}: ${line}`,
  )
}

export const trial: Trial = {
  title: 'a disk that is full, read-only or gone for a while, with changes and imports meanwhile',
  goal: 'the old state or the new, refusals told as what they are, everything there when the trouble is over, nothing left over',
  rounds: 100,
  run: async ({ scratch, seed, rounds, say }) => {
    const why = await whyNoSmallDisk()
    const disk = why === null ? await makeSmallDisk(scratch, DISK_SIZE) : null
    if (disk === null) return couldNotRun(why ?? 'needs the right to mount')
    try {
      const root = join(disk.folder, 'root')
      await mkdir(root)
      const setUp = await makeSampleLibrary(root)
      const random = randomFrom(seed)
      const counts: Counts = { asked: 0, refused: 0, imports: 0 }
      const missed: string[] = []
      for (let round = 1; round <= rounds; round += 1) {
        const trouble = round % 5 === 0 ? oneOf(random, [readOnly, gone]) : full
        const wrong = await oneRound(setUp, disk, trouble, random, counts)
        missed.push(...wrong.map(line => `round ${round}, ${line}`))
        if (round % 20 === 0)
          say(`${round} rounds, ${counts.refused} of ${counts.asked} refused, ${missed.length} amiss`)
      }
      if (counts.refused === 0) missed.push('nothing was refused, so that the trial proves nothing')
      return ran(
        `${rounds} rounds, ${counts.asked} changes asked for, ${counts.refused} refused and kept afterwards, ${counts.imports} imports; ${missed.length} things amiss`,
        missed,
      )
    } finally {
      await disk.remove()
    }
  },
}
