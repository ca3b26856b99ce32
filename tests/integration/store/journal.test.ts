import {
  appendFile,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { journalLine, journalPaths } from '#library/store/journal-file.ts'
import { MANY, addCard, cardsOf, idsOf, openCards, openedCards } from './card-format.ts'
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
})

const first = idsOf(cardsOf(MANY))
const add = async (...ids: string[]) => {
  const database = await openedCards(path)
  for (const id of ids) expect(await database.update(addCard(id))).toEqual({ ok: true, value: null })
  return database
}
const reopened = async () => {
  const database = await openedCards(path)
  return { ids: idsOf(database.data), warnings: database.warnings }
}
const lines = async (file = journal) => (await readFile(file, 'utf8')).split('\n').filter(line => line !== '')
const asideNames = async () => (await readdir(dirname(path))).filter(name => name.includes('damaged'))

describe('a change to a long file', () => {
  it('is a line of its journal, and the file stays as it is', async () => {
    const before = await readFile(path, 'utf8')
    await add('a', 'b')
    expect(await readFile(path, 'utf8')).toBe(before)
    expect((await lines()).map(line => idsOf(JSON.parse(line) as Cards))).toEqual([['a'], ['b']])
    expect(await reopened()).toEqual({ ids: [...first, 'a', 'b'], warnings: [] })
  })

  it('is on the disk with one flush of one short write', async () => {
    const disk = faultyDisk(null)
    const database = await openedCards(path, disk)
    await database.update(addCard('a'))
    await database.update(addCard('b'))
    const written = disk.done.slice(disk.done.lastIndexOf('open'))
    expect(written).toEqual(['open', 'write', 'datasync'])
    expect((await stat(journal)).size).toBeLessThan(3_000)
    expect((await stat(journal)).mode & 0o777).toBe(0o600)
  })

  it('takes one or two flushes for twenty changes at once, and each is answered when it is down', async () => {
    const disk = faultyDisk(null)
    const database = await openedCards(path, disk)
    const ids = Array.from({ length: 20 }, (_, at) => `burst ${at}`)
    await Promise.all(
      ids.map(async id => {
        await database.update(addCard(id))
        expect(await readFile(journal, 'utf8')).toContain(`"${id}"`)
      }),
    )
    expect(disk.done.filter(name => name === 'datasync').length).toBeLessThanOrEqual(2)
    expect((await reopened()).ids.toSorted()).toEqual([...first, ...ids].toSorted())
  })

  it('of another field is a line as well; one that takes a record out is the whole file', async () => {
    const database = await add()
    await database.update(cards => ({ ...cards, title: 'Named' }))
    expect(await lines()).toEqual([expect.stringContaining('{"title":"Named","checksum"')])
    await database.update(cards => ({ ...cards, cards: cards.cards.slice(1) }))
    expect((await readStored<Cards>(path)).title).toBe('Named')
    expect((await readStored<Cards>(path)).cards).toHaveLength(MANY - 1)
  })
})

it('a short file is written as a whole for each change', async () => {
  await writeStored(path, cardsOf(2))
  await add('a')
  expect(idsOf(await readStored<Cards>(path))).toContain('a')
  expect(await readdir(dirname(path))).toEqual(['cards.json', 'cards.json.previous'])
})

