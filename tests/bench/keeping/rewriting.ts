import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'

/** Keeps a list of records, each addition answered when it is kept. */
export interface Keeper {
  readonly name: string
  readonly add: (record: object) => Promise<void>
}

interface Notes {
  readonly annotations: readonly object[]
}

/** lowdb with its own adapter: the whole file for each change, not flushed. */
export const stockLowdb = (path: string, notes: Notes): Keeper => {
  const low = new Low<Notes>(new JSONFile(path), notes)
  return {
    name: 'lowdb, its own adapter (no flush)',
    add: record =>
      low.update(data => {
        low.data = { ...data, annotations: [...data.annotations, record] }
      }),
  }
}

const flush = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}

/** The whole file for each change, flushed, in place of the old one: what a store does that is durable and has no journal. */
export const wholeFile = (path: string, notes: Notes): Keeper => {
  let held = notes
  return {
    name: 'the whole file, flushed and renamed',
    add: async record => {
      held = { ...held, annotations: [...held.annotations, record] }
      const file = await open(`${path}.new`, 'w')
      await file.writeFile(`${JSON.stringify(held, null, 2)}\n`)
      await file.sync()
      await file.close()
      await rename(`${path}.new`, path)
      await flush(dirname(path))
    },
  }
}
