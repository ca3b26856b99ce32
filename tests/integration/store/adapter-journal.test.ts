import { readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Disk } from '#library/store/disk.ts'
import { DurableAdapter } from '#library/store/durable-adapter.ts'
import { journalLine, journalPaths } from '#library/store/journal-file.ts'
import { serialise } from '#library/store/serialise.ts'
import { MANY, addCard, card, cardFormat, cardsOf, idsOf } from './card-format.ts'
import type { Cards } from './card-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import { readStored, writeStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
let path = ''
let journal = ''
let previousJournal = ''

beforeEach(async () => {
  path = join(await newFolder(), 'cards.json')
  ;[previousJournal, journal] = journalPaths(path)
  await writeStored(path, cardsOf(MANY))
  // No quiet time is over by itself.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const read = async (disk?: Disk, format = cardFormat) => {
  const adapter = new DurableAdapter<Cards>(path, format, disk)
  const cards = await adapter.read()
  if (!cards) throw new Error('There is no file.')
  return { adapter, cards }
}
const names = async () => (await readdir(dirname(path))).toSorted()
const isThere = async (file: string) => (await names()).includes(file.slice(dirname(path).length + 1))
const first = idsOf(cardsOf(MANY))
const idsInFile = async () => idsOf(await readStored<Cards>(path))
const idsRead = async () => idsOf((await read()).cards)

/** Cards whose file is of just so many bytes. */
const cardsOfSize = (bytes: number): Cards => {
  const cards = { ...cardsOf(50), title: '' }
  return { ...cards, title: 'x'.repeat(bytes - serialise(cards).length) }
}

describe('a file from 64 KiB on', () => {
  it.each([
    [64 * 1024 - 1, false],
    [64 * 1024, true],
  ])('(%i bytes) has a journal: %s', async (bytes, hasJournal) => {
    const before = await writeStored(path, cardsOfSize(bytes))
    const { adapter, cards } = await read()
    await adapter.write(addCard('a')(cards))
    expect(await isThere(journal)).toBe(hasJournal)
    expect((await readFile(path, 'utf8')) === before).toBe(hasJournal)
    expect(await idsRead()).toContain('a')
  })
})

describe('a state that says nothing new', () => {
  it('is not written', async () => {
    const disk = faultyDisk(null)
    const { adapter, cards } = await read(disk)
    await adapter.write({ ...cards })
    expect(disk.done).toEqual([])
    expect(await adapter.fold()).toEqual({ ok: true, value: null })
    expect(disk.done).toEqual([])
  })
})

describe('the journal goes into the file', () => {
  it('five seconds after the last change, and not before', async () => {
    const { adapter, cards } = await read()
    const one = addCard('a')(cards)
    await adapter.write(one)
    await vi.advanceTimersByTimeAsync(4_999)
    await adapter.write(addCard('b')(one))
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(vi.getTimerCount()).toBe(1)
    expect(await idsInFile()).toEqual(first)
    await vi.advanceTimersByTimeAsync(1)
    await vi.waitFor(async () => expect(await isThere(previousJournal)).toBe(true))
    expect(await idsInFile()).toEqual([...first, 'a', 'b'])
    expect(await names()).toEqual(['cards.journal.jsonl.previous', 'cards.json', 'cards.json.previous'])
  })

  it('when nothing is due any more, it is not written again', async () => {
    const disk = faultyDisk(null)
    const { adapter, cards } = await read(disk)
    await adapter.write(addCard('a')(cards))
    await adapter.fold()
    const { length } = disk.done
    await vi.advanceTimersByTimeAsync(60_000)
    await adapter.fold()
    expect(disk.done).toHaveLength(length)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('at once when it is longer than half of the file', async () => {
    const { adapter, cards } = await read()
    const { size } = await stat(path)
    const line = (id: string) => Buffer.byteLength(journalLine({ cards: [card(id)] }))
    let state = cards
    let length = 0
    for (let at = 0; (length + line(`more ${at}`)) * 2 <= size; at += 1) {
      state = addCard(`more ${at}`)(state)
      await adapter.write(state)
      length += line(`more ${at}`)
    }
    expect((await stat(journal)).size).toBe(length)
    expect(await idsInFile()).toEqual(first)
    state = addCard('last')(state)
    await adapter.write(state)
    await vi.waitFor(async () => expect(await idsInFile()).toEqual(idsOf(state)))
  })

  it('not while the disk refuses: nothing is lost, and the next time it does', async () => {
    const disk = faultyDisk({ at: 5, code: 'EIO' })
    const { adapter, cards } = await read(disk)
    await adapter.write(addCard('a')(cards))
    expect(disk.done).toHaveLength(5)
    expect(await adapter.fold()).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(await idsInFile()).toEqual(first)
    expect(await idsRead()).toEqual([...first, 'a'])
    expect(await adapter.fold()).toEqual({ ok: true, value: null })
    expect(await idsInFile()).toEqual([...first, 'a'])
  })

  it('where the one before is of no use, neither is kept', async () => {
    const { journal: rules } = cardFormat
    if (!rules) throw new Error('Cards have a journal.')
    const { adapter, cards } = await read(undefined, { ...cardFormat, journal: { ...rules, keepsPrevious: false } })
    await adapter.write(addCard('a')(cards))
    await adapter.fold()
    expect(await names()).toEqual(['cards.json', 'cards.json.previous'])
    expect(await idsInFile()).toEqual([...first, 'a'])
  })

  it('and what comes meanwhile is said in the next journal', async () => {
    const { adapter, cards } = await read()
    const one = addCard('a')(cards)
    await adapter.write(one)
    const folded = adapter.fold()
    const two = addCard('b')(one)
    await adapter.write(two)
    await folded
    await adapter.idle()
    await rm(previousJournal)
    expect(await idsRead()).toEqual([...first, 'a', 'b'])
  })
})

describe('a disk that refuses a line', () => {
  it('for want of room has taken nothing, and the whole file is not tried', async () => {
    const disk = faultyDisk({ at: 1, code: 'ENOSPC' })
    const { adapter, cards } = await read(disk)
    await expect(adapter.write(addCard('a')(cards))).rejects.toMatchObject({
      name: 'RefusedWriteError',
      message: expect.stringContaining('The disk is full'),
      failure: { code: 'disk-full' },
    })
    expect(await idsRead()).toEqual(first)
    expect(disk.done).toEqual(['open', 'write', 'truncate'])
    await adapter.write(addCard('b')(cards))
    expect(await idsInFile()).toEqual(first)
    expect(await idsRead()).toEqual([...first, 'b'])
  })

  it('for another reason gets the whole file instead, and a new journal after it', async () => {
    const { adapter, cards } = await read(faultyDisk({ at: 1, code: 'EIO' }))
    const one = addCard('a')(cards)
    await adapter.write(one)
    expect(await idsInFile()).toEqual([...first, 'a'])
    await adapter.write(addCard('b')(one))
    expect(await idsInFile()).toEqual([...first, 'a'])
    expect(await idsRead()).toEqual([...first, 'a', 'b'])
  })
})

describe('what another program does', () => {
  it('is nothing after the program itself has read, written or folded', async () => {
    const { adapter, cards } = await read()
    expect(await adapter.inspectIfChanged()).toBeNull()
    await adapter.write(addCard('a')(cards))
    expect(await adapter.inspectIfChanged()).toBeNull()
    await adapter.fold()
    expect(await adapter.inspectIfChanged()).toBeNull()
  })

  it('to the file is found once, and what it put there is given', async () => {
    const { adapter } = await read()
    await writeStored(path, cardsOf(MANY + 1))
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'good', value: cardsOf(MANY + 1) })
    expect(await adapter.inspectIfChanged()).toBeNull()
  })

  it('to the journal or the one before is found as well', async () => {
    const { adapter } = await read()
    await writeFile(journal, journalLine({ cards: [card('a')] }))
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'good', value: { cards: { length: MANY + 1 } } })
    await writeFile(previousJournal, journalLine({ cards: [card('b')] }))
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'good', value: { cards: { length: MANY + 2 } } })
  })

  describe('is found though', () => {
    const at = new Date('2026-11-23T10:00:00.000Z')
    const changes: [string, () => Promise<void>][] = [
      [
        'time and size are the same, because the file is another one',
        async () => {
          await writeFile(`${path}.new`, (await readFile(path, 'utf8')).replace('first 0', 'other 0'))
          await utimes(`${path}.new`, at, at)
          await rename(`${path}.new`, path)
        },
      ],
      [
        'the time is the same, because the size is another one',
        async () => {
          await writeStored(path, cardsOf(MANY + 1))
          await utimes(path, at, at)
        },
      ],
      [
        'the size is the same, because the time is a little later',
        async () => {
          await writeFile(path, (await readFile(path, 'utf8')).replace('first 0', 'other 0'))
          await utimes(path, at, new Date(at.getTime() + 1))
        },
      ],
    ]
    it.each(changes)('%s', async (_why, change) => {
      await utimes(path, at, at)
      const { adapter } = await read()
      expect(await adapter.inspectIfChanged()).toBeNull()
      await change()
      expect(await adapter.inspectIfChanged()).not.toBeNull()
    })
  })

  it('is asked about again as long as it cannot be used', async () => {
    const { adapter } = await read()
    await writeFile(path, 'nonsense')
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'damaged' })
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'damaged' })
    await expect(adapter.read()).rejects.toThrow(`${path} cannot be used: damaged`)
  })

  it('by taking the file away is made good by the next change, with everything in it', async () => {
    const { adapter, cards } = await read()
    await rm(path)
    expect(await adapter.inspectIfChanged()).toBeNull()
    await adapter.write(addCard('a')(cards))
    expect(await idsInFile()).toEqual([...first, 'a'])
    expect(await names()).toEqual(['cards.json'])
  })

  it('by taking the file away is made good also when nothing is changed any more', async () => {
    const { adapter, cards } = await read()
    await adapter.write(addCard('a')(cards))
    await rm(path)
    expect(await adapter.inspectIfChanged()).toBeNull()
    await adapter.fold()
    expect(await idsInFile()).toEqual([...first, 'a'])
  })

  it('is not written over by what waits in the journal, and is still found afterwards', async () => {
    const { adapter, cards } = await read()
    await adapter.write(addCard('a')(cards))
    const theirs = await writeStored(path, { ...cardsOf(MANY), title: 'Theirs' })
    expect(await adapter.fold()).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(theirs)
    expect(await adapter.inspectIfChanged()).toMatchObject({ value: { title: 'Theirs', cards: { length: MANY + 1 } } })
    await adapter.fold()
    expect(await adapter.inspectIfChanged()).toBeNull()
  })

  it('is not asked about while the program writes or folds itself', async () => {
    const { adapter, cards } = await read()
    const one = addCard('a')(cards)
    const writing = adapter.write(one)
    await writeStored(path, cardsOf(MANY + 1))
    expect(await adapter.inspectIfChanged()).toBeNull()
    await writing
    const folding = adapter.fold()
    expect(await adapter.inspectIfChanged()).toBeNull()
    await folding
    expect(await adapter.inspectIfChanged()).toBeNull()
    expect(await idsRead()).toContain('a')
  })

  it('is never written over by a line for another state: the next change writes all that is held', async () => {
    const { adapter, cards } = await read()
    await writeStored(path, { ...cardsOf(MANY), title: 'Theirs' })
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'good' })
    await adapter.write(addCard('a')({ ...cards, title: 'Both' }))
    expect(await readStored<Cards>(path)).toMatchObject({ title: 'Both', cards: { length: MANY + 1 } })
    expect(await isThere(journal)).toBe(false)
  })
})

