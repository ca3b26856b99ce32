import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { SearchAnswer, SearchQuestion } from '#core/search/search-answer.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { LibrarySearch } from '#library/searching/library-search.ts'
import { searchFolder } from '#library/searching/place-index.ts'
import { searchHere } from '#library/searching/search-here.ts'
import { annotationWith } from '../../unit/annotation/samples.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

/** Bytes of a page of an index. */
const PAGE = 4096

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
const searches: LibrarySearch[] = []
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
  id = onlyDocument(library)
})
afterEach(async () => {
  for (const search of searches.splice(0)) await search.close()
  await library.close()
})

const newSearch = (): LibrarySearch => {
  const now = (): string => new Date().toISOString()
  const search = new LibrarySearch({ library, program: 'a test', now, search: searchHere })
  searches.push(search)
  return search
}
const indexFile = (): string => join(searchFolder(library.path), 'index.sqlite')

const refreshed = async (search: LibrarySearch) => {
  const result = await search.refresh()
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const answerOf = async (
  search: LibrarySearch,
  typed: string,
  changes: Partial<SearchQuestion> = {},
): Promise<SearchAnswer> => {
  const asked = await search.ask({ typed, document: null, documents: 10, hits: 5, ...changes })
  if (!asked.ok) throw new Error(asked.error.message)
  return asked.value.answer
}
/** Ids of the documents that a query finds. */
const found = async (search: LibrarySearch, typed: string): Promise<string[]> =>
  (await answerOf(search, typed)).documents.map(document => document.id)

const add = async (title: string, body: string): Promise<string> => {
  const path = join(root, `${title}.html`)
  await writeFile(path, `<html lang="en"><title>${title}</title><article><h1>${title}</h1>${body}</article></html>`)
  const outcome = await library.importFile(path)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.entry.id
}

/** A mark on these words of the first document, with a note and tags. */
const markOn = async (exact: string, note: string, tags: readonly string[] = []): Promise<Annotation> => {
  const read = await library.readArticle(id)
  if (!read.ok) throw new Error(read.error.message)
  const start = read.value.article.text.indexOf(exact)
  const selectors = { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } }
  return annotationWith({ id: crypto.randomUUID(), note, tags: [...tags], selectors })
}

