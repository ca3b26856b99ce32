import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { temporaryPath } from '#library/store/durable-file.ts'
import { makeNewer, readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { onlyDocument, setUpLibrary } from './library-folder.ts'
import type { LibrarySetUp } from './library-folder.ts'

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
})

const inLibrary = (...parts: string[]) => join(setUp.folder, ...parts)
const makeLibrary = async (): Promise<DocumentEntry> => {
  const library = await setUp.opened()
  const [entry] = library.documents()
  await library.close()
  if (!entry) throw new Error('The new library is empty.')
  return entry
}

/** Every file below a folder with its content, for comparing. */
const contentOf = async (folder: string): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(path, await readFile(path, 'utf8'))
  }
  return files
}

describe('a library that is not there', () => {
  it('is made with the bundled article, imported like any other', async () => {
    const library = await setUp.opened()
    expect(library).toMatchObject({ path: setUp.folder, writable: true, readOnlyReason: null, warnings: [] })
    const id = onlyDocument(library)
    expect(id).toMatch(/^how-il-10-calms-a-nerve-[0-9a-f]{8}$/)
    expect(library.documents()[0]).toMatchObject({ title: 'How IL-10 calms a nerve', format: 'html', annotations: 0 })
    expect((await readdir(inLibrary('documents', id))).toSorted()).toEqual([
      'article.html',
      'article.json',
      'mechanisms.json',
      'notes.json',
      'source.html',
    ])
    const read = await library.readArticle(id)
    expect(read.ok && read.value.article).toMatchObject({
      id,
      provenance: { fileName: 'il-10.html', importer: 'pathmark 0.1.0' },
    })
    await library.close()
    expect((await stat(inLibrary('library.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(setUp.folder)).mode & 0o777).toBe(0o700)
    expect(await readdir(setUp.folder)).toEqual(['documents', 'library.json'])
  })

  it('is a failure that says what to do when it is not to be made, and nothing is made', async () => {
    expect(await setUp.open({ create: false })).toMatchObject({
      ok: false,
      error: { code: 'library-missing', message: expect.stringContaining(setUp.folder) },
    })
    await expect(stat(setUp.folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is made for a reader too, who then holds no lock', async () => {
    const reader = await setUp.opened({ write: false })
    expect(reader).toMatchObject({ writable: false, documents: expect.any(Function) })
    onlyDocument(reader)
    const writer = await setUp.opened()
    expect(writer.writable).toBe(true)
    await writer.close()
    await reader.close()
  })

  it('is made in an empty folder, and not among other files', async () => {
    await mkdir(setUp.folder)
    expect(await setUp.open({ create: false })).toMatchObject({ ok: false, error: { code: 'library-missing' } })
    await writeFile(inLibrary('letter.txt'), 'Dear reader')
    expect(await setUp.open()).toMatchObject({
      ok: false,
      error: { code: 'library-missing', message: expect.stringContaining('other files') },
    })
    expect(await readdir(setUp.folder)).toEqual(['letter.txt'])
    await rm(inLibrary('letter.txt'))
    await (await setUp.opened()).close()
  })

  it('begins empty, with a warning, when the bundled article cannot be read', async () => {
    const library = await setUp.opened({ resources: join(root, 'nowhere') })
    expect(library.documents()).toEqual([])
    expect(library.warnings).toEqual([expect.stringContaining('install Pathmark again')])
    await library.close()
    expect((await setUp.opened()).documents()).toEqual([])
  })

  it('is made once when two programs start at the same time', async () => {
    const both = await Promise.all([setUp.opened(), setUp.opened()])
    expect(both.filter(({ writable }) => writable)).toHaveLength(1)
    for (const library of both) onlyDocument(library)
    for (const library of both) await library.close()
  })
})

describe('what is no library', () => {
  it('is named when it is a file', async () => {
    await writeFile(setUp.folder, 'not a folder')
    expect(await setUp.open()).toMatchObject({
      ok: false,
      error: { code: 'library-missing', message: expect.stringContaining('is a file') },
    })
  })

  it('is named when its place is taken by a file', async () => {
    await writeFile(join(root, 'disk'), '')
    expect((await setUp.open({ folder: join(root, 'disk', 'library') })).ok).toBe(false)
  })
})

describe('a library that can only be read', () => {
  it('is opened with the reason when another program has it, and refuses to save', async () => {
    const entry = await makeLibrary()
    const first = await setUp.opened()
    const second = await setUp.opened()
    expect(second.writable).toBe(false)
    expect(second.readOnlyReason).toContain(`in use by pathmark 0.1.0 (process ${process.pid}`)
    const refused = { ok: false, error: { code: 'library-read-only', message: second.readOnlyReason } }
    expect(await second.saveNotes(entry.id, [], null)).toEqual(refused)
    expect(await second.saveMechanisms(entry.id, { cards: [], effectDecisions: [] })).toEqual(refused)
    expect(await second.savePosition(entry.id, { offset: 1, progress: 0.5 })).toEqual(refused)
    expect(await second.importFile(join(root, 'resources/articles/il-10.html'))).toEqual(refused)
    expect((await second.readArticle(entry.id)).ok).toBe(true)
    await second.close()
    await first.close()
    await (await setUp.opened()).close()
  })

  it('is opened with the reason when no file can be made in it', async () => {
    await makeLibrary()
    await mkdir(inLibrary('library.lock'))
    const library = await setUp.opened()
    expect(library.writable).toBe(false)
    expect(library.readOnlyReason).toContain('library.lock')
    onlyDocument(library)
    await library.close()
  })

  it('is not changed in any way when it is opened for reading', async () => {
    const { id } = await makeLibrary()
    await writeFile(inLibrary('library.json.previous'), await readFile(inLibrary('library.json')))
    await writeFile(inLibrary('library.json'), '{')
    await writeFile(inLibrary('documents', id, 'notes.json'), '')
    const before = await contentOf(setUp.folder)
    const library = await setUp.opened({ write: false, create: false })
    expect(library.warnings).toEqual([expect.stringContaining('library.json was damaged')])
    await library.readArticle(id)
    await library.readNotes(id)
    await library.readMechanisms(id)
    await library.close()
    expect(await contentOf(setUp.folder)).toEqual(before)
  })

  it('is opened for reading when a newer version made it', async () => {
    await makeLibrary()
    const newer = await makeNewer(inLibrary('library.json'))
    const library = await setUp.opened()
    expect(library.readOnlyReason).toMatch(/newer version of Pathmark.*Update/u)
    expect(await library.saveNotes(onlyDocument(library), [], null)).toMatchObject({
      ok: false,
      error: { code: 'library-read-only' },
    })
    await library.close()
    expect(await readFile(inLibrary('library.json'), 'utf8')).toBe(newer)
  })

  it('is refused when a newer version made it and it cannot be understood', async () => {
    await makeLibrary()
    await writeFile(inLibrary('library.json'), '{"format":99,"articles":{}}')
    expect(await setUp.open()).toMatchObject({ ok: false, error: { code: 'format-version-too-new' } })
    expect(await readFile(inLibrary('library.json'), 'utf8')).toBe('{"format":99,"articles":{}}')
    expect(await readdir(setUp.folder)).not.toContain('library.lock')
  })
})

describe('a damaged index', () => {
  it('is set aside for the version before its last change', async () => {
    const { id } = await makeLibrary()
    const library = await setUp.opened()
    await library.savePosition(id, { offset: 10, progress: 0.25 })
    await library.savePosition(id, { offset: 20, progress: 0.5 })
    await library.close()
    await writeFile(inLibrary('library.json'), '{"format":1,')
    const repaired = await setUp.opened()
    expect(repaired.documents()[0]?.position).toMatchObject({ offset: 10, progress: 0.25 })
    expect(repaired.warnings).toEqual([expect.stringContaining('library.json was damaged')])
    await repaired.close()
    const aside = (await readdir(setUp.folder)).find(name => name.startsWith('library.json.damaged-'))
    expect(await readFile(inLibrary(aside ?? ''), 'utf8')).toBe('{"format":1,')
  })

  it.each(['damaged', 'missing'])('that is %s and has no version before is made anew from the documents', async how => {
    const entry = await makeLibrary()
    await rm(inLibrary('library.json.previous'), { force: true })
    if (how === 'damaged') await writeFile(inLibrary('library.json'), 'null')
    else await rm(inLibrary('library.json'))
    const library = await setUp.opened({ create: false })
    expect(library.documents()).toEqual([entry])
    expect(library.warnings).toEqual([expect.stringContaining('made anew')])
    await library.close()
    expect((await readdir(setUp.folder)).some(name => name.includes('damaged'))).toBe(how === 'damaged')
    const again = await setUp.opened()
    expect(again.warnings).toEqual([])
    await again.close()
  })

  it('takes up a document that it does not list', async () => {
    const { id } = await makeLibrary()
    const index = await readStored<{ documents: unknown[] }>(inLibrary('library.json'))
    await writeStored(inLibrary('library.json'), { ...index, documents: [] })
    const library = await setUp.opened()
    expect(onlyDocument(library)).toBe(id)
    expect(library.warnings).toEqual([expect.stringContaining('1 article')])
    await library.close()
  })

  it('says which document it lists and does not find', async () => {
    const { id, title } = await makeLibrary()
    await rename(inLibrary('documents', id), join(root, 'elsewhere'))
    const library = await setUp.opened()
    expect(library.warnings).toEqual([expect.stringContaining(title)])
    expect(await library.readArticle(id)).toMatchObject({ ok: false, error: { code: 'document-damaged' } })
    await library.close()
  })

  it('does not take up what an interrupted import left, and removes it', async () => {
    const { id } = await makeLibrary()
    const unfinished = inLibrary('documents', `${id}.6f1d2a54-8f0c-4c6e-9a55-0f4f3a1b2c3d.tmp`)
    await cp(inLibrary('documents', id), unfinished, { recursive: true })
    const library = await setUp.opened()
    onlyDocument(library)
    expect(library.warnings).toEqual([])
    await library.close()
    expect(await readdir(inLibrary('documents'))).toEqual([id])
  })
})

it('what interrupted writes left is removed when a library is opened for writing, and only then', async () => {
  const { id } = await makeLibrary()
  const name = (path: string) => `${path}.6f1d2a54-8f0c-4c6e-9a55-0f4f3a1b2c3d.tmp`
  await mkdir(inLibrary('documents', id, 'versions/1'), { recursive: true })
  const left = ['library.json', `documents/${id}/notes.json`, `documents/${id}/versions/1/notes.begun.json`].map(name)
  for (const path of left) await writeFile(inLibrary(path), 'half')
  const there = async () => (await readdir(setUp.folder, { recursive: true })).filter(path => path.endsWith('.tmp'))
  const reader = await setUp.opened({ write: false })
  expect((await there()).toSorted()).toEqual(left.toSorted())
  await reader.close()
  const library = await setUp.opened()
  // Opening looks into the library's own folder; into those of its documents when the start is over, and at the latest before it closes.
  expect((await there()).toSorted()).toEqual(left.slice(1).toSorted())
  await library.close()
  expect(await there()).toEqual([])
})

it('is tidied in its documents’ folders while it stays open, once the start is over', async () => {
  const { id } = await makeLibrary()
  const left = inLibrary('documents', id, 'notes.json.6f1d2a54-8f0c-4c6e-9a55-0f4f3a1b2c3d.tmp')
  await writeFile(left, 'half')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const library = await setUp.opened()
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  await vi.waitFor(async () => expect(await readdir(inLibrary('documents', id))).not.toContain(basename(left)))
  await library.close()
})

it('what a write leaves that has just begun is not taken for left over', async () => {
  const { id } = await makeLibrary()
  const begun = temporaryPath(inLibrary('documents', id, 'notes.json'))
  await writeFile(begun, 'half')
  const library = await setUp.opened()
  await library.close()
  expect(await readFile(begun, 'utf8')).toBe('half')
})
