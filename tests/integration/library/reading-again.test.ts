import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { succeed } from '#core/result/result.ts'
import { contentHash } from '#library/importing/content-hash.ts'
import { importHere } from '#library/importing-apart/import-here.ts'
import type { ImportRunner } from '#library/importing-apart/import-runner.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { readWhole, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'
import { firstCopy, markedWords } from './two-copies.ts'

const newFolder = temporaryFolders()
/** What an older program left out. */
const MISSED = markedWords.moved

/** Reads pages as an older program did, which left a paragraph out. */
const olderProgram: ImportRunner = {
  ...importHere,
  run: async (source, order, beside) => {
    const page = new TextDecoder().decode(source.bytes)
    const bytes = new TextEncoder().encode(page.replace(/<p>[^<]*walked evenly again.*?<\/p>/, ''))
    const read = await importHere.run({ bytes, hash: contentHash(bytes) }, order, beside)
    if (!read.ok) return read
    const { article } = read.value
    return succeed({
      ...read.value,
      article: { ...article, provenance: { ...article.provenance, sourceHash: source.hash } },
    })
  },
}

let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
let annotation: Annotation

beforeEach(async () => {
  const root = await newFolder()
  setUp = await setUpLibrary(root)
  const path = join(root, 'first.html')
  await writeFile(path, firstCopy)
  const older = await setUp.opened({ importer: olderProgram })
  const imported = await older.importFile(path)
  if (!imported.ok) throw new Error(imported.error.message)
  id = imported.value.entry.id
  const { article } = await documentOf(older)
  const start = article.text.indexOf(markedWords.edited)
  const what = { id: crypto.randomUUID(), now: '2026-11-22T12:00:00.000Z', style: 'highlight', color: 'blue' } as const
  annotation = makeAnnotation(article, { start, end: start + markedWords.edited.length }, what)
  await older.saveNotes(id, [annotation], null)
  await older.close()
  library = await setUp.opened()
})
afterEach(() => library.close())

const documentOf = async (from: OpenLibrary) => {
  const read = await readWhole(from, id)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('reading the original of an article again', () => {
  it('brings what was left out, keeps the marks on their words, and can be taken back', async () => {
    expect((await documentOf(library)).article.text).not.toContain(MISSED)
    const read = await library.readAgain(id)
    expect(read).toMatchObject({ ok: true, value: { status: 'updated', report: { fileName: 'first.html' } } })
    const { article, annotations } = await documentOf(library)
    expect(article.text).toContain(MISSED)
    expect(article.provenance.fileName).toBe('first.html')
    const [{ selectors } = annotation] = annotations
    expect(selectors.position.start).toBeGreaterThan(annotation.selectors.position.start)
    expect(article.text.slice(selectors.position.start, selectors.position.end)).toBe(markedWords.edited)

    expect(await library.undoUpdate(id)).toMatchObject({ ok: true })
    const before = await documentOf(library)
    expect(before.article.text).not.toContain(MISSED)
    expect(before.annotations[0]?.selectors.position).toEqual(annotation.selectors.position)
  })

  it('changes nothing where it reads as before', async () => {
    await library.readAgain(id)
    const { article, html } = await documentOf(library)
    expect(await library.readAgain(id)).toMatchObject({ ok: true, value: { status: 'unchanged', report: null } })
    const after = await documentOf(library)
    expect(after.article).toEqual(article)
    expect(after.html).toBe(html)
  })

  it('takes the same file for a duplicate afterwards', async () => {
    await library.readAgain(id)
    const again = await library.importFile(join(setUp.folder, 'documents', id, 'source.html'))
    expect(again).toMatchObject({ ok: true, value: { status: 'duplicate', entry: { id } } })
  })

  it('says what is wrong with a file that is not the one that came in, and changes nothing', async () => {
    const path = join(setUp.folder, 'documents', id, 'source.html')
    await writeFile(path, `${await readFile(path, 'utf8')} and more`)
    expect(await library.readAgain(id)).toMatchObject({
      ok: false,
      error: { code: 'not-readable', message: expect.stringContaining('is not the file that came in') as string },
    })
    expect((await documentOf(library)).article.text).not.toContain(MISSED)
  })
})
