import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { readStored } from '../integration/store/stored-file.ts'
import { markdownTable, writeBenchmarkSection } from './benchmark-page.ts'
import { annotationAt, makeLargeLibrary } from './keeping/large-library.ts'
import type { LargeLibrary } from './keeping/large-library.ts'
import { measureKeeping, percentile } from './keeping/measure-keeping.ts'
import type { Keeping } from './keeping/measure-keeping.ts'
import { stockLowdb, wholeFile } from './keeping/rewriting.ts'

const CHANGES = 300
/** The others take long enough to be told with fewer. */
const CHANGES_OF_OTHERS = 60
const DURABLE_GOAL = 20
const PAUSE_GOAL = 16

const HOW = `One annotation is added after the other, 20 ms apart, in the process that keeps the library, and each is waited for until it would outlast a
power cut. *Pause*: the longest time for which that process could do nothing else, the time between two changes included. The goal is
${DURABLE_GOAL} ms at the 95th percentile and no pause of more than ${PAUSE_GOAL} ms. The two others keep the same 10,000 annotations in one file without a journal; the first
of them does not flush, so that what it has answered may be lost.`

const row = (name: string, { times, longestPause }: Keeping, hasGoal: boolean): string[] => {
  const durable = percentile(times, 0.95)
  const met = durable < DURABLE_GOAL && longestPause < PAUSE_GOAL
  const cells = [
    name,
    percentile(times, 0.5).toFixed(1),
    durable.toFixed(1),
    (times.at(-1) ?? Number.NaN).toFixed(1),
    longestPause.toFixed(1),
    hasGoal ? (met ? 'met' : 'not met') : '',
  ]
  console.log(cells.join(' | '))
  return cells
}

const keepIn = (library: OpenLibrary, { ids, article }: LargeLibrary): Promise<Keeping> =>
  measureKeeping(CHANGES, async at => {
    // Not one document after the other: each one is opened, too.
    const id = ids[(at * 37) % ids.length] ?? ''
    const saved = await library.saveNotes(id, [annotationAt(article, 20_000 + at)], null)
    if (!saved.ok) throw new Error(saved.error.message)
  })

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'pathmark-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('one annotation among many, from the change to the disk', async () => {
  test.setTimeout(10 * 60_000)
  const rows = await inFolder(async root => {
    const large = await makeLargeLibrary(root, 1, 10_000)
    const [id = ''] = large.ids
    const library = await large.opened()
    await library.readNotes(id)
    const ours = row('Pathmark, 10,000 in one document', await keepIn(library, large), true)
    await library.close()
    const notes = await readStored<{ annotations: object[] }>(join(large.folder, 'documents', id, 'notes.json'))
    const others = [stockLowdb(join(root, 'lowdb.json'), notes), wholeFile(join(root, 'whole.json'), notes)]
    const measured: string[][] = []
    for (const { name, add } of others) {
      const kept = await measureKeeping(CHANGES_OF_OTHERS, at =>
        add(toWebAnnotation(annotationAt(large.article, 30_000 + at), id)),
      )
      measured.push(row(name, kept, false))
    }
    return [ours, ...measured]
  })
  const many = await inFolder(async root => {
    const large = await makeLargeLibrary(root, 1000, 100)
    const library = await large.opened()
    const kept = row('Pathmark, 100,000 in 1,000 documents', await keepIn(library, large), true)
    await library.close()
    return kept
  })
  writeBenchmarkSection(
    'Keeping annotations',
    `Node ${process.versions.node}`,
    [HOW, markdownTable(['', 'median ms', '95th ms', 'longest ms', 'pause ms', 'goal'], [...rows, many])].join('\n\n'),
  )
  expect(rows).toHaveLength(3)
})
