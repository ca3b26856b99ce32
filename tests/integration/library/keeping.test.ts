import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import { changeNote, deleteAnnotation } from '#core/annotation/edit-annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { webAnnotationSchema } from '#core/annotation/web-annotation.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T12:00:00.000Z'
const LATER = '2026-11-22T13:00:00.000Z'

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
  id = onlyDocument(library)
})
afterEach(() => library.close())

const reopen = async () => {
  await library.close()
  library = await setUp.opened()
}

const mark = async (words: string, note = ''): Promise<Annotation> => {
  const read = await library.readArticle(id)
  if (!read.ok) throw new Error(read.error.message)
  const start = read.value.article.text.indexOf(words)
  return makeAnnotation(
    read.value.article,
    { start, end: start + words.length },
    {
      id: crypto.randomUUID(),
      now: NOW,
      style: 'highlight',
      color: 'green',
      note,
    },
  )
}

const notes = async () => {
  const read = await library.readNotes(id)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const notesPath = () => join(setUp.folder, 'documents', id, 'notes.json')
const saved = { ok: true, value: null }

describe('notes', () => {
  it('are there after closing and opening, as W3C annotations in the file', async () => {
    const one = await mark('IL-10', 'A *note* with “quotes” and 🧠')
    const two = await mark('pain eases')
    const pageNote: PageNote = { value: '# Read twice', modified: NOW, version: 1 }
    expect(await library.saveNotes(id, [one, two], pageNote)).toEqual(saved)
    const file = JSON.parse(await readFile(notesPath(), 'utf8')) as { annotations: unknown[] }
    expect(file.annotations.every(record => v.is(webAnnotationSchema, record))).toBe(true)
    await reopen()
    const kept = await notes()
    expect(kept.annotations).toEqual(expect.arrayContaining([one, two]))
    expect(kept.pageNote).toEqual(pageNote)
    expect(library.documents()[0]).toMatchObject({ annotations: 2 })
  })

  it('are merged: a late copy of an old version changes nothing', async () => {
    const first = await mark('IL-10')
    const second = changeNote(first, 'Second thought', LATER)
    await library.saveNotes(id, [second], { value: 'two', modified: LATER, version: 2 })
    await library.saveNotes(id, [first], { value: 'one', modified: NOW, version: 1 })
    expect(await notes()).toEqual({ annotations: [second], pageNote: { value: 'two', modified: LATER, version: 2 } })
  })

  it('keep the page note when a save brings none, and the others when it brings one', async () => {
    const first = await mark('IL-10')
    const pageNote: PageNote = { value: 'kept', modified: NOW, version: 1 }
    await library.saveNotes(id, [first], pageNote)
    const second = await mark('pain')
    await library.saveNotes(id, [second], null)
    const kept = await notes()
    expect(kept.annotations).toHaveLength(2)
    expect(kept.pageNote).toEqual(pageNote)
  })

  it('that are deleted stay as tombstones and are not counted', async () => {
    const first = await mark('IL-10')
    await library.saveNotes(id, [first, await mark('pain')], null)
    await library.saveNotes(id, [deleteAnnotation(first, LATER)], null)
    await reopen()
    expect((await notes()).annotations.find(record => record.id === first.id)).toMatchObject({
      deleted: LATER,
      version: 2,
    })
    expect(library.documents()[0]?.annotations).toBe(1)
  })

  it('that nobody waited for are written before closing is over', async () => {
    const marks = await Promise.all(['Stem', 'cells', 'IL-10', 'nerve', 'pain'].map(words => mark(words)))
    const saves = marks.map(annotation => library.saveNotes(id, [annotation], null))
    await reopen()
    expect(await Promise.all(saves)).toEqual(marks.map(() => saved))
    expect((await notes()).annotations).toHaveLength(marks.length)
    expect(library.documents()[0]?.annotations).toBe(marks.length)
  })

  it('are counted again when the index missed them', async () => {
    await library.saveNotes(id, [await mark('IL-10')], null)
    await library.close()
    const index = join(setUp.folder, 'library.json')
    await writeFile(index, (await readFile(index, 'utf8')).replace('"annotations": 1', '"annotations": 0'))
    library = await setUp.opened()
    await library.readNotes(id)
    await reopen()
    expect(library.documents()[0]?.annotations).toBe(1)
  })

  it('cannot be saved once the library is closed', async () => {
    const annotation = await mark('IL-10')
    await library.close()
    expect(await library.saveNotes(id, [annotation], null)).toMatchObject({
      ok: false,
      error: { code: 'library-missing' },
    })
  })

  it('that a sync tool brought into the file are kept beside those made here', async () => {
    const ours = await mark('IL-10')
    const theirs = await mark('pain')
    await library.saveNotes(id, [theirs], null)
    const fromElsewhere = await readFile(notesPath(), 'utf8')
    await library.saveNotes(id, [deleteAnnotation(theirs, LATER), ours], null)
    await writeFile(notesPath(), fromElsewhere)
    const third = await mark('nerve')
    await library.saveNotes(id, [third], null)
    const kept = (await notes()).annotations
    expect(kept.map(record => record.id).toSorted()).toEqual([ours.id, theirs.id, third.id].toSorted())
    expect(kept.find(record => record.id === theirs.id)?.deleted).toBe(LATER)
  })

  it('are refused for a document that is not there, and for a path in its place', async () => {
    for (const unknown of ['no-such-article', '../../etc', '', '.']) {
      expect(await library.saveNotes(unknown, [], null)).toMatchObject({
        ok: false,
        error: { code: 'document-unknown' },
      })
      expect(await library.readArticle(unknown)).toMatchObject({ ok: false, error: { code: 'document-unknown' } })
    }
  })
})

describe('cards and reading position', () => {
  const card: ReaderCard = {
    id: '0b7d9c1e-3a52-4d8a-8b61-5c2e7f9a0d14',
    created: NOW,
    modified: NOW,
    version: 1,
    decision: 'added',
    card: null,
    content: { title: 'My own', passage: { start: 0, end: 3, quote: 'How' }, effects: [] },
  }

  it('keeps the cards beside what was found, and counts what is shown', async () => {
    const before = library.documents()[0]?.mechanisms ?? 0
    expect(await library.saveMechanisms(id, { cards: [card], effectDecisions: [] })).toEqual(saved)
    await reopen()
    const read = await library.readMechanisms(id)
    expect(read.ok && read.value.cards).toEqual([card])
    expect(read.ok && read.value.found.effects.length).toBeGreaterThan(0)
    expect(library.documents()[0]?.mechanisms).toBe(before + 1)
  })

  it('remembers where the reader stopped', async () => {
    expect(await library.savePosition(id, { offset: 42, progress: 0.75 })).toEqual(saved)
    await reopen()
    expect(library.documents()[0]?.position).toMatchObject({ offset: 42, progress: 0.75 })
  })

  it('refuses what is no position, and keeps the one before', async () => {
    await library.savePosition(id, { offset: 42, progress: 0.75 })
    expect(await library.savePosition(id, { offset: -1, progress: 7 })).toMatchObject({
      ok: false,
      error: { code: 'bad-payload' },
    })
    expect(library.documents()[0]?.position).toMatchObject({ offset: 42, progress: 0.75 })
  })
})
