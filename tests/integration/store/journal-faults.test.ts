import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { journalPaths } from '#library/store/journal-file.ts'
import { MANY, addCard, cardsOf, idsOf, openedCards } from './card-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import { writeStored } from './stored-file.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
let path = ''
let journals: readonly string[] = []

beforeEach(async () => {
  path = join(await newFolder(), 'cards.json')
  journals = journalPaths(path)
})

const first = idsOf(cardsOf(MANY))
const reopened = async () => {
  const database = await openedCards(path)
  return { ids: idsOf(database.data), warnings: database.warnings }
}

/** Operations of a disk while a database is opened, changed three times, and closed. */
const everyStep = 40

describe.each(['ENOSPC', 'EIO', 'EROFS', 'power-cut'])('a disk that answers %s once', code => {
  it('loses nothing that was acknowledged, wherever it happens, and takes the rest later', async () => {
    for (let at = 0; at < everyStep; at += 1) {
      const disk = faultyDisk({ at, code }, 400)
      await writeStored(path, cardsOf(MANY))
      for (const file of [...journals, `${path}.previous`]) await rm(file, { force: true })
      const database = await openedCards(path, disk)
      const acknowledged: string[] = []
      for (const id of ['a', 'b', 'c']) if ((await database.update(addCard(id))).ok) acknowledged.push(id)
      await database.close()
      const found = await reopened()
      expect(found.ids, `step ${at}`).toEqual(expect.arrayContaining([...first, ...acknowledged]))
      expect(found.warnings, `step ${at}`).toEqual([])
      if (code === 'power-cut') continue
      expect((await database.flush()).ok, `step ${at}`).toBe(true)
      expect((await reopened()).ids, `step ${at}`).toEqual([...first, 'a', 'b', 'c'])
      expect((await readdir(dirname(path))).filter(name => name.endsWith('.tmp'))).toEqual([])
    }
  })
})
