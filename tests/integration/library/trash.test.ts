import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changeShelf } from '#core/annotation/shelf.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { makeManyArticles } from '../../bench/library/many-articles.ts'
import { setUpLibrary } from './library-folder.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const [FIRST, SECOND] = ['generated-article-0', 'generated-article-1'] as const

let root: string
let folder: string
let library: OpenLibrary
let open: () => Promise<OpenLibrary>

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pathmark-trash-'))
  const setUp = await setUpLibrary(root)
  folder = setUp.folder
  await makeManyArticles(folder, 2)
  open = () => setUp.opened({ now: () => NOW })
  library = await open()
})
afterEach(async () => {
  await library.close()
  await rm(root, { recursive: true })
})

const reopen = async (): Promise<void> => {
  await library.close()
  library = await open()
}
const ids = (): string[] => library.documents().map(({ id }) => id)
const names = async (): Promise<string[]> => {
  const there = await library.trashed()
  return there.ok ? there.value.map(({ name }) => name) : [there.error.message]
}
const putInto = (id: string, collection: string) =>
  library.changeSingles(id, ({ shelf }) => ({
    shelf: changeShelf(shelf ?? null, { addCollections: [collection] }, NOW),
  }))
const said = async (id: string): Promise<readonly string[] | undefined> => {
  const notes = await library.readNotes(id)
  return notes.ok ? notes.value.shelf?.collections : [notes.error.message]
}

it('keeps what was written in a document, also over a restart, and puts it back as it was', async () => {
  await putInto(FIRST, 'Thesis')
  expect(await library.moveToTrash(FIRST)).toEqual({ ok: true, value: FIRST })
  expect(ids()).toEqual([SECOND])
  await reopen()
  expect(ids()).toEqual([SECOND])
  expect(library.warnings).toEqual([])
  expect(await names()).toEqual([FIRST])
  expect(await library.restoreTrashed(FIRST)).toEqual({ ok: true, value: FIRST })
  expect(ids()).toEqual([SECOND, FIRST])
  expect(library.documents()[1]).toMatchObject({ id: FIRST, collections: ['Thesis'], publisher: expect.any(String) })
  expect(await said(FIRST)).toEqual(['Thesis'])
  expect(await names()).toEqual([])
})

it('is in the trash after it was stopped between moving the folder and writing the index', async () => {
  const index = await readFile(join(folder, 'library.json'))
  await library.moveToTrash(FIRST)
  await library.close()
  await writeFile(join(folder, 'library.json'), index)
  library = await open()
  expect(ids()).toEqual([SECOND])
  expect(library.warnings).toEqual([])
  expect(await names()).toEqual([FIRST])
})

it('does not put a document over another one of its name', async () => {
  await library.moveToTrash(FIRST)
  await mkdir(join(folder, 'documents', FIRST))
  expect(await library.restoreTrashed(FIRST)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
  expect(await names()).toEqual([FIRST])
})

it('does not put a document back beside the one that was made of the same file again, until that is in the trash', async () => {
  const path = join(root, 'nerve.html')
  await writeFile(path, '<title>Nerve</title><article><h1>Nerve</h1><p>IL-10 reduces pain in the nerve.</p></article>')
  const importNerve = async (): Promise<string> => {
    const imported = await library.importFile(path)
    return imported.ok ? imported.value.entry.id : imported.error.message
  }
  const first = await importNerve()
  await library.moveToTrash(first)
  const second = await importNerve()
  expect(second).not.toBe(first)
  const refused = await library.restoreTrashed(first)
  expect(refused).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
  expect(refused.ok ? '' : refused.error.message).toContain('imported again meanwhile, as “Nerve”')
  expect(await names()).toEqual([first])
  await library.moveToTrash(second)
  expect(await library.restoreTrashed(first)).toEqual({ ok: true, value: first })
  expect(ids()).toEqual([FIRST, SECOND, first])
})

it('does not put an updated document back beside the one that was made of its older file again', async () => {
  const [older, newer] = [join(root, 'older.html'), join(root, 'newer.html')]
  const page = (more: string): string =>
    `<title>Nerve</title><article><h1>Nerve</h1><p>IL-10 reduces pain in the nerve.${more}</p></article>`
  await writeFile(older, page(''))
  await writeFile(newer, page(' It does so for weeks.'))
  const importOlder = async (): Promise<string> => {
    const imported = await library.importFile(older)
    return imported.ok ? imported.value.entry.id : imported.error.message
  }
  const first = await importOlder()
  expect(await library.updateFile(first, newer)).toMatchObject({ ok: true })
  await library.moveToTrash(first)
  const second = await importOlder()
  expect(second).not.toBe(first)
  const refused = await library.restoreTrashed(first)
  expect(refused.ok ? '' : refused.error.message).toContain('imported again meanwhile, as “Nerve”')
  await library.moveToTrash(second)
  expect(await library.restoreTrashed(first)).toEqual({ ok: true, value: first })
})

it('keeps what another copy of the library went on writing, and shows it when the document is put back', async () => {
  await library.moveToTrash(FIRST)
  await library.close()
  // Elsewhere it was put into a collection, and a sync program brings the file that was changed back alone.
  const theirs = join(root, 'elsewhere')
  await makeManyArticles(theirs, 2)
  const notes = join(theirs, 'documents', FIRST, 'notes.json')
  const stored = JSON.parse(await readFile(notes, 'utf8')) as Record<string, unknown>
  delete stored['checksum']
  const shelf = { collections: ['Elsewhere'], tags: [], modified: NOW, version: 1 }
  await mkdir(join(folder, 'documents', FIRST))
  await writeFile(join(folder, 'documents', FIRST, 'notes.json'), JSON.stringify({ ...stored, shelf }))
  library = await open()
  expect(ids()).toEqual([SECOND])
  expect(library.warnings.join()).toContain('is in the trash, but another copy of this library')
  expect(await library.restoreTrashed(FIRST)).toMatchObject({ ok: true })
  expect(await said(FIRST)).toEqual(['Elsewhere'])
})

it('leaves a document out that another library still has', async () => {
  const theirs = join(root, 'elsewhere')
  await makeManyArticles(theirs, 2)
  await library.moveToTrash(FIRST)
  const united = await library.unite(theirs)
  expect(united.ok && united.value.documents.find(({ id }) => id === FIRST)?.status).toBe('in-trash')
  expect(ids()).toEqual([SECOND])
})

it('deletes for good only what it is told to', async () => {
  await library.moveToTrash(FIRST)
  await library.moveToTrash(SECOND)
  expect(await library.emptyTrash([SECOND])).toEqual({ ok: true, value: 1 })
  expect(await names()).toEqual([FIRST])
  expect(await library.emptyTrash(null)).toEqual({ ok: true, value: 1 })
  expect(await readdir(join(folder, 'trash/documents'))).toEqual([])
  await rename(join(folder, 'trash'), join(root, 'gone'))
  expect(await names()).toEqual([])
})
