import { appendFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Remade } from '#library/store/find-replacement.ts'
import { inspectFile, inspectPrevious } from '#library/store/inspect-file.ts'
import { journalLine, journalPaths } from '#library/store/journal-file.ts'
import { openDatabase } from '#library/store/open-database.ts'
import type { OpenDatabaseOptions } from '#library/store/open-database.ts'
import { MANY, addCard, card, cardFormat, cardsOf, idsOf, openCards, openedCards } from './card-format.ts'
import type { Cards } from './card-format.ts'
import { add, counterFormat, counterOf, mergeCounters } from './counter-format.ts'
import type { Counter } from './counter-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import { readStored, writeStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
type Remake = NonNullable<OpenDatabaseOptions<Counter>['remake']>
const ASIDE = 'damaged-2026-11-23T10-00-00Z'
const BY_HAND =
  'If you changed it yourself, take the last field, “checksum”, out of the file that is kept, close Pathmark, and put that file in its place.'
const remade: Remade<Counter> = { value: counterOf(99), how: 'the numbers were counted again', losing: false }

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await newFolder()
  path = join(folder, 'counter.json')
})
const names = async () => (await readdir(folder)).toSorted()
const text = (counter: Counter) => JSON.stringify(counter)

const open = (changes: Partial<OpenDatabaseOptions<Counter>> = {}) =>
  openDatabase<Counter>({
    path,
    format: counterFormat,
    initial: null,
    readOnlyReason: null,
    damagedCode: 'document-damaged',
    merge: mergeCounters,
    now: () => '2026-11-23T10:00:00.000Z',
    ...changes,
  })
