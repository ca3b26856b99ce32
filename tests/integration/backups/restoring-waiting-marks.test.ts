import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { fileSource } from '#library/import-source.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { backedUpLibrary, valueOf } from './backed-up-library.ts'
import type { BackedUpLibrary } from './backed-up-library.ts'

const newFolder = temporaryFolders()
const MARKS = join(import.meta.dirname, '../../fixtures/marks/readwise.csv')

const marksOf = async (path: string) => valueOf(await fileSource(path)())

let root: string
let set: BackedUpLibrary
let backup: string
let count: number
beforeEach(async () => {
  root = await newFolder()
  set = await backedUpLibrary(root)
  valueOf(await set.library.marks.import(await marksOf(MARKS)))
  count = (await living()).length
  backup = valueOf(await set.backups.make('asked')).id
})

const living = async (library = set.library) =>
  valueOf(await library.marks.waiting()).filter(({ deleted }) => deleted === undefined)

const removeAll = async (): Promise<void> => {
  const marks = await living()
  const deleted = '2026-11-23T13:00:00.000Z'
  valueOf(await set.library.marks.saveWaiting(marks.map(mark => ({ ...mark, deleted, version: mark.version + 1 }))))
}

it('marks that wait and were removed come back, the plan says so, and that can be taken back', async () => {
  expect(count).toBeGreaterThan(0)
  const was = (await living()).map(({ id, mark }) => ({ id, mark }))
  await removeAll()
  expect(await living()).toEqual([])
  const plan = valueOf(await set.backups.compare(backup))
  expect(plan.waiting.counts).toEqual({ back: count, changed: 0, newer: 0 })
  expect(plan.waiting.items[0]).toMatchObject({
    kind: 'waiting-mark',
    change: 'back',
    label: expect.stringMatching(/.+: .+/u),
  })
  const done = valueOf(await set.backups.restore(backup, { documents: null, removeNewer: false }))
  expect(done).toMatchObject({ records: count, failures: [] })
  expect((await living()).map(({ id, mark }) => ({ id, mark }))).toEqual(was)

  valueOf(await set.backups.restore(done.before, { documents: null, removeNewer: true }))
  expect(await living()).toEqual([])
  await set.library.close()
})

it('a lost file of waiting marks comes back', async () => {
  await set.library.close()
  for (const name of ['waiting-marks.json', 'waiting-marks.json.previous'])
    await rm(join(set.folder, name), { force: true })
  const library = await set.openAgain()
  expect(await living(library)).toEqual([])
  valueOf(await set.backupsOf(library).restore(backup, { documents: null, removeNewer: false }))
  expect(await living(library)).toHaveLength(count)
  await library.close()
})

it('a mark that was put on its article since does not wait a second time, and restoring one article touches none', async () => {
  const marks = await living()
  const about = { deleted: '2026-11-23T13:00:00.000Z', placed: set.id }
  valueOf(await set.library.marks.saveWaiting(marks.map(mark => ({ ...mark, ...about, version: mark.version + 1 }))))
  expect(valueOf(await set.backups.compare(backup)).waiting.items).toEqual([])
  valueOf(await set.backups.restore(backup, { documents: null, removeNewer: true }))
  expect(await living()).toEqual([])
  await set.library.close()
})

it('marks that came since stay, or go when the reader says so', async () => {
  valueOf(await set.library.marks.import(await marksOf(join(MARKS, '../hypothesis-search.json'))))
  const now = (await living()).length
  expect(now).toBeGreaterThan(count)
  const { waiting } = valueOf(await set.backups.compare(backup))
  expect(waiting.counts).toEqual({ back: 0, changed: 0, newer: now - count })
  valueOf(await set.backups.restore(backup, { documents: null, removeNewer: false }))
  expect(await living()).toHaveLength(now)
  valueOf(await set.backups.restore(backup, { documents: null, removeNewer: true }))
  expect(await living()).toHaveLength(count)
  await set.library.close()
})

it('an article that was moved to the trash since is said to be there', async () => {
  valueOf(await set.library.moveToTrash(set.id))
  expect(valueOf(await set.backups.compare(backup)).gone).toMatchObject([{ id: set.id, inTrash: true }])
  await set.library.close()
})

it('the journal of waiting marks that a sync program left of another copy is taken in', async () => {
  // Long enough that a change goes to the journal.
  const long = 'x'.repeat(70_000)
  const [first, ...others] = await living()
  if (first === undefined) throw new Error('No mark waits.')
  const longer = { ...first, mark: { ...first.mark, note: long }, version: first.version + 1 }
  valueOf(await set.library.marks.saveWaiting([longer, ...others]))
  const before = await readFile(join(set.folder, 'waiting-marks.json'))
  await removeAll()
  const journal = await readFile(join(set.folder, 'waiting-marks.journal.jsonl'))
  await set.library.close()
  await writeFile(join(set.folder, 'waiting-marks.json'), before)
  await rm(join(set.folder, 'waiting-marks.journal.jsonl'), { force: true })
  await rm(join(set.folder, 'waiting-marks.journal.jsonl.previous'), { force: true })
  await writeFile(join(set.folder, "waiting-marks.journal (Anna's conflicted copy 2026-11-22).jsonl"), journal)
  const library = await set.openAgain()
  expect(await living(library)).toEqual([])
  expect(library.warnings.join('\n')).toMatch(/waiting-marks.*was united with what is here.*waiting mark/u)
  await library.close()
})
