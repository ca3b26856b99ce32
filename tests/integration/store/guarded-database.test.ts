import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Disk } from '#library/store/disk.ts'
import { openDatabase } from '#library/store/open-database.ts'
import { add, counterFormat, counterOf, mergeCounters } from './counter-format.ts'
import type { Counter } from './counter-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T10:00:00.000Z'

interface Opening {
  readonly initial?: Counter | null
  readonly readOnlyReason?: string
  readonly disk?: Disk
}

const openCounter = (path: string, { initial = null, readOnlyReason, disk }: Opening = {}) =>
  openDatabase<Counter>({
    path,
    format: counterFormat,
    initial,
    readOnlyReason: readOnlyReason ?? null,
    damagedCode: 'document-damaged',
    merge: mergeCounters,
    now: () => NOW,
    ...(disk && { disk }),
  })

const opened = async (path: string, opening?: Opening) => {
  const result = await openCounter(path, opening)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const fileWith = async (content: string | Uint8Array, previous?: string) => {
  const folder = await newFolder()
  const path = join(folder, 'counter.json')
  await writeFile(path, content)
  if (previous !== undefined) await writeFile(`${path}.previous`, previous)
  return { folder, path }
}

const readCounts = async (path: string): Promise<number[]> =>
  (JSON.parse(await readFile(path, 'utf8')) as Counter).counts
const text = (counter: Counter) => JSON.stringify(counter)

const damages: [string, string | Uint8Array, string][] = [
  ['is empty', '', 'empty'],
  ['holds only NUL bytes', new Uint8Array(300), 'NUL'],
  ['ends in NUL bytes', `${text(counterOf(1))}\0\0\0`, 'NUL'],
  ['was cut short', text(counterOf(1, 2, 3)).slice(0, 20), 'not whole JSON'],
  ['is null', 'null', 'no JSON object'],
  ['is a list', '[]', 'no JSON object'],
  ['says no format', '{"counts":[]}', 'does not say its format'],
  ['holds other things', '{"format":2,"counts":["one"]}', 'counts.0'],
  ['is not UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), 'not UTF-8'],
]

describe('a damaged file', () => {
  it.each(damages)(
    'that %s is refused and left as it is when there is nothing better',
    async (_what, content, words) => {
      const { folder, path } = await fileWith(content)
      const result = await openCounter(path, { initial: counterOf() })
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'document-damaged', message: expect.stringContaining(words) },
      })
      expect(Buffer.compare(await readFile(path), Buffer.from(content))).toBe(0)
      expect(await readdir(folder)).toEqual(['counter.json'])
    },
  )

  it.each(damages)('that %s is set aside, and the version before is used, with a warning', async (_what, content) => {
    const { path } = await fileWith(content, text(counterOf(1, 2)))
    const database = await opened(path)
    const aside = `${path}.damaged-2026-11-22T10-00-00Z`
    expect(database.data).toEqual(counterOf(1, 2))
    expect(database.warnings).toEqual([expect.stringContaining('counter.json.damaged-2026-11-22T10-00-00Z')])
    expect(Buffer.compare(await readFile(aside), Buffer.from(content))).toBe(0)
    expect(await readCounts(path)).toEqual([1, 2])
    expect(await readCounts(`${path}.previous`)).toEqual([1, 2])
  })

  it('never takes the place of one that was set aside before', async () => {
    const { folder, path } = await fileWith('{', text(counterOf(1)))
    await opened(path)
    await writeFile(path, '[')
    await opened(path)
    const kept = (await readdir(folder)).filter(name => name.includes('damaged')).toSorted()
    expect(await Promise.all(kept.map(name => readFile(join(folder, name), 'utf8')))).toEqual(['{', '['])
  })

  it('is not touched when the library is only read', async () => {
    const { folder, path } = await fileWith('{', text(counterOf(1)))
    const database = await opened(path, { readOnlyReason: 'for reading' })
    expect(database.data).toEqual(counterOf(1))
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('of which no version is good is refused', async () => {
    const { path } = await fileWith('{', '[')
    expect(await openCounter(path)).toMatchObject({ ok: false, error: { code: 'document-damaged' } })
  })
})

describe('a file that is not there', () => {
  it('begins with the initial value and is not written until something changes', async () => {
    const path = join(await newFolder(), 'counter.json')
    const database = await opened(path, { initial: counterOf() })
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await database.update(add(1))).toEqual({ ok: true, value: null })
    expect(await readCounts(path)).toEqual([1])
  })

  it('comes back from its previous version, and never as an empty one', async () => {
    const { path } = await fileWith('', text(counterOf(7)))
    await rm(path)
    const database = await opened(path, { initial: counterOf() })
    expect(database.data).toEqual(counterOf(7))
    expect(database.warnings).toEqual([expect.stringContaining('missing')])
    expect(await readCounts(path)).toEqual([7])
  })

  it('is a failure where it has to be there', async () => {
    const path = join(await newFolder(), 'counter.json')
    expect(await openCounter(path)).toMatchObject({ ok: false, error: { code: 'document-damaged' } })
  })
})

