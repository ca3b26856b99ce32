import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import { editAnnotation } from '#core/annotation/edit-annotation.ts'
import type { MarksReport } from '#core/foreign-marks/marks-report.ts'
import { importMany } from '#library/import-many.ts'
import { fileSource } from '#library/import-source.ts'
import type { GivenFile } from '#library/import-source.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { onlyDocument, setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'
import { readStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const FOUND = 'Stem cells increase IL-10'

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

const write = async (name: string, content: string): Promise<string> => {
  const path = join(root, name)
  await writeFile(path, content)
  return path
}

const given = async (name: string, content: string): Promise<GivenFile> => {
  const read = await fileSource(await write(name, content))()
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const bring = async (content: string, name = 'any name'): Promise<MarksReport> => {
  const report = await library.marks.import(await given(name, content))
  if (!report.ok) throw new Error(report.error.message)
  if (report.value === null) throw new Error('No marks were recognised.')
  return report.value
}

const annotations = async (): Promise<readonly Annotation[]> => {
  const notes = await library.readNotes(id)
  if (!notes.ok) throw new Error(notes.error.message)
  return notes.value.annotations
}

const pageNote = async (): Promise<string> => {
  const notes = await library.readNotes(id)
  return notes.ok ? (notes.value.pageNote?.value ?? '') : ''
}

const waiting = async () => {
  const marks = await library.marks.waiting()
  if (!marks.ok) throw new Error(marks.error.message)
  return marks.value.filter(({ deleted }) => deleted === undefined)
}

const clipping = (title: string, kind: string, place: string, words: string): string =>
  `${title}\r\n- Your ${kind} on ${place} | Added on Monday, April 21, 2014 10:08:07 PM\r\n\r\n${words}\r\n==========\r\n`

const TITLE = 'How IL-10 calms a nerve (Jane Doe)'

const hypothesis = (rows: readonly object[]): string => JSON.stringify({ total: rows.length, rows })
const row = (name: string, quote: string | null, more: object = {}): object => ({
  id: name,
  created: '2024-03-01T10:00:00+00:00',
  updated: '2024-03-01T10:00:00+00:00',
  user: 'acct:ada@hypothes.is',
  uri: 'https://example.org/nerve',
  text: '',
  tags: [],
  document: { title: ['How IL-10 calms a nerve'] },
  target: [{ source: 'x', ...(quote !== null && { selector: [{ type: 'TextQuoteSelector', exact: quote }] }) }],
  ...more,
})

describe('marks on an article of the library', () => {
  it('stand on their words, with note, tags, time and where they came from', async () => {
    const report = await bring(hypothesis([row('h1', FOUND, { text: 'A *note*', tags: ['cytokine'] })]))
    expect(report.counts).toMatchObject({ placed: 1, waiting: 0, uncertain: 0 })
    expect(report.works[0]).toMatchObject({ document: id, by: 'title' })
    const [mark] = await annotations()
    expect(mark).toMatchObject({ note: 'A *note*', tags: ['cytokine'], created: '2024-03-01T10:00:00.000Z' })
    expect(mark?.selectors.quote.exact).toBe(FOUND)
    expect(mark?.origin).toMatchObject({ program: 'hypothesis', id: 'h1', by: 'ada' })
    const { annotations: stored } = await readStored<{ annotations: { 'pathmark:origin': object }[] }>(
      join(setUp.folder, 'documents', id, 'notes.json'),
    )
    expect(stored[0]?.['pathmark:origin']).toMatchObject({ program: 'hypothesis' })
  })

  it('are kept without a passage when their words are not in it, and say so again when the article is shown', async () => {
    const report = await bring(hypothesis([row('h1', 'These words are in no article at all', { text: 'kept' })]))
    expect(report.counts).toMatchObject({ uncertain: 1, placed: 0 })
    expect(report.works[0]?.marks).toEqual([
      { outcome: 'uncertain', quote: 'These words are in no article at all', note: 'kept' },
    ])
    expect((await annotations())[0]).toMatchObject({ note: 'kept', selectors: { position: { start: 0, end: 0 } } })
  })

  it('go into the page note when they have no words, each once', async () => {
    const file =
      clipping(TITLE, 'Note', 'Location 400', 'A thought by itself') + clipping(TITLE, 'Bookmark', 'Location 500', '')
    expect((await bring(file)).counts).toMatchObject({ placed: 2 })
    const note = await pageNote()
    expect(note).toContain('A thought by itself')
    expect(note).toContain('Bookmark · location 500')
    expect((await bring(file)).counts).toMatchObject({ placed: 0, present: 2 })
    expect(await pageNote()).toBe(note)
  })

  it('come once, however often their file is imported', async () => {
    const file = clipping(TITLE, 'Highlight', 'Location 12-13', FOUND)
    expect((await bring(file)).counts).toMatchObject({ placed: 1, present: 0 })
    expect((await bring(file)).counts).toMatchObject({ placed: 0, present: 1 })
    expect(await annotations()).toHaveLength(1)
  })

  it('take in what a later file says, and join it with what the reader wrote here', async () => {
    await bring(hypothesis([row('h1', FOUND, { text: 'first' }), row('h2', 'the damaged nerve', { text: 'one' })]))
    const mine = (await annotations()).find(({ note }) => note === 'one')
    if (mine === undefined) throw new Error('There is no such mark.')
    await library.saveNotes(id, [editAnnotation(mine, { note: 'mine' }, '2026-11-23T00:00:00.000Z')], null)
    const report = await bring(
      hypothesis([row('h1', FOUND, { text: 'second' }), row('h2', 'the damaged nerve', { text: 'two' })]),
    )
    expect(report.counts).toMatchObject({ updated: 2 })
    expect((await annotations()).map(({ note }) => note).toSorted()).toEqual(['mine\n\n---\n\ntwo', 'second'])
  })

  it('stay deleted when the reader has deleted them', async () => {
    const file = clipping(TITLE, 'Highlight', 'Location 12-13', FOUND)
    await bring(file)
    const [mark] = await annotations()
    if (mark === undefined) throw new Error('There is no mark.')
    await library.saveNotes(id, [{ ...mark, version: 2, deleted: '2026-11-23T00:00:00.000Z' }], null)
    expect((await bring(file)).counts).toMatchObject({ removed: 1, placed: 0 })
    expect((await annotations()).filter(({ deleted }) => deleted === undefined)).toEqual([])
  })
})

describe('marks on what is not in the library', () => {
  const file =
    clipping(
      'Étude on “quoted” pain & more (P. Ain)',
      'Highlight',
      'Location 1-2',
      'Pain is what the patient says it is.',
    ) + clipping('Étude on “quoted” pain & more (P. Ain)', 'Note', 'Location 2', 'So it is')
  const page =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Étude on “quoted” pain &amp; more</title>' +
    '<meta name="author" content="P. Ain"></head><body><article><h1>Étude on “quoted” pain &amp; more</h1>' +
    '<p>Pain is what the patient says it is.</p></article></body></html>'

  it('wait under its title, over a restart, and are placed when it is imported', async () => {
    expect((await bring(file)).counts).toMatchObject({ waiting: 1 })
    await library.close()
    library = await setUp.opened()
    expect(await waiting()).toMatchObject([
      { work: { title: 'Étude on “quoted” pain & more', authors: ['P. Ain'] }, mark: { note: 'So it is' } },
    ])
    const imported = await library.importFile(await write('page.html', page))
    if (!imported.ok) throw new Error(imported.error.message)
    expect(imported.value.marks?.counts).toMatchObject({ placed: 1 })
    expect(imported.value.entry.annotations).toBe(1)
    expect(await waiting()).toEqual([])
    id = imported.value.entry.id
    expect((await annotations())[0]).toMatchObject({ note: 'So it is', origin: { program: 'kindle' } })
    expect((await bring(file)).counts).toMatchObject({ present: 1, waiting: 0 })
  })

  it('can be given to an article by hand, and go there the next time as well', async () => {
    await bring(file)
    const ids = (await waiting()).map(mark => mark.id)
    const report = await library.marks.attach(ids, id)
    expect(report.ok && report.value?.counts).toMatchObject({ uncertain: 1 })
    expect(await waiting()).toEqual([])
    const again = await bring(
      file + clipping('Étude on “quoted” pain & more (P. Ain)', 'Highlight', 'Location 9', 'Stem cells increase IL-10'),
    )
    expect(again.works[0]).toMatchObject({ document: id, by: 'reader', counts: { present: 1, placed: 1 } })
  })

  it('do not come back once they were removed', async () => {
    await bring(file)
    const removed = (await waiting()).map(mark => ({
      ...mark,
      version: mark.version + 1,
      deleted: '2026-11-23T00:00:00.000Z',
    }))
    await library.marks.saveWaiting(removed)
    expect((await bring(file)).counts).toMatchObject({ removed: 1, waiting: 0 })
    expect(await waiting()).toEqual([])
  })
})

it('an export of Pathmark comes back as it was, with where its marks had come from', async () => {
  await bring(hypothesis([row('h1', FOUND, { text: 'A note', tags: ['t'] })]))
  const [mark] = await annotations()
  const { exportJsonLd } = await import('#core/export/export-json-ld.ts')
  const read = await library.readArticle(id)
  if (!read.ok || mark === undefined) throw new Error('The article cannot be read.')
  const { article } = read.value
  const exported = exportJsonLd({
    article,
    added: '',
    annotations: [mark],
    pageNote: null,
    cards: [],
    study: null,
    nameOf: () => null,
    citationKey: '',
    exportedAt: '2026-11-23T00:00:00.000Z',
  })
  expect((await bring(exported)).counts).toMatchObject({ present: 1 })
  const other = await setUpLibrary(await newFolder())
  await library.close()
  library = await other.opened()
  id = onlyDocument(library)
  expect((await bring(exported)).works[0]).toMatchObject({ by: 'document', counts: { placed: 1 } })
  const [copy] = await annotations()
  expect(copy).toMatchObject({
    id: mark.id,
    note: 'A note',
    tags: ['t'],
    selectors: mark.selectors,
    origin: mark.origin,
  })
})

it('what is no file of marks is left to the import of articles', async () => {
  for (const text of [
    '',
    'Plain words.',
    '<!doctype html><p>x',
    '{"a": 1}',
    'return { 1 }',
    '# Title\n\nText',
    'a,b\n1,2\n',
    '=====\n',
  ]) {
    expect(await library.marks.import(await given('x', text))).toEqual({ ok: true, value: null })
  }
  expect(await library.marks.import(await given('x', '{"total": 1, "rows": [{"uri": "x"'))).toMatchObject({
    ok: false,
    error: { code: 'not-recognised', message: expect.stringContaining('not whole') },
  })
  expect(await readFile(join(setUp.folder, 'library.json'), 'utf8')).not.toContain('"annotations": 1')
})

it('a file is read from the disk once, whether it holds marks or an article', async () => {
  const reads: string[] = []
  const files: Readonly<Record<string, string>> = {
    'marks.json': `{"rows": [{"id": "h1", "uri": "https://x.example/", "text": "n", "document": {"title": ["X"]}, "target": []}]}`,
    'article.html': '<!doctype html><title>Pain</title><article><h1>Pain</h1><p>IL-10 reduces it.</p></article>',
  }
  const items = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const source = fileSource(await write(name, content))
      return { name, mayHoldMarks: true, source: () => (reads.push(name), source()) }
    }),
  )
  const outcomes = await importMany(library, items)
  expect(outcomes.map(outcome => outcome.ok && outcome.value.status)).toEqual(['marks', 'imported'])
  expect(reads.toSorted()).toEqual(['article.html', 'marks.json'])
})
