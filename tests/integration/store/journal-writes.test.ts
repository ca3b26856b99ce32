import { appendFile, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { realDisk } from '#library/store/disk.ts'
import type { Disk } from '#library/store/disk.ts'
import { Journal } from '#library/store/journal.ts'
import { journalLine, journalPaths } from '#library/store/journal-file.ts'
import { faultyDisk } from './faulty-disk.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
let folder = ''
let file = ''
let path = ''
let previous = ''

beforeEach(async () => {
  folder = await newFolder()
  file = join(folder, 'notes.json')
  ;[previous, path] = journalPaths(file)
})

const line = (text: string) => journalLine({ title: text })
const begun = async (disk: Disk, ...texts: readonly string[]) => {
  const journal = new Journal(file, realDisk)
  for (const text of texts) expect(await journal.append({ title: text })).toEqual({ ok: true, value: null })
  const again = new Journal(file, disk)
  again.found({ length: journal.length, size: journal.length, present: texts.length > 0 })
  return again
}

describe('appending to a journal', () => {
  it('flushes the file each time, and the folder when the file is new', async () => {
    const disk = faultyDisk(null)
    const journal = new Journal(file, disk)
    expect([journal.length, journal.doubtful]).toEqual([0, false])
    await journal.append({ title: 'é 1' })
    expect(disk.done).toEqual(['open', 'write', 'datasync', 'open', 'sync'])
    await journal.append({ title: '2' })
    expect(disk.done.slice(5)).toEqual(['open', 'write', 'datasync'])
    expect(await readFile(path, 'utf8')).toBe(line('é 1') + line('2'))
    expect(journal.length).toBe(Buffer.byteLength(line('é 1') + line('2')))
    expect(disk.stillOpen()).toBe(0)
  })

  it.each(['ENOSPC', 'EDQUOT'])('goes on after %s, with nothing left of the line that was refused', async code => {
    const disk = faultyDisk({ at: 2, code })
    const journal = await begun(disk, '1')
    expect(await journal.append({ title: 'refused' })).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(journal.doubtful).toBe(false)
    expect(await readFile(path, 'utf8')).toBe(line('1'))
    expect(await journal.append({ title: '2' })).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(line('1') + line('2'))
    expect(disk.stillOpen()).toBe(0)
  })

  it('leaves no empty one behind when there was no room for its first line', async () => {
    const journal = new Journal(file, faultyDisk({ at: 1, code: 'ENOSPC' }))
    expect(await journal.append({ title: 'refused' })).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(await journal.retire(true)).toEqual({ ok: true, value: null })
    expect(await readdir(folder)).toEqual([])
  })

  it.each([0, 1, 2])('is in doubt after the disk has failed at step %i, and has closed what it opened', async at => {
    const disk = faultyDisk({ at, code: 'EIO' })
    const journal = await begun(disk, '1')
    expect(await journal.append({ title: 'refused' })).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(journal.doubtful).toBe(true)
    expect(disk.stillOpen()).toBe(0)
  })

  it('is in doubt when what a full disk left cannot be taken away', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
    const disk: Disk = {
      ...realDisk,
      open: async (...args) => {
        const opened = await realDisk.open(...args)
        opened.datasync = () => Promise.reject(full)
        opened.truncate = () => Promise.reject(full)
        return opened
      },
    }
    const journal = await begun(disk, '1')
    expect(await journal.append({ title: '2' })).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(journal.doubtful).toBe(true)
  })

  it('refuses a file that another program has changed, and leaves it as it is', async () => {
    const journal = await begun(realDisk, '1')
    await appendFile(path, line('theirs'))
    expect(await journal.append({ title: '2' })).toEqual({
      ok: false,
      error: { code: 'not-writable', message: `${path} was changed by another program. Try again.` },
    })
    expect(journal.doubtful).toBe(true)
    expect(await readFile(path, 'utf8')).toBe(line('1') + line('theirs'))
    journal.found({ length: 0, size: 0, present: false })
    expect(journal.doubtful).toBe(false)
  })

  it('takes away what an interrupted write left', async () => {
    const journal = await begun(realDisk, '1')
    const { length } = journal
    await appendFile(path, '{"half')
    journal.found({ length, size: length + 6, present: true })
    await journal.append({ title: '2' })
    expect(await readFile(path, 'utf8')).toBe(line('1') + line('2'))
  })
})

describe('retiring a journal', () => {
  const names = async () => (await readdir(folder)).toSorted()

  it('does nothing when there is none', async () => {
    const disk = faultyDisk(null)
    expect(await new Journal(file, disk).retire(true)).toEqual({ ok: true, value: null })
    expect(disk.done).toEqual([])
  })

  it('makes it the one before, and flushes the folder', async () => {
    const disk = faultyDisk(null)
    const journal = await begun(disk, '1')
    await writeFile(previous, 'older')
    expect(await journal.retire(true)).toEqual({ ok: true, value: null })
    expect(disk.done).toEqual(['rename', 'open', 'sync'])
    expect(await readFile(previous, 'utf8')).toBe(line('1'))
    expect(await names()).toEqual(['notes.journal.jsonl.previous'])
    expect(journal.length).toBe(0)
    expect(await journal.append({ title: '2' })).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(line('2'))
  })

  it('takes both away when none is to be kept, whether they are there or not', async () => {
    const journal = await begun(realDisk, '1')
    await writeFile(previous, 'older')
    expect(await journal.retire(false)).toEqual({ ok: true, value: null })
    expect(await names()).toEqual([])
    journal.found({ length: 0, size: 0, present: true })
    expect(await journal.retire(false)).toEqual({ ok: true, value: null })
  })

  it('is done when another program has taken the file away', async () => {
    const journal = await begun(realDisk, '1')
    await rm(path)
    expect(await journal.retire(true)).toEqual({ ok: true, value: null })
    expect(journal.doubtful).toBe(false)
  })

  it.each([0, 1, 2])('that the disk refuses at step %i is told, and the journal is in doubt', async at => {
    const journal = await begun(faultyDisk({ at, code: 'EIO' }), '1')
    expect(await journal.retire(true)).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(journal.doubtful).toBe(true)
    expect(await journal.retire(true)).toEqual({ ok: true, value: null })
    expect(journal.doubtful).toBe(false)
  })

  it('cuts off what an interrupted write left, and touches no other', async () => {
    const disk = faultyDisk(null)
    const journal = await begun(disk, '1')
    const { length } = journal
    await appendFile(path, '{"half')
    journal.found({ length, size: length + 6, present: true })
    await journal.retire(true)
    expect(disk.done).toEqual(['open', 'truncate', 'datasync', 'rename', 'open', 'sync'])
    expect((await stat(previous)).size).toBe(length)
    expect(disk.stillOpen()).toBe(0)
    await truncate(previous, 0)
  })
})
