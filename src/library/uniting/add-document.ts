import { lstat, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { inspectArticle } from '../checking/inspect-article.ts'
import { entryOfFolder } from '../restoring/entries-of-folders.ts'
import { writeFailure } from '../store/disk-failure.ts'
import { flushFolder, isTemporaryName, temporaryPath, writeDurably } from '../store/durable-file.ts'

/** Levels of folders in a document's folder: `versions/<n>/assets`. */
const DEEPEST = 3

/** Copies files and folders, each file flushed; symbolic links and whatever else is neither are left out. */
const copyFolder = async (from: string, to: string, depth = 0): Promise<Result<null>> => {
  await mkdir(to, { mode: 0o700 })
  for (const name of (await readdir(from)).toSorted()) {
    if (isTemporaryName(name)) continue
    const path = join(from, name)
    const found = await lstat(path)
    if (found.isDirectory() && depth < DEEPEST) {
      const copied = await copyFolder(path, join(to, name), depth + 1)
      if (!copied.ok) return copied
    } else if (found.isFile()) {
      const written = await writeDurably(join(to, name), await readFile(path))
      if (!written.ok) return written
    }
  }
  return succeed(null)
}

/**
 * Brings a document of another library into this one, whole or not at all: its folder is copied under a temporary name,
 * verified as a check would, and then takes the document's name. Both folders are those of all documents. Answers with the line for
 * the index.
 */
export const addDocument = async (from: string, documents: string, id: string): Promise<Result<DocumentEntry>> => {
  const folder = join(documents, id)
  const unfinished = temporaryPath(folder)
  try {
    const copied = await copyFolder(join(from, id), unfinished)
    if (!copied.ok) return copied
    const { articleProblem, htmlProblem, sourceProblem } = await inspectArticle(unfinished, id, null)
    const problem = articleProblem ?? htmlProblem ?? sourceProblem
    if (problem !== null) return fail('document-damaged', `The article could not be brought in: ${problem}.`)
    await rename(unfinished, folder)
    await flushFolder(documents)
    return await entryOfFolder(documents, id)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  } finally {
    // What cannot be removed now goes when the library is opened the next time.
    await Promise.allSettled([rm(unfinished, { recursive: true, force: true })])
  }
}
