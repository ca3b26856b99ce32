import { readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeNote, recolor } from '#core/annotation/edit-annotation.ts'
import { contentHash } from '#library/importing/content-hash.ts'
import { anotherPage } from '../library/library-folder.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { copyAll, twoComputers, valueOf } from './two-computers.ts'
import type { Computer } from './two-computers.ts'

const newFolder = temporaryFolders()

let root = ''
let here: Computer
let there: Computer
beforeEach(async () => {
  root = await newFolder()
  ;[here, there] = await twoComputers(root)
})

const unite = (one: Computer, other: Computer) => one.use(async library => valueOf(await library.unite(other.folder)))

/** Hash of every file of a library, by its path. */
const everyFile = async (folder: string): Promise<Record<string, string>> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(paths.toSorted().map(async path => [path, contentHash(await readFile(path))])),
  )
}

const importInto = (computer: Computer): Promise<string> =>
  computer.use(async library => {
    const path = join(root, 'Étude.html')
    await writeFile(path, anotherPage)
    return valueOf(await library.importFile(path)).entry.id
  })

describe('uniting with another copy of the library', () => {
  it('brings in records, names and articles, and changes nothing there', async () => {
    await here.mark('Stem cells')
    await copyAll(here, there)
    await here.edit((annotation, now) => recolor(annotation, 'green', now))
    await there.edit((annotation, now) => changeNote(annotation, 'From there.', now))
    const added = await importInto(there)
    const before = await everyFile(there.folder)

    const { documents } = await unite(here, there)
    expect(documents).toMatchObject([
      { id: added, status: 'added', title: 'Étude on “quoted” pain & more' },
      { id: here.id, status: 'united', brought: 'one annotation' },
    ])
    expect(await everyFile(there.folder)).toEqual(before)
    expect(await here.annotations()).toMatchObject([{ color: 'green', note: 'From there.' }])
    await here.use(async library => {
      expect(library.documents().map(({ id }) => id)).toEqual([here.id, added])
      expect(valueOf(await library.readDocument(added)).article.text).toContain('Pain is what the patient says it is.')
    })
    expect((await unite(here, there)).documents.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
  })

  it('gives both the same notes when it is done in either direction', async () => {
    await here.mark('Stem cells')
    await there.mark('IL-10')
    await unite(here, there)
    await unite(there, here)
    expect(await there.bytes('notes.json')).toBe(await here.bytes('notes.json'))
    expect(await here.annotations()).toHaveLength(2)
  })

  it('leaves out an article that was tampered with, says so, and follows no link out of the folder', async () => {
    const added = await importInto(there)
    const folder = join(there.folder, 'documents', added)
    const html = await readFile(join(folder, 'article.html'), 'utf8')
    await writeFile(join(folder, 'article.html'), html.replace('<p', '<p onclick="alert(1)"'))
    const { documents } = await unite(here, there)
    expect(documents.find(({ id }) => id === added)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('could not be brought in'),
    })
    expect(await readdir(join(here.folder, 'documents'))).toEqual([here.id])

    await writeFile(join(folder, 'article.html'), html)
    await rm(join(folder, 'source.html'))
    await symlink('/etc/hostname', join(folder, 'source.html'))
    await unite(here, there)
    expect(await readdir(join(here.folder, 'documents'))).not.toContain(added)
  })

  it('refuses this library itself, and a folder that is none', async () => {
    await here.use(async library => {
      expect(await library.unite(here.folder)).toMatchObject({ ok: false, error: { code: 'nothing-to-do' } })
      expect(await library.unite(root)).toMatchObject({ ok: false, error: { code: 'library-missing' } })
    })
  })
})
