import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import { readBackups } from '#library/backups/backup-files.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import { snapshot, valueOf } from '../backups/backed-up-library.ts'
import { readWhole } from '../library/library-folder.ts'
import { journalLine } from '#library/store/journal-file.ts'
import { faultyDisk } from '../store/faulty-disk.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { UPDATED, countSteps, formats, migrateWithStop, olderLibrary, options, shown } from './older-library.ts'
import type { OlderFormat } from './older-library.ts'

const newFolder = temporaryFolders()

const formatsBefore: readonly OlderFormat[] = [1, 2]

describe.each(formatsBefore)('a library of format %i', before => {
  it('is brought to this one when it is opened for writing, with a backup first', async () => {
    const { folder, opened } = await olderLibrary(await newFolder(), before)
    const reader = await opened({ write: false })
    const read = await shown(reader)
    await reader.close()
    const library = await opened()
    expect(await shown(library)).toEqual(read)
    await library.close()

    expect(await readFile(join(folder, 'library.json'), 'utf8')).not.toContain('"sketch"')
    const found = await formats(folder)
    expect(Object.keys(found).length).toBeGreaterThan(15)
    expect(Object.entries(found).filter(([, format]) => format !== 3)).toEqual([])
    const { good, bad } = valueOf(await readBackups(folder))
    expect(bad).toEqual([])
    const [made, ...others] = good.filter(({ backup }) => backup.reason === 'new-format')
    expect(others).toEqual([])
    expect(made?.backup.documents).toBe(read.documents.length)
  })

  it('can be read without being changed', async () => {
    const { folder, opened } = await olderLibrary(await newFolder(), before)
    const was = await snapshot(folder)
    const library = await opened({ write: false })
    await shown(library)
    await library.close()
    expect(await snapshot(folder)).toEqual(was)
  })

  it('has nothing amiss afterwards, and its backup can be restored', async () => {
    const { folder, resources, opened } = await olderLibrary(await newFolder(), before)
    const library = await opened()
    const id = UPDATED[before]
    const was = valueOf(await library.readNotes(id))
    const marks = was.annotations
      .filter(({ deleted }) => deleted === undefined)
      .map(mark => ({ ...mark, note: 'Changed since.', version: mark.version + 1 }))
    valueOf(await library.saveNotes(id, marks, null))
    const newId = (): string => crypto.randomUUID()
    const backups = new LibraryBackups({ library, resources, newId, ...options })
    const made = valueOf(await backups.list()).good.find(({ backup }) => backup.reason === 'new-format')
    valueOf(await backups.restore(made?.id ?? '', { documents: null, removeNewer: false }))
    const notes = ({ annotations }: typeof was) =>
      annotations.flatMap(({ note, deleted }) => (deleted === undefined ? [note] : []))
    expect(notes(was).length).toBeGreaterThan(0)
    expect(notes(valueOf(await library.readNotes(id)))).toEqual(notes(was))
    await library.close()
    expect(await checkLibrary({ folder, resources, repair: false, ...options })).toEqual({
      ok: true,
      value: { ok: true, problems: [] },
    })
  })

  it('stays as it is, and says so, while no backup can be made', async () => {
    const { folder, opened } = await olderLibrary(await newFolder(), before)
    const was = await snapshot(folder)
    const library = await opened({ disk: faultyDisk({ at: 4, code: 'ENOSPC' }) })
    expect(library.readOnlyReason).toMatch(/older version.*no backup.*disk is full.*Nothing was lost/u)
    expect(await library.saveNotes(UPDATED[before], [], null)).toMatchObject({
      ok: false,
      error: { code: 'library-read-only' },
    })
    await library.close()
    expect(await snapshot(folder)).toEqual(was)
    const again = await opened()
    expect(again.writable).toBe(true)
    await again.close()
  })
})

// All steps are tried by `npm run torture -- migrating`; here a part of them.
it.each<{ before: OlderFormat; step: number }>([
  { before: 1, step: 23 },
  { before: 2, step: 61 },
])(
  'goes on where it was, whatever step it stopped at, and loses nothing',
  { timeout: 120_000 },
  async ({ before, step }) => {
    const steps = await countSteps(await newFolder(), before)
    expect(steps).toBeGreaterThan(100)
    for (let at = 0; at < steps; at += step) expect(await migrateWithStop(await newFolder(), at, before)).toEqual([])
  },
)