describe('the file and its journal become one', () => {
  it('when the database is closed', async () => {
    const database = await add('a')
    await database.close()
    expect(idsOf(await readStored<Cards>(path))).toEqual([...first, 'a'])
    expect((await readdir(dirname(path))).toSorted()).toEqual([
      'cards.journal.jsonl.previous',
      'cards.json',
      'cards.json.previous',
    ])
    expect(await reopened()).toEqual({ ids: [...first, 'a'], warnings: [] })
  })

  it('when the journal has become long', async () => {
    const ids = Array.from({ length: MANY }, (_, at) => `more ${at}`)
    const database = await add(...ids)
    await expect.poll(async () => (await readStored<Cards>(path)).cards.length).toBeGreaterThan(MANY)
    await database.close()
    expect((await reopened()).ids).toEqual([...first, ...ids])
  })

  it('without a change being lost that comes meanwhile', async () => {
    const database = await add('a')
    const closed = database.close()
    const late = Array.from({ length: 5 }, (_, at) => `late ${at}`)
    await Promise.all(late.map(id => database.update(addCard(id))))
    await closed
    expect((await reopened()).ids.toSorted()).toEqual([...first, 'a', ...late].toSorted())
    await database.close()
    for (const file of [path, `${path}.previous`]) {
      await copyFile(file, `${file}.kept`)
      await rm(file)
      expect((await reopened()).ids.toSorted()).toEqual([...first, 'a', ...late].toSorted())
      await rename(`${file}.kept`, file)
    }
  })

  it('never by a program that only reads', async () => {
    await add('a')
    const reader = await openedCards(path, undefined, { readOnlyReason: 'In use.' })
    expect(idsOf(reader.data)).toContain('a')
    await reader.close()
    expect(await lines()).toHaveLength(1)
    expect(idsOf(await readStored<Cards>(path))).toEqual(first)
  })
})

describe('a journal that a write was interrupted in', () => {
  it('loses what was never acknowledged, and nothing is said of it', async () => {
    await add('a', 'b')
    const whole = (await stat(journal)).size
    for (const cut of [1, 10, 500]) {
      await copyFile(journal, `${journal}.kept`)
      await truncate(journal, whole - cut)
      expect(await reopened()).toEqual({ ids: [...first, 'a'], warnings: [] })
      await add('c')
      expect(await reopened()).toEqual({ ids: [...first, 'a', 'c'], warnings: [] })
      await rename(`${journal}.kept`, journal)
    }
  })

  it.each(['', '\0\0\0\0', '{"cards":['])('may end with anything (%j)', async left => {
    await add('a')
    await appendFile(journal, left)
    await add('b')
    expect(await reopened()).toEqual({ ids: [...first, 'a', 'b'], warnings: [] })
  })
})

describe('a journal in which a line is damaged', () => {
  it('loses that line only; the reader is told, and what was damaged is kept', async () => {
    await add('a', 'b', 'c')
    const damaged = (await readFile(journal, 'utf8')).replace('"id":"b"', '"id":"x"')
    await writeFile(journal, damaged)
    const { ids, warnings } = await reopened()
    expect(ids).toEqual([...first, 'a', 'c'])
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Some changes in cards\.journal\.jsonl cannot be read.*kept as cards\.journal\.jsonl\.damaged-/u,
      ),
    ])
    const [aside = ''] = await asideNames()
    expect(await readFile(join(dirname(path), aside), 'utf8')).toBe(damaged)
    expect(await reopened()).toEqual({ ids, warnings: [] })
    await add('d')
    expect((await reopened()).ids).toEqual([...ids, 'd'])
  })

  it('is left as it is by a program that only reads, which says so', async () => {
    await add('a')
    await writeFile(journal, 'not a line\n')
    const reader = await openedCards(path, undefined, { readOnlyReason: 'In use.' })
    expect(reader.warnings).toEqual(['Some changes in cards.journal.jsonl cannot be read and are missing.'])
    expect(await asideNames()).toEqual([])
  })
})

describe('a journal that was taken into the file', () => {
  const takenIn = async () => {
    await (await add('a', 'b')).close()
    return readFile(previousJournal)
  }

  it.each([
    ['cut within a line', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.toString().replace('"id":"b"', '"id":"x"'))],
  ])('and is %s is told of, with nothing missing, and kept', async (_how, damage) => {
    const damaged = damage(await takenIn())
    await writeFile(previousJournal, damaged)
    const { ids, warnings } = await reopened()
    expect(ids).toEqual([...first, 'a', 'b'])
    expect(warnings).toEqual([
      expect.stringMatching(
        /^cards\.journal\.jsonl\.previous was damaged; nothing is missing.*kept as cards\.journal\.jsonl\.previous\.damaged-/u,
      ),
    ])
    const [aside = ''] = await asideNames()
    expect(await readFile(join(dirname(path), aside))).toEqual(damaged)
    expect((await reopened()).warnings).toEqual([])
  })

  it('is without what an interrupted write had left at its end', async () => {
    await add('a', 'b')
    const lastLine = (await lines()).at(-1) ?? ''
    await truncate(journal, (await stat(journal)).size - 10)
    await (await openedCards(path)).close()
    expect(await lines(previousJournal)).toHaveLength(1)
    expect(await readFile(previousJournal, 'utf8')).not.toContain(lastLine.slice(0, 40))
    expect(await reopened()).toEqual({ ids: [...first, 'a'], warnings: [] })
  })

  it('is not kept when it says nothing but what an interrupted write had left', async () => {
    await add('a')
    await truncate(journal, 10)
    const database = await openedCards(path)
    await database.update(cards => ({ ...cards, cards: cards.cards.slice(1) }))
    await database.close()
    expect(await reopened()).toEqual({ ids: first.slice(1), warnings: [] })
    expect((await readdir(dirname(path))).filter(name => name.includes('.jsonl'))).toEqual([])
  })
})