describe('a search of the library', () => {
  it('finds words in the text, with the passage that they stand in', async () => {
    const search = newSearch()
    await refreshed(search)
    const { documents } = await answerOf(search, 'damaged nerve ')
    const [hit] = documents[0]?.hits ?? []
    expect(documents.map(document => document.id)).toEqual([id])
    expect(hit).toMatchObject({ place: 'text' })
    expect(hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end))).toEqual(['damaged', 'nerve'])
    const read = await library.readArticle(id)
    if (!read.ok || hit?.passage == null) throw new Error('There is no passage.')
    const { start, end, quote } = hit.passage
    expect(read.value.article.text.slice(start, end)).toBe(quote)
    expect(quote).toBe(hit.snippet)
  })

  it('finds a title before the text of others, and an article by its author', async () => {
    const other = await add('Pain', '<p>IL-10 is another thing.</p>')
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, 'IL-10 ')).toEqual([id, other])
    expect(await found(search, 'title:pain ')).toEqual([other])
    expect((await answerOf(search, 'title:pain ')).documents[0]?.hits[0]).toMatchObject({
      place: 'title',
      passage: { quote: 'Pain' },
    })
  })

  it('finds notes, tags and cards as soon as they are kept, and tells what they are', async () => {
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, 'contrary ')).toEqual([])
    const mark = await markOn('pain eases', 'On the contrary, in mice', ['doubtful'])
    await library.saveNotes(id, [mark], null)
    expect(await refreshed(search)).toMatchObject({ changed: 1 })
    const [noted] = (await answerOf(search, 'note:contrary ')).documents
    expect(noted?.hits).toMatchObject([{ place: 'note', passage: { quote: 'pain eases' } }])
    expect(await found(search, 'tag:doubtful nerve ')).toEqual([id])
    expect((await answerOf(search, 'mechanism:"IL-10" ')).documents[0]?.hits[0]).toMatchObject({ place: 'mechanism' })
    await library.saveNotes(id, [{ ...mark, version: 2, deleted: '2026-11-22T11:00:00.000Z' }], null)
    await refreshed(search)
    expect(await found(search, 'contrary ')).toEqual([])
  })

  it('wants every word somewhere in an article, those in one place first, and none that is to be left out', async () => {
    const apart = await add('Apart', '<h2>First</h2><p>Astrocytes rest.</p><h2>Second</h2><p>Morphine works.</p>')
    const together = await add('Together', '<p>Astrocytes need morphine.</p>')
    await add('Neither', '<p>Astrocytes alone.</p>')
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, 'astrocytes morphine ')).toEqual([together, apart])
    expect(await found(search, 'astrocytes morphine -rest ')).toEqual([together])
    expect(await found(search, '"astrocytes need" ')).toEqual([together])
    expect(await found(search, '"morphine astrocytes" ')).toEqual([])
    expect(await found(search, 'morph')).toEqual(expect.arrayContaining([together, apart]))
    expect((await answerOf(search, 'astrocytes ', { documents: 2 })).more).toBe(true)
    expect((await answerOf(search, 'astrocytes ', { document: apart })).documents).toMatchObject([{ id: apart }])
  })

  it('takes a word that stands nowhere for one that is nearly it, and says so', async () => {
    const search = newSearch()
    await refreshed(search)
    expect(await answerOf(search, 'damagde nerve ')).toMatchObject({
      documents: [{ id }],
      corrected: [{ typed: 'damagde', taken: ['damaged'] }],
      unknown: [],
    })
    expect(await answerOf(search, 'nerve xylophone ')).toMatchObject({ documents: [], unknown: ['xylophone'] })
    expect(await answerOf(search, '"damagde nerve" ')).toMatchObject({ documents: [], corrected: [] })
  })

  it.each(['IL10 ', 'il 10 ', '"IL-10" ', 'STEM cell ', 'nerv'])('reads “%s” as it was meant', async typed => {
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, typed)).toEqual([id])
  })

  it('answers questions that are none, and any signs, with nothing', async () => {
    const search = newSearch()
    await refreshed(search)
    for (const typed of [
      '',
      ' ',
      '"',
      '-nerve',
      'NEAR(',
      '{title} :',
      '* OR',
      'title:',
      "';--",
      '\u0000',
      '^nerve AND',
    ])
      expect(Array.isArray((await answerOf(search, typed)).documents)).toBe(true)
  })
})

