import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { recolor } from '#core/annotation/edit-annotation.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { Notes, Versions } from '#library/library-files.ts'
import { journalLine } from '#library/store/journal-file.ts'
import { readStored, writeStored } from '../store/stored-file.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { copyAll, twoComputers, valueOf } from './two-computers.ts'
import type { Computer } from './two-computers.ts'

const newFolder = temporaryFolders()

let here: Computer
let there: Computer
beforeEach(async () => {
  ;[here, there] = await twoComputers(await newFolder())
})

/** What the reader is told when the document is read. */
const told = (): Promise<readonly string[]> =>
  here.use(async library => {
    await library.readDocument(here.id)
    await library.readMechanisms(here.id)
    return library.warnings
  })

const inTrash = async (): Promise<string[]> => {
  const found = await readdir(join(here.folder, 'trash'), { recursive: true, withFileTypes: true })
  return found.filter(entry => entry.isFile()).map(({ name }) => name)
}

describe('a copy that a sync program left beside the notes', () => {
  it('is told in one line with what came from it, and kept in the trash byte for byte', async () => {
    await there.mark('Stem cells')
    await there.mark('IL-10')
    await here.receive(there, 'notes.json', 'notes 2.json')
    const lines = await told()
    expect(lines).toEqual([
      expect.stringMatching(
        /“notes 2\.json”, a copy of notes\.json, and it was united with what is here\. 2 annotations came from it\. It is kept in trash\/\d{4}-/u,
      ),
    ])
    expect(await inTrash()).toEqual(['notes 2.json'])
    const [trash = ''] = await readdir(join(here.folder, 'trash'))
    const kept = join(here.folder, 'trash', trash, 'documents', here.id, 'notes 2.json')
    expect(await readFile(kept, 'utf8')).toBe(await there.bytes('notes.json'))
    expect(await here.names()).not.toContain('notes 2.json')
  })

  it('is taken in as well when it is the version before, or says nothing new', async () => {
    await there.mark('Stem cells')
    await copyAll(there, here)
    await here.receive(there, 'notes.json', 'notes.json (1).previous')
    expect(await told()).toEqual([expect.stringContaining('Nothing was in it that is not here already.')])
  })

  it('stays where it is when it is damaged, and is told of once', async () => {
    await writeFile(here.path('notes (1).json'), '{"format":2,"docu')
    const lines = await here.use(async library => {
      await library.readNotes(here.id)
      await library.readNotes(here.id)
      return library.warnings
    })
    expect(lines).toEqual([expect.stringContaining('but it is damaged (it is not whole JSON)')])
    expect(await here.names()).toContain('notes (1).json')
  })

  it('stays where it is when it belongs to another article', async () => {
    const mark = await there.mark('Stem cells')
    const notes = await readStored<Notes>(there.path('notes.json'))
    await writeStored(here.path('notes-other.json'), { ...notes, document: 'another-article' })
    expect(await told()).toEqual([expect.stringContaining('it belongs to another article (another-article)')])
    expect((await here.annotations()).map(({ id }) => id)).not.toContain(mark.id)
  })

  it('is not touched by a program that only reads', async () => {
    await there.mark('Stem cells')
    await here.receive(there, 'notes.json', 'notes 2.json')
    const library = await here.open()
    await library.close()
    const reading = await here.openForReading()
    expect(valueOf(await reading.readNotes(here.id)).annotations).toEqual([])
    await reading.close()
    expect(await here.names()).toContain('notes 2.json')
  })

  it('is listed by a check for as long as it waits', async () => {
    await there.mark('Stem cells')
    await here.receive(there, 'notes.json', 'notes 2.json')
    await mkdir(join(here.folder, 'documents', `${here.id} (1)`))
    const options = { folder: here.folder, resources: here.resources, program: 'test 1' }
    const check = () => checkLibrary({ ...options, repair: false, now: () => '2026-01-01T00:00:00.000Z' })
    expect(valueOf(await check()).problems.map(({ path }) => path)).toEqual([
      `documents/${here.id} (1)`,
      `documents/${here.id}/notes 2.json`,
    ])
    await rm(join(here.folder, 'documents', `${here.id} (1)`), { recursive: true })
    await told()
    expect(valueOf(await check()).problems).toEqual([])
  })
})

it('a copy of a journal brings its changes', async () => {
  const mark = await there.mark('Stem cells')
  await copyAll(there, here)
  await there.edit((annotation, now) => recolor(annotation, 'pink', now))
  const { annotations } = await readStored<Notes>(there.path('notes.json'))
  await writeFile(here.path('notes.journal (1).jsonl'), journalLine({ annotations }))
  expect(await told()).toEqual([expect.stringContaining('One annotation came from it.')])
  expect(await here.annotations()).toMatchObject([{ id: mark.id, color: 'pink' }])
})

describe('copies of versions.json', () => {
  const versions = (changes: Partial<Versions> = {}): Versions => ({
    format: 3,
    current: 2,
    placing: null,
    reportOpen: false,
    undone: [],
    versions: [1, 2].map(number => ({
      number,
      replaced: number === 1 ? null : 1,
      added: '2026-01-01T00:00:00.000Z',
      fileName: `copy-${number}.html`,
      sourceHash: `hash ${number}`,
    })),
    ...changes,
  })

  it('change nothing of what is read here, and say that another computer read another file', async () => {
    await writeStored(here.path('versions.json'), versions())
    const theirs = versions().versions.map(version => ({ ...version, sourceHash: `other ${version.number}` }))
    await writeStored(here.path('versions 2.json'), versions({ versions: theirs }))
    const before = await here.bytes('versions.json')
    expect(await told()).toEqual([expect.stringContaining('another computer updated this article with another file')])
    expect(await here.bytes('versions.json')).toBe(before)
  })

  it('are put aside when they name no other version', async () => {
    await writeStored(here.path('versions.json'), versions())
    await writeStored(here.path('versions 2.json'), versions({ reportOpen: true }))
    expect(await told()).toEqual([expect.stringContaining('Nothing was in it that is not here already.')])
    expect((await readStored<Versions>(here.path('versions.json'))).reportOpen).toBe(false)
  })
})

describe('the list of articles', () => {
  it('has the place that the reader came to last, whichever computer it was on', async () => {
    const move = (computer: Computer, offset: number) =>
      computer.use(async library => valueOf(await library.savePosition(computer.id, { offset, progress: 0.5 })))
    await move(here, 10)
    await move(there, 20)
    await move(there, 5)
    await here.receive(there, 'library.json', 'library-DESKTOP-AB12.json')
    const position = await here.use(library => Promise.resolve(library.documents()[0]?.position))
    expect(position).toEqual({ offset: 5, progress: 0.5, moves: 2 })
    expect(await inTrash()).toEqual(['library-DESKTOP-AB12.json'])
  })
})