describe('a file of a newer format', () => {
  it('is shown and not changed when it can be understood', async () => {
    const newer = '{"format":3,"counts":[1],"more":true}'
    const { path } = await fileWith(newer)
    const database = await opened(path)
    expect(database.data.counts).toEqual([1])
    expect(await database.update(add(2))).toMatchObject({
      ok: false,
      error: { code: 'library-read-only', message: expect.stringContaining('newer version') },
    })
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('is refused by name when it cannot', async () => {
    const { path } = await fileWith('{"format":3,"numbers":{}}')
    expect(await openCounter(path)).toMatchObject({ ok: false, error: { code: 'format-version-too-new' } })
  })

  it('is not written over when it appears while the database is open', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path)
    await writeFile(path, '{"format":3,"counts":[1,2,3]}')
    for (const count of [4, 5]) {
      expect(await database.update(add(count))).toMatchObject({ ok: false, error: { code: 'format-version-too-new' } })
    }
    expect(await readFile(path, 'utf8')).toContain('"format":3')
  })
})

describe('an update', () => {
  it('that throws changes nothing, here or on the disk', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path)
    await database.update(add(2))
    const halfDone = (counter: Counter): Counter => {
      counter.counts.push(3)
      throw new Error('never reached')
    }
    await expect(database.update(halfDone)).rejects.toThrow(TypeError)
    const lateThrow = (): Counter => {
      throw new RangeError('stopped half-way')
    }
    await expect(database.update(lateThrow)).rejects.toThrow('stopped half-way')
    expect(database.data).toEqual(counterOf(1, 2))
    expect(await readCounts(path)).toEqual([1, 2])
  })

  it('that is not valid is refused', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path)
    const result = await database.update(counter => ({ ...counter, counts: [Number.NaN] }))
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-payload' } })
    expect(database.data).toEqual(counterOf(1))
  })

  it('keeps what a program that knows more has written beside', async () => {
    const { path } = await fileWith('{"format":2,"counts":[1],"colour":"blue"}')
    const database = await opened(path)
    await database.update(add(2))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 2, counts: [1, 2], colour: 'blue' })
  })

  it('waits for the next one when the disk refuses, and is not lost', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path, { disk: faultyDisk({ at: 1, code: 'ENOSPC' }) })
    expect(await database.update(add(2))).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(database.data).toEqual(counterOf(1, 2))
    expect(await readCounts(path)).toEqual([1])
    expect((await database.update(add(3))).ok).toBe(true)
    expect(await readCounts(path)).toEqual([1, 2, 3])
  })

  it('is tried once more on closing', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path, { disk: faultyDisk({ at: 1, code: 'ENOSPC' }) })
    await database.update(add(2))
    expect((await database.close()).ok).toBe(true)
    expect(await readCounts(path)).toEqual([1, 2])
  })

  it('is on the disk after closing even when nobody waited for it', async () => {
    const { path } = await fileWith(text(counterOf()))
    const database = await opened(path)
    const updates = Array.from({ length: 50 }, (_, count) => database.update(add(count)))
    await database.update(add(50))
    await database.close()
    expect(await readCounts(path)).toHaveLength(51)
    expect((await Promise.all(updates)).every(({ ok }) => ok)).toBe(true)
  })

  it('brings in what another program has put into the file meanwhile', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path)
    await database.update(add(2))
    await writeFile(path, text(counterOf(1, 9)))
    await database.update(add(3))
    expect(await readCounts(path)).toEqual([1, 2, 9, 3])
  })

  it('sets aside, once, what another program has damaged meanwhile', async () => {
    const { folder, path } = await fileWith(text(counterOf(1)))
    const database = await opened(path)
    await database.update(add(2))
    await writeFile(path, '{"format":2,')
    await database.refresh()
    await database.update(add(3))
    expect(await readCounts(path)).toEqual([1, 2, 3])
    expect(await readCounts(`${path}.previous`)).toEqual([1])
    expect((await readdir(folder)).filter(name => name.includes('damaged'))).toHaveLength(1)
  })

  it('is refused with the reason when the database is only read', async () => {
    const { path } = await fileWith(text(counterOf(1)))
    const database = await opened(path, { readOnlyReason: 'It is in use.' })
    expect(await database.update(add(2))).toEqual({
      ok: false,
      error: { code: 'library-read-only', message: 'It is in use.' },
    })
  })
})

describe('a path that cannot be read', () => {
  it('is a failure of its own, and no reason to begin anew', async () => {
    const path = join(await newFolder(), 'counter.json')
    await mkdir(path)
    expect(await openCounter(path, { initial: counterOf() })).toMatchObject({
      ok: false,
      error: { code: 'not-readable' },
    })
  })
})