const opened = async (changes?: Partial<OpenDatabaseOptions<Counter>>) => {
  const result = await open(changes)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('what is told of a file of which nothing is left', () => {
  it.each([
    ['damaged (it is empty)', async () => writeFile(path, '')],
    ['missing', async () => undefined],
  ])('%s', async (what, damage) => {
    await damage()
    const message =
      `${path} is ${what}, and no earlier version of it is left. Nothing was changed. ` +
      'Run “pathmark check --repair”, or bring the file back from a backup.'
    const error = { code: 'document-damaged', message }
    expect(await open()).toEqual({ ok: false, error })
    expect(await open({ remake: async () => null, lacks: () => true })).toEqual({ ok: false, error })
  })
})

describe('the version before the last change', () => {
  it('takes the place of a damaged file, which is kept', async () => {
    await writeFile(path, '')
    await writeFile(`${path}.previous`, text(counterOf(1)))
    const remake = vi.fn<Remake>(async () => remade)
    const database = await opened({ remake, lacks: () => false })
    expect([database.data, database.readOnlyReason]).toEqual([counterOf(1), null])
    expect(database.warnings).toEqual([
      'counter.json was damaged (it is empty). The version before its last change is used; that change may be lost. ' +
        `What was damaged is kept as counter.json.${ASIDE}.`,
    ])
    expect(remake).not.toHaveBeenCalled()
    expect(await names()).toEqual(['counter.json', `counter.json.${ASIDE}`, 'counter.json.previous'])
  })

  it('takes the place of a file that is gone, and nothing is said to be kept', async () => {
    await writeFile(`${path}.previous`, text(counterOf(1)))
    expect((await opened()).warnings).toEqual([
      'counter.json was missing. The version before its last change is used; that change may be lost.',
    ])
    expect(await names()).toEqual(['counter.json', 'counter.json.previous'])
  })

  it('is used all the same when it lacks something and nothing better can be made', async () => {
    await writeFile(path, '')
    await writeFile(`${path}.previous`, text(counterOf(1)))
    const database = await opened({ lacks: ({ counts }) => counts.length < 2, remake: async () => null })
    expect(database.data).toEqual(counterOf(1))
    expect(database.warnings).toEqual([
      expect.stringContaining('The version before its last change is used; later changes are missing.'),
    ])
  })

  it('tells how to bring back what was changed by hand, when that is kept', async () => {
    const changed = (await writeStored(path, counterOf(1, 2))).replace('2', '2 ')
    await writeFile(`${path}.previous`, text(counterOf(1)))
    await writeFile(path, changed)
    expect((await opened({ readOnlyReason: 'In use.' })).warnings).toEqual([
      'counter.json was damaged (its checksum is not that of its content). The version before its last change is used; that change may be lost.',
    ])
    expect((await opened()).warnings).toEqual([
      `counter.json was damaged (its checksum is not that of its content). The version before its last change is used; that change may be lost. What was damaged is kept as counter.json.${ASIDE}. ${BY_HAND}`,
    ])
    expect(await readFile(`${path}.${ASIDE}`, 'utf8')).toBe(changed)
  })
})

describe('a value that is made anew', () => {
  it.each([
    [null, false],
    ['[', true],
  ])('takes the place when the version before is %j, of which it is told', async (previous, hadPrevious) => {
    await writeFile(path, '{')
    if (previous !== null) await writeFile(`${path}.previous`, previous)
    const remake = vi.fn<Remake>(async () => remade)
    const database = await opened({ remake })
    expect(remake).toHaveBeenCalledExactlyOnceWith(hadPrevious)
    expect(database.data).toEqual(counterOf(99))
    const kept = [`counter.json.${ASIDE}`, ...(previous === null ? [] : [`counter.json.previous.${ASIDE}`])]
    expect(database.warnings).toEqual([
      `counter.json was damaged (it is not whole JSON); the numbers were counted again. What was damaged is kept as ${kept.join(' and ')}.`,
    ])
    expect(await names()).toEqual(['counter.json', ...kept])
    expect(await readStored(path)).toEqual(counterOf(99))
  })

  it('takes the place of a version before that lacks something, which stays where it is', async () => {
    await writeFile(`${path}.previous`, text(counterOf(1)))
    const database = await opened({ lacks: ({ counts }) => counts.length < 2, remake: async () => remade })
    expect(database.warnings).toEqual(['counter.json was missing; the numbers were counted again.'])
    expect(await names()).toEqual(['counter.json', 'counter.json.previous'])
  })

  it('is only looked at when nothing may be written', async () => {
    await writeFile(path, '{')
    const database = await opened({ readOnlyReason: 'In use.', remake: async () => remade })
    expect([database.data, database.readOnlyReason]).toEqual([counterOf(99), 'In use.'])
    expect(database.warnings).toEqual([
      'counter.json was damaged (it is not whole JSON); the numbers were counted again.',
    ])
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(await names()).toEqual(['counter.json'])
  })

  it('takes the place of one that begins empty but is known to have held something', async () => {
    const remake = vi.fn<Remake>(async () => remade)
    const empty = await opened({ initial: counterOf(), remake })
    expect([empty.data, empty.warnings, empty.readOnlyReason]).toEqual([counterOf(), [], null])
    expect(remake).not.toHaveBeenCalled()
    expect((await opened({ initial: counterOf(), remake, lacks: () => true })).data).toEqual(counterOf(99))
  })
})

describe('a disk on which nothing can be put in place', () => {
  // Names of more than 255 bytes cannot be given: neither that of a file that is set aside, nor that of a new one.
  it.each([
    ['is not set aside', 240, 1],
    ['is kept, and not replaced', 220, 2],
  ])('is read: the damaged file %s', async (_what, length, files) => {
    path = join(folder, `${'x'.repeat(length)}.json`)
    await writeFile(path, '{')
    const database = await opened({ remake: async () => remade })
    expect(database.data).toEqual(counterOf(99))
    expect(database.readOnlyReason).toContain('could not be written (ENAMETOOLONG)')
    expect(database.warnings).toEqual([
      `${basename(path)} was damaged (it is not whole JSON); the numbers were counted again.`,
    ])
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(await names()).toHaveLength(files)
    expect(await database.update(add(1))).toMatchObject({ ok: false, error: { code: 'library-read-only' } })
  })

  it('says nothing of a change by hand, because the file is where it was', async () => {
    path = join(folder, `${'x'.repeat(235)}.json`)
    const changed = (await writeStored(path, counterOf(1, 2))).replace('2', '2 ')
    await writeFile(`${path}.previous`, text(counterOf(1)))
    await writeFile(path, changed)
    const [warning] = (await opened()).warnings
    expect(warning).toMatch(/that change may be lost\.$/u)
  })
})

describe('a file of a newer format', () => {
  const reason =
    'counter.json was written by a newer version of Pathmark (format 3, this one knows 2). Update Pathmark to change it.'

  it('is shown, says why it cannot be changed, and warns of nothing', async () => {
    await writeStored(path, { ...counterOf(1), format: 3 })
    const database = await opened()
    expect([database.data, database.readOnlyReason, database.warnings]).toEqual([counterOf(1), reason, []])
  })

  it('that cannot be understood is refused with the same words', async () => {
    await writeStored(path, { format: 3, numbers: [] })
    expect(await open()).toEqual({ ok: false, error: { code: 'format-version-too-new', message: reason } })
  })

  it('is shown with what its journal says', async () => {
    path = join(folder, 'cards.json')
    await writeStored(path, { ...cardsOf(2), format: 3 })
    await writeFile(journalPaths(path)[1], journalLine({ cards: [card('a')] }))
    const cards = await openedCards(path)
    expect(idsOf(cards.data)).toEqual(['first 0', 'first 1', 'a'])
    await writeStored(path, { format: 3, other: [] })
    expect(await openCards(path)).toMatchObject({ ok: false, error: { code: 'format-version-too-new' } })
  })
})

describe('journals beside a file', () => {
  let previous = ''
  let current = ''
  const line = (id: string) => journalLine({ cards: [card(id)] })
  const notCards = 'nonsense\n'
  beforeEach(() => {
    path = join(folder, 'cards.json')
    ;[previous, current] = journalPaths(path)
  })
  const readCards = async (changes?: Partial<OpenDatabaseOptions<Cards>>) => {
    const { data, warnings, readOnlyReason } = await openedCards(path, undefined, changes)
    return { ids: idsOf(data), warnings, readOnlyReason }
  }

  it('that are left when the file is gone are put to what is made anew, and it does not begin empty', async () => {
    await writeFile(current, line('a'))
    expect(await openCards(path)).toMatchObject({ ok: false, error: { code: 'document-damaged' } })
    const value = cardsOf(1)
    const remake = async () => ({ value, how: 'made anew', losing: false })
    expect(await readCards({ remake })).toMatchObject({
      ids: ['first 0', 'a'],
      warnings: ['cards.json was missing; made anew.'],
    })
  })

  it.each([
    [line('a'), 'The version before it, and the journal of all changes since then, take its place; none is missing.'],
    [
      `${line('a')}${notCards}`,
      `The version before it takes its place, and what can be read of the journal; some of the changes since then are missing. What was damaged is kept as cards.journal.jsonl.${ASIDE}.`,
    ],
    [null, 'The version before its last change is used; that change may be lost.'],
  ])('make up for a file that is gone: %#', async (journal, told) => {
    await writeStored(`${path}.previous`, cardsOf(1))
    if (journal !== null) await writeFile(current, journal)
    expect(await readCards()).toEqual({
      ids: ['first 0', ...(journal === null ? [] : ['a'])],
      warnings: [`cards.json was missing. ${told}`],
      readOnlyReason: null,
    })
    expect((await readCards()).warnings).toEqual([])
  })

  it('that are damaged are told of; of the one before nothing is missing, of the other something', async () => {
    await writeStored(path, cardsOf(1))
    await writeFile(previous, notCards)
    expect(await readCards({ readOnlyReason: 'In use.' })).toEqual({
      ids: ['first 0'],
      warnings: ['cards.journal.jsonl.previous was damaged; nothing is missing.'],
      readOnlyReason: 'In use.',
    })
    await writeFile(current, `${line('a')}${notCards}`)
    expect(await readCards()).toEqual({
      ids: ['first 0', 'a'],
      warnings: [
        `Some changes in cards.journal.jsonl cannot be read and are missing. What was damaged is kept as cards.journal.jsonl.previous.${ASIDE} and cards.journal.jsonl.${ASIDE}.`,
      ],
      readOnlyReason: null,
    })
    expect(await readCards()).toEqual({ ids: ['first 0', 'a'], warnings: [], readOnlyReason: null })
  })

  it('that cannot be replaced leave the library to be read', async () => {
    path = join(folder, `${'x'.repeat(220)}.json`)
    ;[previous, current] = journalPaths(path)
    await writeStored(path, cardsOf(1))
    await writeFile(current, notCards)
    const { warnings, readOnlyReason } = await readCards()
    expect(warnings).toEqual([`Some changes in ${basename(current)} cannot be read and are missing.`])
    expect(readOnlyReason).toContain('ENAMETOOLONG')
    expect(await readFile(current, 'utf8')).toBe(notCards)
  })

  it('count when a file is looked at, and make it unreadable when they are', async () => {
    await writeStored(path, cardsOf(1))
    await writeFile(current, line('a'))
    const looked = await inspectFile(path, cardFormat)
    expect(looked.state === 'good' ? idsOf(looked.value) : looked).toEqual(['first 0', 'a'])
    expect(await inspectPrevious(path, cardFormat)).toEqual({ state: 'missing' })
    await rm(current)
    await mkdir(current)
    expect(await inspectFile(path, cardFormat)).toMatchObject({
      state: 'unreadable',
      failure: { code: 'not-readable', message: expect.stringContaining(current) },
    })
  })

  it('that cannot be read at all are a failure, whether the file is there or not', async () => {
    await mkdir(current)
    await writeStored(`${path}.previous`, cardsOf(1))
    expect(await openCards(path)).toMatchObject({ ok: false, error: { code: 'not-readable' } })
    expect(await readdir(dirname(path))).toHaveLength(2)
  })
})

describe('a database that is open while another program damages its file', () => {
  const damagedMeanwhile = async (content: string, changes: Partial<OpenDatabaseOptions<Counter>> = {}) => {
    await writeFile(path, text(counterOf(1)))
    const warn = vi.fn<(line: string) => void>()
    const database = await opened({ warn, ...changes })
    await writeFile(path, content)
    return { database, warn }
  }

  it('tells of it, keeps the damaged file, and puts what it holds in place with the next change or flush', async () => {
    const { database, warn } = await damagedMeanwhile('')
    expect(database.unsaved).toBe(false)
    expect(await database.refresh()).toEqual({ ok: true, value: null })
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      `counter.json was damaged by another program (it is empty). What Pathmark holds takes its place; the damaged file is kept as counter.json.${ASIDE}.`,
    )
    expect(database.unsaved).toBe(true)
    expect(await database.flush()).toEqual({ ok: true, value: null })
    expect(database.unsaved).toBe(false)
    expect(await readStored(path)).toEqual(counterOf(1))
    expect(await names()).toEqual(['counter.json', `counter.json.${ASIDE}`])
  })

  it('tells how to bring back what was changed by hand', async () => {
    await writeStored(path, counterOf(1))
    const changed = (await readFile(path, 'utf8')).replace('1', '1 ')
    const { database, warn } = await damagedMeanwhile(changed)
    await database.refresh()
    expect(warn.mock.calls).toEqual([[expect.stringMatching(new RegExp(`Z\\. ${BY_HAND}$`, 'u'))]])
  })

  it('does nothing about it when it is only read', async () => {
    const { database, warn } = await damagedMeanwhile('', { readOnlyReason: 'In use.' })
    expect(await database.refresh()).toEqual({ ok: true, value: null })
    expect(warn).not.toHaveBeenCalled()
    expect(database.unsaved).toBe(false)
    expect(await names()).toEqual(['counter.json'])
  })

  it('writes nothing over it when it cannot be kept', async () => {
    path = join(folder, `${'x'.repeat(240)}.json`)
    const { database } = await damagedMeanwhile('{')
    expect(await database.update(add(2))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('ENAMETOOLONG') },
    })
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(database.data).toEqual(counterOf(1))
  })

  it('says what a newer version of the program did, and what cannot be read', async () => {
    const { database } = await damagedMeanwhile('{"format":3,"counts":[]}')
    expect(await database.refresh()).toEqual({
      ok: false,
      error: {
        code: 'format-version-too-new',
        message: `A newer version of Pathmark changed ${path}. Update Pathmark to go on.`,
      },
    })
    await rm(path)
    await mkdir(path)
    expect(await database.update(add(2))).toMatchObject({ ok: false, error: { code: 'not-readable' } })
  })
})

