import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { openDatabase } from '#library/store/open-database.ts'
import { add, counterFormat, counterOf, mergeCounters } from './counter-format.ts'
import type { Counter } from './counter-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import type { FaultyDisk } from './faulty-disk.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

const openCounter = async (path: string, disk: FaultyDisk) => {
  const opened = await openDatabase<Counter>({
    path,
    format: counterFormat,
    initial: counterOf(),
    readOnlyReason: null,
    damagedCode: 'document-damaged',
    merge: mergeCounters,
    now: () => '2026-11-22T10:00:00.000Z',
    disk,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** One run of the program: so many updates, some of them at once, on a disk that fails at one operation or never. */
const anyRun = fc.record({
  updates: fc.integer({ min: 1, max: 4 }),
  atOnce: fc.boolean(),
  fault: fc.option(fc.record({ at: fc.nat(24), code: fc.constantFrom('power-cut', 'ENOSPC') })),
})

it('what was acknowledged is there after any number of runs, whatever fails in them', { timeout: 60_000 }, async () => {
  const path = join(await newFolder(), 'counter.json')
  await fc.assert(
    fc
      .asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 5 }), async runs => {
        const acknowledged: number[] = []
        let next = 0
        for (const { updates, atOnce, fault } of runs) {
          const database = await openCounter(path, faultyDisk(fault))
          expect(database.warnings).toEqual([])
          const update = async (count: number) => {
            if ((await database.update(add(count))).ok) acknowledged.push(count)
          }
          const counts = Array.from({ length: updates }, () => next++)
          if (atOnce) await Promise.all(counts.map(update))
          else for (const count of counts) await update(count)
        }
        const { data } = await openCounter(path, faultyDisk(null))
        expect(data.counts).toEqual(expect.arrayContaining(acknowledged))
      })
      .afterEach(async () => {
        await rm(path, { force: true })
        await rm(`${path}.previous`, { force: true })
      }),
    { numRuns: 60 },
  )
})
