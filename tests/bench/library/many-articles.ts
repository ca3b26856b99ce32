import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FORMAT } from '#library/library-files.ts'
import { writeStored } from '../../integration/store/stored-file.ts'
import { hoursBefore, lineAt } from './index-lines.ts'
import { copyRealArticle, readRealArticle } from './real-article.ts'

/**
 * A library in `folder` of so many articles, each with a folder and a line of its own; the last three, one of which a start opens, are real.
 * Right for looking at the list alone: the other folders are empty, which a reader's are not (`prepared-library.ts`).
 */
export const makeManyArticles = async (folder: string, count: number): Promise<void> => {
  const real = await readRealArticle()
  const documents = Array.from({ length: count }, (_, at) => ({
    ...lineAt(at, real.entry),
    // What was read last is what a start opens.
    ...(at === count - 1 && { lastRead: hoursBefore(-24) }),
  }))
  for (const { id } of documents) await mkdir(join(folder, 'documents', id), { recursive: true })
  for (const { id } of documents.slice(-3)) await copyRealArticle(real, id, join(folder, 'documents', id))
  await writeStored(join(folder, 'library.json'), { ...real.index, format: FORMAT, documents })
}
