import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { faultyDisk } from '../store/faulty-disk.ts'
import { backedUpLibrary, objectsIn, snapshot, valueOf } from './backed-up-library.ts'
import type { BackedUpLibrary } from './backed-up-library.ts'

const newFolder = temporaryFolders()
let set: BackedUpLibrary
beforeEach(async () => {
  set = await backedUpLibrary(await newFolder())
})
afterEach(() => set.library.close())

const idsOf = async (): Promise<string[]> => valueOf(await set.backups.list()).good.map(({ id }) => id)

describe('making a backup', () => {
  it('keeps what the reader made, byte for byte, and no articles', async () => {
    await set.save([await set.mark('IL-10', 'why?')])
    const made = valueOf(await set.backups.make('asked'))
    expect(made.backup).toMatchObject({ number: 1, documents: 1, annotations: 1, reason: 'asked' })
    const paths = made.backup.files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['library.json', `documents/${set.id}/notes.json`, `documents/${set.id}/mechanisms.json`]),
    )
    expect(paths.filter(path => /article|source/u.test(path))).toEqual([])
    for (const { path, hash, size } of made.backup.files) {
      const kept = gunzipSync(await readFile(join(set.folder, 'backups', 'objects', `${hash}.gz`)))
      expect(kept.equals(await readFile(join(set.folder, path)))).toBe(true)
      expect(kept).toHaveLength(size)
    }
  })

  it('makes none while nothing changes, but always one before an upheaval', async () => {
    const first = valueOf(await set.backups.make('by-itself'))
    expect(first.unchanged).toBe(false)
    expect(valueOf(await set.backups.make('by-itself'))).toMatchObject({ id: first.id, unchanged: true })
    expect(valueOf(await set.backups.make('restore')).backup.number).toBe(2)
    expect(await idsOf()).toHaveLength(2)
  })

  it('writes only what changed', async () => {
    await set.addArticle()
    valueOf(await set.backups.make('by-itself'))
    const before = await objectsIn(set.folder)
    await set.save([await set.mark('IL-10')])
    const made = valueOf(await set.backups.make('by-itself'))
    const changed = made.backup.files.filter(({ hash }) => !before.includes(`${hash}.gz`)).map(({ path }) => path)
    expect(changed.toSorted()).toEqual([`documents/${set.id}/notes.json`, 'library.json'])
    expect(await objectsIn(set.folder)).toHaveLength(before.length + 2)
  })

  it('notices a file that was changed to one of the same size', async () => {
    valueOf(await set.backups.make('by-itself'))
    const path = join(set.folder, 'documents', set.id, 'notes.json')
    const content = await readFile(path, 'utf8')
    await writeFile(path, content.replace('"pageNote": null', '"pageNote": nulL'))
    expect(valueOf(await set.backups.make('by-itself')).unchanged).toBe(false)
  })

  it('gives two backups of one second names of their own', async () => {
    const now = () => '2026-11-23T12:00:00.500Z'
    const { LibraryBackups } = await import('#library/backups/library-backups.ts')
    const backups = new LibraryBackups({ library: set.library, resources: '', program: 'x', now, newId: () => '' })
    await backups.make('restore')
    await backups.make('restore')
    expect(await idsOf()).toEqual(['2026-11-23T12-00-00Z-2', '2026-11-23T12-00-00Z'])
  })

  it('mends a damaged copy before an upheaval', async () => {
    valueOf(await set.backups.make('by-itself'))
    const [object = ''] = await objectsIn(set.folder)
    const path = join(set.folder, 'backups', 'objects', object)
    const good = await readFile(path)
    await writeFile(path, Buffer.alloc(good.length))
    valueOf(await set.backups.make('restore'))
    expect(await readFile(path)).toEqual(good)
  })

  it('removes backups whose time is over, and what only they needed', async () => {
    const made: string[] = []
    for (let count = 0; count < 14; count += 1) {
      await set.save([await set.mark('IL-10', `note ${count}`)])
      made.push(valueOf(await set.backups.make('by-itself')).id)
    }
    // All of one day: the last ten stay.
    expect(await idsOf()).toEqual(made.slice(-10).toReversed())
    const needed = new Set(
      valueOf(await set.backups.list()).good.flatMap(({ backup }) => backup.files.map(f => f.hash)),
    )
    expect(await objectsIn(set.folder)).toEqual([...needed].map(hash => `${hash}.gz`).toSorted())
  })

  it('removes no content while a backup cannot be read', async () => {
    const first = valueOf(await set.backups.make('asked'))
    await writeFile(join(set.folder, 'backups', `${first.id}.json`), '{')
    await set.save([await set.mark('IL-10')])
    valueOf(await set.backups.make('by-itself'))
    const left = await objectsIn(set.folder)
    expect(first.backup.files.every(({ hash }) => left.includes(`${hash}.gz`))).toBe(true)
    expect(valueOf(await set.backups.list()).bad).toEqual([{ id: first.id, problem: expect.stringContaining('JSON') }])
  })

  it('stops when it is told to, and leaves no backup behind', async () => {
    const stopped = await set.backups.make('by-itself', AbortSignal.abort())
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await idsOf()).toEqual([])
  })

  it('makes none of a library that can only be read', async () => {
    await set.library.close()
    const reading = await set.openAgain({ write: false })
    const before = await snapshot(set.folder)
    expect(await set.backupsOf(reading).make('asked')).toMatchObject({
      ok: false,
      error: { code: 'library-read-only' },
    })
    expect(await snapshot(set.folder)).toEqual(before)
    await reading.close()
  })
})

