import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { OpenLibrary, OpenedDocument } from '#library/open-library.ts'
import { makeNewer, readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, readWhole, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T12:00:00.000Z'

let setUp: LibrarySetUp
let library: OpenLibrary
let id = ''
let heard: string[] = []
beforeEach(async () => {
  setUp = await setUpLibrary(await newFolder())
  library = await setUp.opened()
  id = onlyDocument(library)
  heard = []
})
afterEach(() => library.close())

const file = (name: string) => join(setUp.folder, 'documents', id, name)
const setAside = async () =>
  (await readdir(join(setUp.folder, 'documents', id))).filter(name => name.includes('.damaged-'))

const opened = async (): Promise<OpenedDocument> => {
  const read = await readWhole(library, id)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const mark = async (words: string): Promise<void> => {
  const { article } = await opened()
  const start = article.text.indexOf(words)
  const facts = { id: crypto.randomUUID(), now: NOW, style: 'highlight', color: 'green' } as const
  await library.saveNotes(id, [makeAnnotation(article, { start, end: start + words.length }, facts)], null)
}

const damage = async (contents: Record<string, string>, write = true): Promise<void> => {
  await library.close()
  for (const [name, content] of Object.entries(contents)) await writeFile(file(name), content)
  library = await setUp.opened({ write, changed: what => heard.push(what) })
}

describe('damaged notes', () => {
  it('come back from the version before, with a warning that names the article', async () => {
    await mark('IL-10')
    await mark('pain')
    await library.savePosition(id, { offset: 0, progress: 0 })
    await library.close()
    const index = join(setUp.folder, 'library.json')
    const { documents, ...rest } = await readStored<{ documents: object[] }>(index)
    await writeStored(index, { ...rest, documents: documents.map(entry => ({ ...entry, annotations: 1 })) })
    await damage({ 'notes.json': '\0\0\0\0' })
    expect((await opened()).annotations).toHaveLength(1)
    expect(library.warnings).toEqual([
      expect.stringMatching(/How IL-10 calms a nerve.*notes\.json was damaged.*The version before its last change/u),
    ])
    expect(await setAside()).toEqual([expect.stringMatching(/^notes\.json\.damaged-/u)])
  })

  it('whose version before is the empty one of the import are said to be lost, and how many', async () => {
    await mark('IL-10')
    await damage({ 'notes.json': '{"format":1,"document":' })
    expect((await opened()).annotations).toEqual([])
    expect(library.warnings).toEqual([expect.stringContaining('1 of 1 annotations')])
    expect(heard).toContain('warnings')
    const [aside = ''] = await setAside()
    expect(await readFile(file(aside), 'utf8')).toBe('{"format":1,"document":')
  })

  it('of which no version is left do not keep the article from opening, and take new ones', async () => {
    await mark('IL-10')
    await rm(file('notes.json.previous'))
    await damage({ 'notes.json': 'null' })
    expect((await opened()).annotations).toEqual([])
    expect(library.warnings).toEqual([
      expect.stringMatching(/notes\.json was damaged.*lost.*is kept as notes\.json\.damaged-/u),
    ])
    await mark('pain')
    await damage({})
    expect((await opened()).annotations).toHaveLength(1)
    expect(library.warnings).toEqual([])
    expect(await setAside()).toHaveLength(1)
  })

  it('that are gone altogether are said to be lost', async () => {
    await mark('IL-10')
    await rm(file('notes.json.previous'))
    await rm(file('notes.json'))
    await damage({})
    expect((await opened()).annotations).toEqual([])
    expect(library.warnings).toEqual([expect.stringMatching(/notes\.json was missing.*1 of 1 annotations/u)])
  })

  it('are left alone by whoever only reads, and the article is still shown', async () => {
    await damage({ 'notes.json': '{', 'mechanisms.json': '{' }, false)
    expect(await opened()).toMatchObject({ annotations: [], found: { mechanisms: [] } })
    await opened()
    expect(library.warnings).toEqual([
      expect.stringMatching(/notes cannot be shown.*check --repair/u),
      expect.stringMatching(/mechanisms cannot be shown.*check --repair/u),
    ])
    expect(await readFile(file('notes.json'), 'utf8')).toBe('{')
    expect(await setAside()).toEqual([])
  })

  it('by another program while they are open are written again from what is held, and that is said', async () => {
    await mark('IL-10')
    await writeFile(file('notes.json'), '<<<<<<< ours')
    await mark('pain')
    expect((await opened()).annotations).toHaveLength(2)
    expect(library.warnings).toEqual([
      expect.stringMatching(/notes\.json was damaged by another program.*kept as notes/u),
    ])
    expect(await setAside()).toHaveLength(1)
  })

  it('that were repaired meanwhile are read without opening the library again', async () => {
    const good = await readFile(file('notes.json'), 'utf8')
    await damage({ 'notes.json': '{' }, false)
    expect((await library.readNotes(id)).ok).toBe(false)
    await writeFile(file('notes.json'), good)
    expect((await library.readNotes(id)).ok).toBe(true)
  })
})

describe('notes of a newer version', () => {
  it('are shown, left as they are, and the reader is told that they can only be read', async () => {
    await mark('IL-10')
    await library.close()
    const newer = await makeNewer(file('notes.json'))
    library = await setUp.opened()
    expect((await opened()).annotations).toHaveLength(1)
    expect(library.warnings).toEqual([expect.stringMatching(/newer version of Pathmark.*Update/u)])
    expect(await readFile(file('notes.json'), 'utf8')).toBe(newer)
  })
})

describe('damaged mechanisms', () => {
  it('are found again in the text, with a warning', async () => {
    const before = await opened()
    await damage({ 'mechanisms.json': 'nonsense' })
    expect(await opened()).toEqual(before)
    expect(library.warnings).toEqual([expect.stringContaining('the mechanisms were found again in the text')])
    expect(await setAside()).toEqual([expect.stringMatching(/^mechanisms\.json\.damaged-/u)])
  })
})

describe('a change to the list of documents', () => {
  it('is told: counts, reading position', async () => {
    await damage({})
    await mark('IL-10')
    await expect.poll(() => heard).toEqual(['documents'])
    expect(library.documents()[0]?.annotations).toBe(1)
    await library.savePosition(id, { offset: 3, progress: 0.5 })
    expect(heard).toEqual(['documents', 'documents'])
  })
})
