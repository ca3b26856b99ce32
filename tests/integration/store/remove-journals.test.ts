import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { journalPaths } from '#library/store/journal-file.ts'
import { removeJournals, removePrevious, replaceJournals } from '#library/store/remove-journals.ts'
import { faultyDisk } from './faulty-disk.ts'
import { readStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-23T10:00:00.000Z'
const ASIDE = 'damaged-2026-11-23T10-00-00Z'
const done = { ok: true, value: null }

let folder = ''
let path = ''
let previous = ''
let current = ''
beforeEach(async () => {
  folder = await newFolder()
  path = join(folder, 'notes.json')
  ;[previous, current] = journalPaths(path)
  await writeFile(path, 'the file')
  await writeFile(previous, 'the one before')
  await writeFile(current, 'the journal')
})
const names = async () => (await readdir(folder)).toSorted()

describe('journals that are not needed any more', () => {
  it('go, both, and for good, whether they are there or not', async () => {
    const disk = faultyDisk(null)
    expect(await removeJournals(path, disk)).toEqual(done)
    expect(disk.done).toEqual(['rm', 'rm', 'open', 'sync'])
    expect(await names()).toEqual(['notes.json'])
    expect(await removeJournals(path)).toEqual(done)
  })

  it.each([0, 1, 2, 3])('are told of when the disk refuses at step %i', async at => {
    expect(await removeJournals(path, faultyDisk({ at, code: 'EIO' }))).toMatchObject({
      ok: false,
      error: { code: 'not-writable', message: expect.stringContaining(path) },
    })
  })
})

describe('a version before that is damaged', () => {
  it('goes, whether it is there or not', async () => {
    expect(await removePrevious(previous)).toEqual(done)
    expect(await names()).toEqual(['notes.journal.jsonl', 'notes.json'])
    expect(await removePrevious(previous)).toEqual(done)
  })

  it('is told of when it cannot be removed', async () => {
    const there = join(folder, 'folder')
    await mkdir(join(there, 'inner'), { recursive: true })
    expect(await removePrevious(there)).toMatchObject({ ok: false, error: { message: expect.stringContaining(there) } })
  })
})

describe('journals that are damaged', () => {
  it('are kept under other names, and the file says all that they said', async () => {
    const replaced = await replaceJournals(path, { format: 1, title: 'all' }, [previous, current], NOW)
    const kept = [previous, current].map(journal => `${basename(journal)}.${ASIDE}`)
    expect(replaced).toEqual({ ok: true, value: kept })
    expect(await names()).toEqual([...kept, 'notes.json'].toSorted())
    expect(await readStored(path)).toEqual({ format: 1, title: 'all' })
    const contents = await Promise.all(kept.map(name => readFile(join(folder, name), 'utf8')))
    expect(contents).toEqual(['the one before', 'the journal'])
  })

  it('of which only one is damaged, go both', async () => {
    expect(await replaceJournals(path, { format: 1 }, [current], NOW)).toMatchObject({ ok: true })
    expect(await names()).toEqual([`notes.journal.jsonl.${ASIDE}`, 'notes.json'])
  })

  it('stay when they cannot be kept, and so does the file', async () => {
    const gone = join(folder, 'gone')
    expect(await replaceJournals(path, { format: 1 }, [gone], NOW)).toMatchObject({ ok: false })
    expect(await readFile(path, 'utf8')).toBe('the file')
    expect(await names()).toEqual(['notes.journal.jsonl', 'notes.journal.jsonl.previous', 'notes.json'])
  })

  it('stay when the file cannot be written', async () => {
    const there = join(folder, 'folder.json')
    await mkdir(join(there, 'inner'), { recursive: true })
    const [, journal] = journalPaths(there)
    await writeFile(journal, 'the journal')
    expect(await replaceJournals(there, { format: 1 }, [journal], NOW)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(there) },
    })
    expect(await readFile(journal, 'utf8')).toBe('the journal')
  })

  it('are told of when they cannot be removed', async () => {
    const there = join(folder, 'other.json')
    const [before] = journalPaths(there)
    await mkdir(join(before, 'inner'), { recursive: true })
    expect(await replaceJournals(there, { format: 1 }, [], NOW)).toMatchObject({ ok: false })
  })
})
