import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { checkLibrary } from '#library/checking/check-library.ts'
import { makeBackup } from '#library/backups/make-backup.ts'
import { realDisk } from '#library/store/disk.ts'
import { fileSource } from '#library/import-source.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-23T12:00:00.000Z'

let root = ''
let setUp: LibrarySetUp
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
})

const rows = (count: number, from = 0): string =>
  JSON.stringify({
    rows: Array.from({ length: count }, (_, at) => ({
      id: `h${from + at}`,
      uri: 'https://elsewhere.example/paper',
      text: `note ${from + at}`,
      document: { title: ['Elsewhere'] },
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: `words ${from + at}` }] }],
    })),
  })

const bring = async (library: OpenLibrary, content: string): Promise<void> => {
  const path = join(root, 'marks.json')
  await writeFile(path, content)
  const read = await fileSource(path)()
  if (!read.ok) throw new Error(read.error.message)
  const report = await library.marks.import(read.value)
  if (!report.ok) throw new Error(report.error.message)
}

const notesWaiting = async (library: OpenLibrary): Promise<string[]> => {
  const marks = await library.marks.waiting()
  if (!marks.ok) throw new Error(marks.error.message)
  return marks.value.filter(({ deleted }) => deleted === undefined).map(({ mark }) => mark.note)
}

const file = (name = 'waiting-marks.json'): string => join(setUp.folder, name)

it('a long file of waiting marks takes changes in its journal, and is whole after a restart', async () => {
  let library = await setUp.opened()
  await bring(library, rows(300))
  await bring(library, rows(1, 300))
  expect(await readFile(file('waiting-marks.journal.jsonl'), 'utf8')).toContain('note 300')
  await library.close()
  library = await setUp.opened()
  expect(await notesWaiting(library)).toHaveLength(301)
  await library.close()
})

it('a damaged file is set aside, and the version before or what can be read takes its place', async () => {
  let library = await setUp.opened()
  await bring(library, rows(2))
  await library.close()
  const whole = JSON.parse(await readFile(file(), 'utf8')) as { marks: object[] }
  await rm(file('waiting-marks.json.previous'), { force: true })
  await writeFile(file(), JSON.stringify({ format: 2, marks: [whole.marks[0], { id: 'broken' }] }))
  library = await setUp.opened()
  expect(await notesWaiting(library)).toHaveLength(1)
  expect(library.warnings.join(' ')).toMatch(
    /waiting-marks\.json was damaged.*marks that could be read were kept \(1\); others may be lost/u,
  )
  expect((await readdir(setUp.folder)).some(name => name.startsWith('waiting-marks.json.damaged-'))).toBe(true)
  await library.close()
})

it('the file is checked, repaired and part of every backup', async () => {
  const library = await setUp.opened()
  await bring(library, rows(2))
  await library.close()
  const made = await makeBackup({ folder: setUp.folder, program: 'p', now: () => NOW, reason: 'asked', disk: realDisk })
  expect(made.ok).toBe(true)
  const backups = (await readdir(join(setUp.folder, 'backups'))).filter(name => name.endsWith('.json'))
  expect(await readFile(join(setUp.folder, 'backups', backups[0] ?? ''), 'utf8')).toContain('waiting-marks.json')
  const check = (repair: boolean) =>
    checkLibrary({ folder: setUp.folder, resources: join(root, 'resources'), program: 'p', now: () => NOW, repair })
  expect(await check(false)).toMatchObject({ ok: true, value: { ok: true } })
  await writeFile(file(), '{')
  expect(await check(false)).toMatchObject({ value: { ok: false, problems: [{ path: 'waiting-marks.json' }] } })
  expect(await check(true)).toMatchObject({ value: { problems: [{ path: 'waiting-marks.json' }] } })
  expect(await check(false)).toMatchObject({ value: { ok: true } })
})

it('two copies of a library come to one list, and what was placed in one waits in neither', async () => {
  const library = await setUp.opened()
  await bring(library, rows(2))
  const otherRoot = await newFolder()
  const other = await setUpLibrary(otherRoot)
  const theirs = await other.opened()
  await bring(theirs, rows(2, 1))
  const marks = await theirs.marks.waiting()
  if (!marks.ok) throw new Error(marks.error.message)
  await theirs.marks.saveWaiting(
    marks.value.filter(({ mark }) => mark.id === 'h1').map(mark => ({ ...mark, version: 2, deleted: NOW })),
  )
  await theirs.close()
  const united = await library.unite(other.folder)
  expect(united.ok).toBe(true)
  expect((await notesWaiting(library)).toSorted()).toEqual(['note 0', 'note 2'])
  await library.close()
})

it('a copy that a sync program left is taken in', async () => {
  let library = await setUp.opened()
  await bring(library, rows(1))
  await library.close()
  const other = await setUpLibrary(await newFolder())
  const theirs = await other.opened()
  await bring(theirs, rows(1, 5))
  await theirs.close()
  await writeFile(file('waiting-marks (2).json'), await readFile(join(other.folder, 'waiting-marks.json')))
  library = await setUp.opened()
  expect((await notesWaiting(library)).toSorted()).toEqual(['note 0', 'note 5'])
  expect(library.warnings.join(' ')).toContain('One waiting mark came from it.')
  await library.close()
})
