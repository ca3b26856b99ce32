import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import { realDisk } from '#library/store/disk.ts'
import type { Disk } from '#library/store/disk.ts'
import type { Result } from '#core/result/result.ts'
import { makeLargeLibrary } from './backups/large-library.ts'
import { ran } from './trial.ts'
import type { Trial } from './trial.ts'

const MARKS = 100
const MEGABYTE = 1_000_000
/** Milliseconds between two saves of somebody who types. */
const TYPING_RHYTHM = 100

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Counts the files that are opened for writing. */
const countingDisk = (): { readonly disk: Disk; readonly written: () => number } => {
  let written = 0
  const open: Disk['open'] = (path, flags, mode) => {
    if (flags === 'wx') written += 1
    return realDisk.open(path, flags, mode)
  }
  return { disk: { ...realDisk, open }, written: () => written }
}

export const trial: Trial = {
  title: 'back up and restore a library of so many articles with 100 marks each, notes being saved meanwhile',
  goal: 'only what changed is written again, all notes are saved, and a spoiled library is as before',
  rounds: 1_000,
  run: async ({ scratch, rounds, say }) => {
    const { set, ids, bytes } = await makeLargeLibrary(scratch, rounds, MARKS)
    say(`a library of ${rounds} articles, ${(bytes / MEGABYTE).toFixed(0)} MB`)
    const library = await set.opened()
    const { disk, written } = countingDisk()
    let time = Date.UTC(2026, 10, 23)
    const backups = new LibraryBackups({
      library,
      resources: join(scratch, 'resources'),
      program: 'torture',
      now: () => new Date((time += 60_000)).toISOString(),
      newId: () => crypto.randomUUID(),
      disk,
    })
    const missed: string[] = []
    const came: string[] = []
    const note = (value: string, version: number) => ({ value, modified: '2026-11-23T10:00:00.000Z', version })

    // Notes are saved while the first backup is made.
    let began = performance.now()
    const made = new AbortController()
    const waits: number[] = []
    const [busy = ''] = ids
    const typing = (async () => {
      for (let version = 1; !made.signal.aborted; version += 1) {
        const asked = performance.now()
        valueOf(await library.saveNotes(busy, [], note(`typed ${version}`, version)))
        waits.push(performance.now() - asked)
        await pause(TYPING_RHYTHM)
      }
    })()
    const first = valueOf(await backups.make('by-itself'))
    made.abort()
    await typing
    const slow = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0
    came.push(`${(bytes / MEGABYTE).toFixed(0)} MB backed up in ${seconds(began)}`)
    came.push(`${waits.length} saves meanwhile, p95 ${slow.toFixed(0)} ms`)
    say(came.join('; '))

    valueOf(await library.savePosition(busy, { offset: 1, progress: 0.5 }))
    const settled = valueOf(await backups.make('by-itself'))
    began = performance.now()
    let before = written()
    if (!valueOf(await backups.make('by-itself')).unchanged)
      missed.push('a backup was made although nothing had changed')
    came.push(`nothing changed: ${seconds(began)}`)
    if (written() !== before) missed.push(`${written() - before} files were written although nothing had changed`)

    valueOf(await library.saveNotes(ids[1] ?? '', [], note('one change', 1)))
    began = performance.now()
    before = written()
    valueOf(await backups.make('by-itself'))
    came.push(`one note changed: ${seconds(began)}`)
    // The list, the document's file or journal, and perhaps the index.
    if (written() - before > 5) missed.push(`${written() - before} files were written for one change`)

    // A tenth of the articles is spoiled.
    const spoiled = ids.filter((_, at) => at % 10 === 5)
    for (const id of spoiled) {
      const { annotations } = valueOf(await library.readNotes(id))
      const gone = annotations.map(mark => ({
        ...mark,
        version: mark.version + 1,
        deleted: '2026-11-23T11:00:00.000Z',
      }))
      valueOf(await library.saveNotes(id, gone, null))
    }
    began = performance.now()
    const plan = valueOf(await backups.compare(settled.id))
    came.push(`compared in ${seconds(began)}`)
    const lost = plan.documents.reduce((sum, { counts }) => sum + counts.back, 0)
    if (lost !== spoiled.length * MARKS)
      missed.push(`${lost} marks were said to come back of ${spoiled.length * MARKS}`)
    began = performance.now()
    const outcome = valueOf(await backups.restore(settled.id, { documents: null, removeNewer: true }))
    came.push(`${outcome.records} records restored in ${seconds(began)}`)
    missed.push(...outcome.failures)
    const left = valueOf(await backups.compare(settled.id))
    if (left.documents.length > 0) missed.push(`${left.documents.length} articles are not as they were`)
    if (first.backup.files.length < rounds * 2) missed.push('the first backup lacks files')
    await library.close()
    return ran(came.join('; '), missed)
  },
}