describe('a disk that refuses a backup', () => {
  const countSteps = async (): Promise<number> => {
    const disk = faultyDisk(null)
    valueOf(await set.backupsOf(set.library, disk).make('by-itself'))
    await rm(join(set.folder, 'backups'), { recursive: true })
    return disk.done.length
  }

  it.each(['ENOSPC', 'EIO'])('leaves what was there as it was, whatever step fails with %s', async code => {
    const steps = await countSteps()
    expect(steps).toBeGreaterThan(10)
    const first = valueOf(await set.backups.make('by-itself'))
    await set.save([await set.mark('IL-10', 'a new note')])
    const before = await snapshot(set.folder)
    const messages: string[] = []
    for (let at = 0; at < steps; at += 1) {
      const made = await set.backupsOf(set.library, faultyDisk({ at, code })).make('by-itself')
      // One that came about all the same, as when the fault met only the tidying, is taken away again.
      if (made.ok) await rm(join(set.folder, 'backups', `${made.value.id}.json`))
      else messages.push(made.error.message)
      const after = await snapshot(set.folder)
      const left = Object.entries(after).filter(([name]) => !made.ok || !name.startsWith('backups/objects/'))
      expect(left.filter(([name, content]) => before[name] !== content)).toEqual([])
      expect(Object.keys(before).filter(name => after[name] === undefined)).toEqual([])
      expect(valueOf(await set.backups.compare(first.id)).failures).toEqual([])
    }
    expect(messages.length).toBeGreaterThan(5)
    const expected = code === 'ENOSPC' ? /full/u : /EIO|other than what was written/u
    expect(messages.filter(message => !expected.test(message))).toEqual([])
  })

  it('has one whole backup or none after the power goes, and makes the next one', async () => {
    const steps = await countSteps()
    for (let at = 0; at < steps; at += 1) {
      await set.backupsOf(set.library, faultyDisk({ at, code: 'power-cut' })).make('by-itself')
      const { good, bad } = valueOf(await set.backups.list())
      expect(bad).toEqual([])
      for (const { id } of good) expect(valueOf(await set.backups.compare(id)).failures).toEqual([])
      valueOf(await set.backups.make('by-itself'))
      expect((await objectsIn(set.folder)).filter(name => name.endsWith('.tmp'))).toEqual([])
      await rm(join(set.folder, 'backups'), { recursive: true })
    }
  })
})