describe('of a library of format 2', () => {
  it('all that came since format 1 is kept', async () => {
    const { opened } = await olderLibrary(await newFolder(), 2)
    await (await opened()).close()
    const library = await opened({ write: false })
    const [html, book, pages, archive] = library.documents().map(({ id }) => id)
    expect(library.documents()).toMatchObject([
      { format: 'html', annotations: 5, tags: ['journal'], position: { offset: 12 } },
      { format: 'epub', cover: expect.stringMatching(/\.png$/u), collections: ['Thesis', 'Nerves'] },
      { format: 'pdf' },
      { format: 'mhtml', corrected: { authors: ['Curie, Marie'], key: 'curie1911' }, keywords: ['pain', 'nerve'] },
      { format: 'markdown', annotations: 2 },
    ])
    expect(valueOf(await library.readNotes(html ?? ''))).toMatchObject({
      pageNote: { value: 'A page note in the journal.' },
      shelf: { tags: ['journal'] },
    })
    expect(valueOf(await library.readArticle(book ?? '')).article.assets).toHaveLength(2)
    expect(valueOf(await library.readNotes(pages ?? '')).pageNote?.value).toBe('A page note — “quoted”.')
    expect(valueOf(await library.readNotes(archive ?? '')).citation).toMatchObject({ journal: 'Annals of Pain' })
    expect(valueOf(await library.marks.waiting()).length).toBeGreaterThan(0)
    expect(valueOf(await library.trashed())).toMatchObject([{ entry: { title: 'A text that is thrown away' } }])
    await library.close()
  })

  it('an article in the trash can be put back with its marks, and an update taken back', async () => {
    const { opened } = await olderLibrary(await newFolder(), 2)
    const library = await opened()
    const [trashed] = valueOf(await library.trashed())
    expect(trashed?.entry).not.toHaveProperty('sketch')
    const id = valueOf(await library.restoreTrashed(trashed?.name ?? ''))
    expect(library.documents().find(entry => entry.id === id)).not.toHaveProperty('sketch')
    expect(valueOf(await library.readNotes(id)).annotations).toMatchObject([{ note: 'Kept in the trash' }])
    valueOf(await library.undoUpdate(UPDATED[2]))
    expect(valueOf(await library.readArticle(UPDATED[2])).article.text).toContain('TLR4 increases pain')
    await library.close()
  })

  it('a backup that was made then is restored', async () => {
    const { resources, opened } = await olderLibrary(await newFolder(), 2)
    const library = await opened()
    const id = library.documents()[0]?.id ?? ''
    const newId = (): string => crypto.randomUUID()
    const backups = new LibraryBackups({ library, resources, newId, ...options })
    const made = valueOf(await backups.list()).good.find(({ backup }) => backup.reason === 'asked')
    valueOf(await backups.restore(made?.id ?? '', { documents: null, removeNewer: true }))
    const { annotations } = valueOf(await library.readNotes(id))
    const kept = annotations.filter(({ deleted }) => deleted === undefined).map(({ note }) => note.split('\n')[0])
    expect(kept).toContain('In a *first* study.')
    expect(kept).not.toContain('In the journal')
    await library.close()
  })

  it('changes of the index that are in its journal only are kept', async () => {
    const { folder, opened } = await olderLibrary(await newFolder(), 2)
    const { documents } = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as {
      documents: Record<string, unknown>[]
    }
    const position = { offset: 20, progress: 0.5, moves: 9 }
    await writeFile(join(folder, 'library.journal.jsonl'), journalLine({ documents: [{ ...documents[0], position }] }))
    const library = await opened()
    expect(library.documents()[0]).toMatchObject({ position })
    await library.close()
    const reader = await opened({ write: false })
    expect(reader.documents()[0]).toMatchObject({ position })
    await reader.close()
  })
})

describe('a library of a newer format', () => {
  const newerLibrary = async () => {
    const set = await olderLibrary(await newFolder(), 2)
    await (await set.opened()).close()
    const path = join(set.folder, 'library.json')
    const { checksum: _checksum, ...fields } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    await writeFile(path, JSON.stringify({ ...fields, format: 4, novelty: true }))
    return set
  }

  it('is opened for reading, says why, and is not written to at all', async () => {
    const { folder, opened } = await newerLibrary()
    const before = await snapshot(folder)
    const library = await opened()
    expect(library.readOnlyReason).toMatch(/newer version of Pathmark.*format 4.*knows 3.*Update/u)
    expect(library.documents()).toHaveLength(5)
    expect(await readdir(folder)).not.toContain('library.lock')
    expect(await library.saveNotes(UPDATED[2], [], null)).toMatchObject({ error: { code: 'library-read-only' } })
    await readWhole(library, UPDATED[2])
    await library.close()
    expect(await snapshot(folder)).toEqual(before)
  })
})
