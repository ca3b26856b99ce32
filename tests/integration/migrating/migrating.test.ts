import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import { readBackups } from '#library/backups/backup-files.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import { snapshot, valueOf } from '../backups/backed-up-library.ts'
import { readWhole } from '../library/library-folder.ts'
import { faultyDisk } from '../store/faulty-disk.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { UPDATED, countSteps, formats, migrateWithStop, olderLibrary, options, shown } from './older-library.ts'

const newFolder = temporaryFolders()

describe('a library of an older format', () => {
  it('is brought to this one when it is opened for writing, with a backup first', async () => {
    const { folder, opened } = await olderLibrary(await newFolder())
    const reader = await opened({ write: false })
    const before = await shown(reader)
    await reader.close()
    const library = await opened()
    expect(await shown(library)).toEqual(before)
    await library.close()

    const found = await formats(folder)
    expect(Object.keys(found).length).toBeGreaterThan(15)
    expect(Object.entries(found).filter(([, format]) => format !== 2)).toEqual([])
    const [made, ...others] = valueOf(await readBackups(folder)).good
    expect(others).toEqual([])
    expect(made?.backup).toMatchObject({ reason: 'new-format', documents: 2 })
  })

  it('can be read without being changed', async () => {
    const { folder, opened } = await olderLibrary(await newFolder())
    const before = await snapshot(folder)
    const library = await opened({ write: false })
    await shown(library)
    await library.close()
    expect(await snapshot(folder)).toEqual(before)
  })

  it('has nothing amiss afterwards, and its backup can be restored', async () => {
    const { folder, resources, opened } = await olderLibrary(await newFolder())
    const library = await opened()
    const note = { value: 'Changed since.', modified: '2026-11-23T11:00:00.000Z', version: 9 }
    valueOf(await library.saveNotes(UPDATED, [], note))
    const newId = (): string => crypto.randomUUID()
    const backups = new LibraryBackups({ library, resources, newId, ...options })
    const [made] = valueOf(await backups.list()).good
    valueOf(await backups.restore(made?.id ?? '', { documents: null, removeNewer: false }))
    expect(valueOf(await library.readNotes(UPDATED)).pageNote?.value).toBe('A page note — “quoted”.')
    await library.close()
    expect(await checkLibrary({ folder, resources, repair: false, ...options })).toEqual({
      ok: true,
      value: { ok: true, problems: [] },
    })
  })

  it('stays as it is, and says so, while no backup can be made', async () => {
    const { folder, opened } = await olderLibrary(await newFolder())
    const before = await snapshot(folder)
    const library = await opened({ disk: faultyDisk({ at: 4, code: 'ENOSPC' }) })
    expect(library.readOnlyReason).toMatch(/older version.*no backup.*disk is full.*Nothing was lost/u)
    expect(await library.saveNotes(UPDATED, [], null)).toMatchObject({
      ok: false,
      error: { code: 'library-read-only' },
    })
    await library.close()
    expect(await snapshot(folder)).toEqual(before)
    const again = await opened()
    expect(again.writable).toBe(true)
    await again.close()
  })
})

// All steps are tried by `npm run torture -- migrating`; here every 23rd.
it('goes on where it was, whatever step it stopped at, and loses nothing', { timeout: 120_000 }, async () => {
  const steps = await countSteps(await newFolder())
  expect(steps).toBeGreaterThan(100)
  for (let at = 0; at < steps; at += 23) expect(await migrateWithStop(await newFolder(), at)).toEqual([])
})

describe('a library of a newer format', () => {
  const newerLibrary = async () => {
    const set = await olderLibrary(await newFolder())
    await (await set.opened()).close()
    const path = join(set.folder, 'library.json')
    const { checksum: _checksum, ...fields } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    await writeFile(path, JSON.stringify({ ...fields, format: 3, novelty: true }))
    return set
  }

  it('is opened for reading, says why, and is not written to at all', async () => {
    const { folder, opened } = await newerLibrary()
    const before = await snapshot(folder)
    const library = await opened()
    expect(library.readOnlyReason).toMatch(/newer version of Pathmark.*format 3.*knows 2.*Update/u)
    expect(library.documents()).toHaveLength(2)
    expect(await readdir(folder)).not.toContain('library.lock')
    expect(await library.saveNotes(UPDATED, [], null)).toMatchObject({ error: { code: 'library-read-only' } })
    await readWhole(library, UPDATED)
    await library.close()
    expect(await snapshot(folder)).toEqual(before)
  })
})
