import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readFile, writeFile } from 'node:fs/promises'
import { journalLine, journalPaths } from '#library/store/journal-file.ts'
import { MANY, addCard, card, cardsOf, idsOf, openedCards } from './card-format.ts'
import type { Cards } from './card-format.ts'
import { readStored, writeStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
let path = ''
const theirs: Cards = { ...cardsOf(MANY), cards: [...cardsOf(MANY).cards, card('theirs')] }
const all = [...idsOf(cardsOf(MANY)), 'theirs', 'ours'].toSorted()
const reopened = async () => idsOf((await openedCards(path)).data).toSorted()

beforeEach(async () => {
  path = join(await newFolder(), 'cards.json')
  await writeStored(path, cardsOf(MANY))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what another program puts into a file whose journal is about to go into it', () => {
  it('is kept when the database is closed', async () => {
    const database = await openedCards(path)
    await database.update(addCard('ours'))
    await writeStored(path, theirs)
    await database.close()
    expect(await reopened()).toEqual(all)
    expect(idsOf(await readStored<Cards>(path)).toSorted()).toEqual(all)
  })

  it('is kept when nothing is changed for a while', async () => {
    const database = await openedCards(path)
    await database.update(addCard('ours'))
    await writeStored(path, theirs)
    await vi.advanceTimersByTimeAsync(5_000)
    await database.close()
    expect(await reopened()).toEqual(all)
  })

  it('is not touched by closing when nothing waits to be written, or by closing again', async () => {
    const database = await openedCards(path)
    await database.update(addCard('ours'))
    await database.close()
    const text = await writeStored(path, theirs)
    await database.close()
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('is kept when it is in the journal', async () => {
    const database = await openedCards(path)
    await database.update(addCard('ours'))
    await writeFile(journalPaths(path)[1], journalLine({ cards: [card('theirs')] }))
    await database.close()
    expect(await reopened()).toEqual(all)
  })
})