describe('the index of a search', () => {
  it('reads only what has changed, takes out what is gone, and is kept for the next time', async () => {
    const other = await add('Other', '<p>Glia.</p>')
    const search = newSearch()
    expect(await refreshed(search)).toMatchObject({ changed: 2 })
    expect(await refreshed(search)).toMatchObject({ changed: 0 })
    await search.close()
    const again = newSearch()
    expect(await refreshed(again)).toMatchObject({ changed: 0 })
    expect(await found(again, 'glia ')).toEqual([other])
    const left = library.documents().filter(entry => entry.id !== other)
    library.documents = () => left
    expect(await refreshed(again)).toMatchObject({ changed: 1 })
    expect(await found(again, 'glia ')).toEqual([])
  })

  it('follows an update of the article', async () => {
    const search = newSearch()
    await refreshed(search)
    const path = join(root, 'newer.html')
    await writeFile(
      path,
      '<html lang="en"><title>How IL-10 calms a nerve</title><article><h1>How IL-10 calms a nerve</h1><p>Everything is otherwise.</p></article></html>',
    )
    const updated = await library.updateFile(id, path)
    expect(updated.ok).toBe(true)
    await refreshed(search)
    expect(await found(search, 'otherwise ')).toEqual([id])
    expect(await found(search, 'damaged ')).toEqual([])
  })

  it.each([
    ['no index', 'This is no index.'.repeat(500)],
    ['empty', ''],
    ['cut off', null],
  ])('is made anew when its file is %s', async (_what, content) => {
    const search = newSearch()
    await refreshed(search)
    await search.close()
    const whole = await readFile(indexFile())
    await writeFile(indexFile(), content ?? whole.subarray(0, whole.length / 2))
    const again = newSearch()
    await refreshed(again)
    expect(await found(again, 'damaged ')).toEqual([id])
  })

  it('is made anew behind a question that finds it damaged', async () => {
    const search = newSearch()
    await refreshed(search)
    await search.close()
    const whole = await readFile(indexFile())
    await writeFile(indexFile(), Buffer.concat([whole.subarray(0, 4_096), Buffer.alloc(whole.length - 4_096, 7)]))
    const again = newSearch()
    const asked = await again.ask({ typed: 'damaged ', document: null, documents: 10, hits: 5 })
    expect(asked).toMatchObject({ ok: true, value: { lost: true } })
    expect(await refreshed(again)).toMatchObject({ changed: 0 })
    expect(await found(again, 'damaged ')).toEqual([id])
  })

  it('is made anew whichever of its pages is damaged, also when that is found in getting ready', async () => {
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, 'damaged ')).toEqual([id])
    await search.close()
    const whole = await readFile(indexFile())
    const lost: number[] = []
    for (let page = PAGE; page < whole.length; page += PAGE) {
      await writeFile(indexFile(), Buffer.from(whole).fill(0x55, page, page + PAGE))
      const next = newSearch()
      expect(await next.prepare()).toMatchObject({ ok: true })
      const first = await next.ask({ typed: 'damaged ', document: null, documents: 9, hits: 1 })
      if (first.ok && first.value.lost) await next.refresh()
      if ((await found(next, 'damaged ')).length === 0) lost.push(page / PAGE)
      await next.close()
    }
    expect(lost).toEqual([])
  })

  it('is made anew after a program was killed in the midst of a step', async () => {
    const search = newSearch()
    await refreshed(search)
    await search.close()
    await writeFile(`${indexFile()}-journal`, 'half a journal')
    await mkdir(`${indexFile()}.lock`)
    const again = newSearch()
    expect(await refreshed(again)).toMatchObject({ changed: 1 })
    expect(await found(again, 'damaged ')).toEqual([id])
  })

  it.each([
    ['a folder is in the place of its file', () => mkdir(join(indexFile(), 'within'), { recursive: true })],
    ['a file is in the place of its lock', () => writeFile(`${indexFile()}.lock`, '')],
    ['a program was killed that asked a moment ago', () => mkdir(`${indexFile()}.lock`)],
  ])('is of use again at the first question when %s', { timeout: 30_000 }, async (_what, spoil) => {
    const search = newSearch()
    await refreshed(search)
    await search.close()
    await rm(indexFile())
    await spoil()
    const again = newSearch()
    expect(await refreshed(again)).toMatchObject({ changed: 1 })
    expect(await found(again, 'damaged ')).toEqual([id])
  })

  it('is read by a second program as it is, which says what is missing', async () => {
    const search = newSearch()
    await refreshed(search)
    const second = newSearch()
    expect(await refreshed(second)).toMatchObject({ changed: 0, missing: 0 })
    expect(await found(second, 'damaged ')).toEqual([id])
    const other = await add('Other', '<p>Glia.</p>')
    expect(await refreshed(second)).toMatchObject({ missing: 1 })
    await refreshed(search)
    expect(await found(second, 'glia ')).toEqual([other])
    await search.close()
    const third = newSearch()
    await add('Third', '<p>Thalamus.</p>')
    expect(await refreshed(third)).toMatchObject({ changed: 1, missing: 0 })
    expect(await found(second, 'thalamus ')).toHaveLength(1)
  })

  it('is kept elsewhere, and taken away, where the library cannot be written', async () => {
    await library.close()
    library = await setUp.opened({ write: false })
    // A file where the folder is to be, as nobody may write one into a folder that an administrator could not.
    await rm(searchFolder(library.path), { recursive: true, force: true })
    await writeFile(searchFolder(library.path), '')
    const search = newSearch()
    await refreshed(search)
    expect(await found(search, 'damaged ')).toEqual([id])
    await search.close()
    expect((await stat(searchFolder(library.path))).size).toBe(0)
  })

  it('says which documents it could not read whole, and has the others', async () => {
    const other = await add('Other', '<p>Glia.</p>')
    await writeFile(join(library.path, 'documents', id, 'article.json'), '{')
    await writeFile(join(library.path, 'documents', other, 'notes.json'), '{')
    const search = newSearch()
    expect((await refreshed(search)).unreadable.toSorted()).toEqual([id, other].toSorted())
    expect(await found(search, 'glia ')).toEqual([other])
  })

  it('leaves nothing open and nothing locked', async () => {
    const search = newSearch()
    await refreshed(search)
    await search.close()
    for (const name of ['owner.lock', 'index.sqlite.lock', 'index.sqlite-journal'])
      expect(existsSync(join(searchFolder(library.path), name))).toBe(false)
  })
})