describe('a long file that is damaged', () => {
  const twoGenerations = async () => {
    await (await add('a')).close()
    await add('b')
    return [...first, 'a', 'b'].toSorted()
  }

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 20_000)],
    ['empty', () => Buffer.alloc(0)],
    ['all NUL', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.toString().replace('first 7', 'first x'))],
    ['foreign', () => Buffer.from('{"name":"something-else"}')],
    ['no object', () => Buffer.from('[1,2,3]')],
  ])('(%s) is made whole from the version before and the journals; nothing is missing', async (_how, damage) => {
    const all = await twoGenerations()
    const damaged = damage(await readFile(path))
    await writeFile(path, damaged)
    const { ids, warnings } = await reopened()
    expect(ids.toSorted()).toEqual(all)
    expect(warnings).toEqual([
      expect.stringMatching(/cards\.json was damaged.*journal of all changes.*none is missing/u),
    ])
    const [aside = ''] = await asideNames()
    expect(await readFile(join(dirname(path), aside))).toEqual(damaged)
    expect((await reopened()).warnings).toEqual([])
  })

  it('is not said to be whole when the journal is damaged, too', async () => {
    const all = await twoGenerations()
    const damagedJournal = Buffer.from((await readFile(previousJournal, 'utf8')).replace('"id":"a"', '"id":"x"'))
    await writeFile(previousJournal, damagedJournal)
    await writeFile(path, '')
    const { ids, warnings } = await reopened()
    expect(ids.toSorted()).toEqual(all.filter(id => id !== 'a'))
    expect(warnings).toEqual([
      expect.stringMatching(/cards\.json was damaged.*some of the changes since then are missing/u),
    ])
    const kept = await Promise.all((await asideNames()).map(name => readFile(join(dirname(path), name))))
    expect(kept).toContainEqual(damagedJournal)
    expect((await reopened()).warnings).toEqual([])
  })

  it('or gone is made whole in the same way', async () => {
    const all = await twoGenerations()
    await rm(path)
    expect((await reopened()).ids.toSorted()).toEqual(all)
  })
})

describe('what stands under the name of a journal', () => {
  it('is never followed when it is a symbolic link', async () => {
    const elsewhere = join(await newFolder(), 'elsewhere')
    await writeFile(elsewhere, '')
    await symlink(elsewhere, journal)
    await (await add('a')).close()
    expect(await readFile(elsewhere, 'utf8')).toBe('')
    expect((await reopened()).ids).toEqual([...first, 'a'])
  })

  it('is taken in when another program has put it there meanwhile', async () => {
    const database = await add('a')
    await writeFile(journal, journalLine({ cards: [{ id: 'theirs', version: 1, text: '' }] }))
    expect(await database.refresh()).toEqual({ ok: true, value: null })
    expect(idsOf(database.data)).toEqual([...first, 'a', 'theirs'])
    await database.update(addCard('b'))
    await database.close()
    expect((await reopened()).ids).toEqual([...first, 'a', 'theirs', 'b'])
  })
})

it('a directory in the place of a journal is told, and the file is left alone', async () => {
  await mkdir(journal)
  expect(await openCards(path)).toMatchObject({ ok: false, error: { code: 'not-readable' } })
})
