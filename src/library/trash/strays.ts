import { readdir, rename, rmdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { libraryPaths } from '../library-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import { flushFolder } from '../store/durable-file.ts'
import { TRASH } from './trash-files.ts'
import type { TrashedDocument } from './trash-files.ts'

/** The name under which a file of another copy of the library lies beside the file itself; reading the document takes it in. */
const asCopy = (name: string, now: string): string => {
  const end = name.endsWith('.journal.jsonl') ? '.journal.jsonl' : extname(name)
  return `${name.slice(0, -end.length)} (written elsewhere ${now.replaceAll(':', '-').replace(/\.\d+/u, '')})${end}`
}

const OF_READER = /^(?:notes|mechanisms)(?:\.journal\.jsonl|\.json)$/u

/**
 * Another copy of the library has gone on writing in a document that was moved to the trash here, and a sync program has brought its files back
 * into a folder without an article. They go to the document in the trash, as copies that are united with its own when it is restored. Gives
 * a line for the reader; null when the folder holds anything else, which is then not touched.
 */
export const moveStrayToTrash = async (
  library: string,
  id: string,
  trashed: readonly TrashedDocument[],
  now: string,
): Promise<string | null> => {
  const owner = trashed.find(({ entry }) => entry.id === id)
  if (owner === undefined) return null
  const from = join(libraryPaths(library).documents, id)
  const to = join(library, TRASH, owner.name)
  try {
    const names = await readdir(from)
    if (!names.every(name => OF_READER.test(name))) return null
    for (const name of names) await rename(join(from, name), join(to, asCopy(name, now)))
    await flushFolder(to)
    await rmdir(from)
    return (
      `“${owner.entry.title}” is in the trash, but another copy of this library has gone on writing in it. ` +
      'What was written is kept with it there; put the article back to see it.'
    )
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}