describe('a damaged file that has been set aside', () => {
  it('is written anew as a whole, and never taken for the version before', async () => {
    const { adapter, cards } = await read()
    const one = addCard('a')(cards)
    await adapter.write(one)
    await adapter.fold()
    await writeFile(path, ''.padEnd(100_000, '?'))
    await adapter.replaceDamaged()
    expect(await adapter.inspectIfChanged()).toBeNull()
    const two = addCard('b')(one)
    await adapter.write(two)
    expect(await idsInFile()).toEqual([...first, 'a', 'b'])
    expect(idsOf(await readStored<Cards>(`${path}.previous`))).toEqual(first)
    expect(await isThere(journal)).toBe(false)
    // From then on all is as it was.
    await adapter.write(addCard('c')(two))
    await adapter.fold()
    expect(idsOf(await readStored<Cards>(`${path}.previous`))).toEqual([...first, 'a', 'b'])
    expect(await idsInFile()).toEqual([...first, 'a', 'b', 'c'])
  })

  it('leaves its journal to the version before it, and what another program puts there instead is kept', async () => {
    const { adapter, cards } = await read()
    const one = addCard('a')(cards)
    await adapter.write(one)
    await adapter.fold()
    const two = addCard('b')(one)
    await adapter.write(two)
    const lines = await readFile(journal, 'utf8')
    await writeFile(path, 'nonsense')
    await adapter.replaceDamaged()
    await adapter.write(two)
    expect(await readFile(journal, 'utf8')).toBe(lines)
    await writeFile(path, 'nonsense again')
    await adapter.replaceDamaged()
    const theirs = await writeStored(path, { ...two, title: 'Theirs' })
    expect(await adapter.inspectIfChanged()).toMatchObject({ state: 'good' })
    await adapter.write({ ...two, title: 'Ours' })
    expect(await readFile(`${path}.previous`, 'utf8')).toBe(theirs)
  })

  it('is still not worth keeping after the disk has refused the new one', async () => {
    const { adapter, cards } = await read(faultyDisk({ at: 0, code: 'ENOSPC' }))
    await writeFile(path, 'nonsense')
    await adapter.replaceDamaged()
    await expect(adapter.write(cards)).rejects.toThrow('The disk is full')
    await adapter.write(cards)
    expect(await names()).toEqual(['cards.json'])
    expect(await idsInFile()).toEqual(first)
  })
})

it('a file in whose journal a line cannot be read is written anew with the next change', async () => {
  await writeFile(journal, `${journalLine({ cards: [card('a')] })}nonsense\n`)
  const { adapter, cards } = await read()
  await adapter.write(addCard('b')(cards))
  expect(await idsInFile()).toEqual([...first, 'a', 'b'])
})
