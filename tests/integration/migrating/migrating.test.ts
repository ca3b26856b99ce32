import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LibraryBackups } from '#library/backups/library-backups.ts'
import { readBackups } from '#library/backups/backup-files.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { migrateLibrary } from '#library/migrating/migrate-library.ts'
import { snapshot, valueOf } from '../backups/backed-up-library.ts'
import { readWhole, setUpLibrary } from '../library/library-folder.ts'
import { faultyDisk } from '../store/faulty-disk.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

/** As the last program of format 1 left it: two articles, one of them updated, with all a reader can make. */
const formatOne = join(import.meta.dirname, '../../fixtures/library-format-1')
const BUNDLED = 'how-il-10-calms-a-nerve-952c8236'
const UPDATED = 'repair-of-a-nerve-908db1fd'

const olderLibrary = async () => {
  const root = await newFolder()
  const setUp = await setUpLibrary(root)
  await cp(formatOne, setUp.folder, { recursive: true })
  return { root, resources: join(root, 'resources'), ...setUp }
}

const shown = async (library: OpenLibrary) => ({
  documents: library.documents(),
  bundled: await readWhole(library, BUNDLED),
  updated: await readWhole(library, UPDATED),
  report: await library.readReport(UPDATED),
  names: await library.ownNames(),
  warnings: library.warnings,
})

/** The formats of all JSON files of a library that are in use, by path. */
const formats = async (folder: string): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {}
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.json') || name.startsWith('backups')) continue
    const { format } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { format: unknown }
    found[name] = format
  }
  return found
}

const options = { program: 'pathmark 0.1.0', now: () => '2026-11-23T10:00:00.000Z' }

describe('a library of an older format', () => {
  it('is brought to this one when it is opened for writing, with a backup first', async () => {
    const { folder, opened } = await olderLibrary()
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
    const { folder, opened } = await olderLibrary()
    const before = await snapshot(folder)
    const library = await opened({ write: false })
    await shown(library)
    await library.close()
    expect(await snapshot(folder)).toEqual(before)
  })

  it('has nothing amiss afterwards, and its backup can be restored', async () => {
    const { folder, resources, opened } = await olderLibrary()
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
    const { folder, opened } = await olderLibrary()
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

describe('migrating is interrupted', { timeout: 120_000 }, () => {
  const stepsOf = async (): Promise<number> => {
    const { folder } = await olderLibrary()
    const disk = faultyDisk(null)
    valueOf(await migrateLibrary({ folder, disk, ...options }))
    return disk.done.length
  }

  it('goes on where it was, whatever step it stopped after, and loses nothing', async () => {
    const steps = await stepsOf()
    expect(steps).toBeGreaterThan(100)
    const whole = await olderLibrary()
    const reader = await whole.opened({ write: false })
    const before = await shown(reader)
    await reader.close()
    // The trial of all steps is `migrating.torture.ts`; this one is short.
    for (let at = 0; at < steps; at += 23) {
      const { folder, opened } = await olderLibrary()
      const stopped = await migrateLibrary({ folder, disk: faultyDisk({ at, code: 'power-cut' }), ...options })
      expect(stopped.ok).toBe(false)
      const between = await opened({ write: false })
      expect(await shown(between)).toEqual(before)
      await between.close()
      const library = await opened()
      expect(library.writable).toBe(true)
      expect(await shown(library)).toEqual(before)
      await library.close()
      expect(Object.values(await formats(folder)).filter(format => format !== 2)).toEqual([])
      const made = valueOf(await readBackups(folder)).good.filter(({ backup }) => backup.reason === 'new-format')
      expect(made).toHaveLength(1)
      expect(made[0]?.backup.documents).toBe(2)
    }
  })
})

describe('a library of a newer format', () => {
  const newerLibrary = async () => {
    const set = await olderLibrary()
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
