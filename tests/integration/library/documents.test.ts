import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenLibrary } from '#library/open-library.ts'
import { readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { anotherPage, onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()

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

describe('an article', () => {
  const inDocument = (name: string) => join(setUp.folder, 'documents', id, name)
  const damaged = { ok: false, error: { code: 'document-damaged', message: expect.stringContaining('check --repair') } }

  it.each(['article.json', 'article.html'])(
    'is not shown when the words in its %s are not those it was imported with',
    async name => {
      const content = await readFile(inDocument(name), 'utf8')
      await writeFile(inDocument(name), content.replace('increase IL-10', 'decrease IL-10'))
      expect(await library.readArticle(id)).toMatchObject(damaged)
    },
  )

  it.each(['article.json', 'article.html'])('is named as damaged when its %s is missing', async name => {
    await rm(inDocument(name))
    expect(await library.readArticle(id)).toMatchObject(damaged)
  })

  it('is not taken for another that lies in its folder', async () => {
    const article = await readStored<object>(inDocument('article.json'))
    await writeStored(inDocument('article.json'), { ...article, id: 'another' })
    expect(await library.readArticle(id)).toMatchObject(damaged)
  })
})

describe('importing', () => {
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(root, name)
    await writeFile(path, content)
    return path
  }

  it('adds an article under an id that a person can read', async () => {
    const outcome = await library.importFile(await write('Étude.html', anotherPage))
    expect(outcome).toMatchObject({
      ok: true,
      value: { status: 'imported', entry: { title: 'Étude on “quoted” pain & more' } },
    })
    expect(outcome.ok && outcome.value.entry.id).toMatch(/^etude-on-quoted-pain-more-[0-9a-f]{8}$/)
    await library.close()
    library = await setUp.opened()
    expect(library.documents()).toHaveLength(2)
    expect(
      await readFile(join(setUp.folder, 'documents', library.documents()[1]?.id ?? '', 'source.html'), 'utf8'),
    ).toBe(anotherPage)
  })

  it('gives the document that is there for the same bytes, also when they come twice at once under two names', async () => {
    const paths = [await write('one.html', anotherPage), await write('two.html', anotherPage)]
    const outcomes = await Promise.all(paths.map(path => library.importFile(path)))
    // They are read at the same time: either may be the first.
    expect(outcomes.map(outcome => outcome.ok && outcome.value.status).toSorted()).toEqual(['duplicate', 'imported'])
    expect(library.documents()).toHaveLength(2)
  })

  it.each([
    ['a file that is not there', null, 'not-found'],
    ['what is no article', '{"a": 1}', 'not-recognised'],
    ['a PDF document that is none', '%PDF-1.7\n%', 'not-readable'],
    ['an empty file', '', 'not-recognised'],
  ])('refuses %s and leaves nothing behind', async (_what, content, code) => {
    const path = content === null ? join(root, 'nowhere.html') : await write('file.html', content)
    expect(await library.importFile(path)).toMatchObject({ ok: false, error: { code } })
    expect(library.documents()).toHaveLength(1)
    expect(await readdir(join(setUp.folder, 'documents'))).toEqual([id])
  })

  it('did not happen when the index cannot be written', async () => {
    const path = await write('another.html', anotherPage)
    await mkdir(join(setUp.folder, 'library.json.previous'), { recursive: true })
    expect(await library.importFile(path)).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(library.documents().map(entry => entry.id)).toEqual([id])
    expect(await readdir(join(setUp.folder, 'documents'))).toEqual([id])
    await rm(join(setUp.folder, 'library.json.previous'), { recursive: true })
    expect(await library.importFile(path)).toMatchObject({ ok: true, value: { status: 'imported' } })
  })
})