describe('a database', () => {
  it('shows what another program put into the file, and has nothing to write when it is only read', async () => {
    await writeFile(path, text(counterOf(1)))
    const reader = await opened({ readOnlyReason: 'In use.' })
    const writer = await opened()
    await writeFile(path, text(counterOf(1, 5)))
    for (const database of [reader, writer]) {
      await database.refresh()
      expect(database.data).toEqual(counterOf(1, 5))
      expect(Object.isFrozen(database.data.counts)).toBe(true)
    }
    expect([reader.unsaved, writer.unsaved]).toEqual([false, true])
    expect(await reader.close()).toEqual({ ok: true, value: null })
    expect(await readFile(path, 'utf8')).toBe(text(counterOf(1, 5)))
  })

  it('is unsaved from a refused change until a later one, or closing, has brought it to the disk', async () => {
    await writeFile(path, text(counterOf(1)))
    const database = await opened({ disk: faultyDisk({ at: 0, code: 'ENOSPC' }) })
    expect(await database.update(add(2))).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(database.unsaved).toBe(true)
    // A change that changes nothing tries again.
    expect(await database.update(counter => counter)).toEqual({ ok: true, value: null })
    expect(database.unsaved).toBe(false)
    expect(await readStored(path)).toEqual(counterOf(1, 2))
  })

  it('brings what another program put into the file together with what was refused before, on closing', async () => {
    await writeFile(path, text(counterOf(1)))
    const database = await opened({ disk: faultyDisk({ at: 0, code: 'ENOSPC' }) })
    await database.update(add(2))
    await writeFile(path, text(counterOf(1, 9)))
    expect(await database.close()).toEqual({ ok: true, value: null })
    expect(await readStored(path)).toEqual(counterOf(1, 2, 9))
  })

  it('writes nothing over a file of a newer format on closing, and says so only when something is not saved', async () => {
    const newer = '{"format":3,"counts":[]}'
    await writeFile(path, text(counterOf(1)))
    const saved = await opened()
    const unsaved = await opened({ disk: faultyDisk({ at: 0, code: 'ENOSPC' }) })
    await unsaved.update(add(2))
    await writeFile(path, newer)
    expect(await saved.close()).toEqual({ ok: true, value: null })
    expect(await unsaved.close()).toMatchObject({ ok: false, error: { code: 'format-version-too-new' } })
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('says when closing could not bring it to the disk', async () => {
    await writeFile(path, text(counterOf(1)))
    const database = await opened({ disk: faultyDisk({ at: 0, code: 'power-cut' }) })
    await database.update(add(2))
    expect(await database.close()).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(database.unsaved).toBe(true)
  })

  it('says what is wrong with a change that is not valid', async () => {
    await writeFile(path, text(counterOf(1)))
    const database = await opened()
    const { error } = (await database.update(counter => ({ ...counter, counts: [1, Number.NaN] }))) as {
      error: { message: string }
    }
    expect(error.message).toMatch(
      /^Nothing was saved, because the data is not valid \(counts\.1: .*number.*\)\. Please report this\.$/u,
    )
    expect(database.unsaved).toBe(false)
  })

  it('leaves the journal of a library that is only read as it is', async () => {
    path = join(folder, 'cards.json')
    await writeStored(path, cardsOf(MANY))
    await (await openedCards(path)).update(addCard('a'))
    const [, journal] = journalPaths(path)
    await appendFile(journal, '{"half')
    const before = await readFile(journal, 'utf8')
    await (await openedCards(path, undefined, { readOnlyReason: 'In use.' })).close()
    expect(await readFile(journal, 'utf8')).toBe(before)
  })
})
