import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { readWhole, setUpLibrary } from './library-folder.ts'

const newFolder = temporaryFolders()

/** A library as the last program of format 1 left it: two articles, one of them updated, with all a reader can make. */
const formatOne = join(import.meta.dirname, '../../fixtures/library-format-1')
const BUNDLED = 'how-il-10-calms-a-nerve-952c8236'
const UPDATED = 'repair-of-a-nerve-908db1fd'

const olderLibrary = async () => {
  const root = await newFolder()
  const setUp = await setUpLibrary(root)
  await cp(formatOne, setUp.folder, { recursive: true })
  return { root, ...setUp }
}

const stored = async (folder: string, path: string) =>
  JSON.parse(await readFile(join(folder, path), 'utf8')) as Record<string, unknown>

/** All that a reader can see of the library. */
const shown = async (library: OpenLibrary) => ({
  documents: library.documents(),
  bundled: await readWhole(library, BUNDLED),
  updated: await readWhole(library, UPDATED),
  report: await library.readReport(UPDATED),
  names: await library.ownNames(),
  warnings: library.warnings,
})

it('a library of format 1 opens with everything in it, whether it is opened for reading or for writing', async () => {
  const { folder, opened } = await olderLibrary()
  const reader = await opened({ write: false })
  const read = await shown(reader)
  await reader.close()
  const library = await opened()
  expect(await shown(library)).toEqual(read)
  await library.close()

  const old = await stored(formatOne, `documents/${UPDATED}/notes.json`)
  const now = await stored(folder, `documents/${UPDATED}/notes.json`)
  expect(now['annotations']).toEqual(old['annotations'])
  expect(read).toMatchObject({
    documents: [{ id: BUNDLED, position: { offset: 12, progress: 0.25 } }, { id: UPDATED }],
    bundled: { value: { cards: [{ decision: 'accepted' }], effectDecisions: [{ decision: 'rejected' }] } },
    updated: { value: { pageNote: { value: 'A page note — “quoted”.' } } },
    report: { value: { open: true } },
    names: { value: [{ name: 'TLR4', synonyms: ['toll-like receptor 4'] }] },
    warnings: [],
  })
})

it('a file of format 1 that is changed is written as format 3, with its checksum', async () => {
  const { folder, opened } = await olderLibrary()
  const library = await opened()
  const pageNote = { value: 'Changed.', modified: '2026-11-23T09:00:00.000Z', version: 2 }
  expect(await library.saveNotes(UPDATED, [], pageNote)).toEqual({ ok: true, value: null })
  await library.close()
  expect(await stored(folder, `documents/${UPDATED}/notes.json`)).toMatchObject({
    format: 3,
    pageNote,
    checksum: expect.stringMatching(/^sha256-[\da-f]{64}$/u),
  })
})

it('an update of format 1 can be taken back', async () => {
  const { opened } = await olderLibrary()
  const library = await opened()
  expect(await library.undoUpdate(UPDATED)).toEqual({ ok: true, value: null })
  expect(await readWhole(library, UPDATED)).toMatchObject({ value: { pageNote: { version: 1 } } })
  await library.close()
})

it('nothing is amiss with a library of format 1', async () => {
  const { root, folder } = await olderLibrary()
  const checked = await checkLibrary({
    folder,
    repair: false,
    resources: join(root, 'resources'),
    program: 'pathmark 0.1.0',
    now: () => '2026-11-23T10:00:00.000Z',
  })
  expect(checked).toEqual({ ok: true, value: { ok: true, problems: [] } })
})
