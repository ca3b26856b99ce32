import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { firstCopy, markedWords, secondCopy } from '../../integration/library/two-copies.ts'
import { keepChange, makeChange, readKnownDocuments } from '../keeping/make-changes.ts'
import { makeSampleLibrary } from '../keeping/sample-library.ts'
import type { SampleLibrary } from '../keeping/sample-library.ts'
import { randomFrom } from '../random.ts'

/** A library that has every kind of file. */
export interface FullLibrary extends SampleLibrary {
  /** Id of the document that was updated to a newer copy. */
  readonly updated: string
}

const expectOk = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** A document that was marked and then updated, so that it has versions and a report. */
const addUpdatedDocument = async (library: OpenLibrary, root: string): Promise<string> => {
  const [first, second] = [join(root, 'first.html'), join(root, 'second.html')]
  await writeFile(first, firstCopy)
  await writeFile(second, secondCopy)
  const { id } = expectOk(await library.importFile(first)).entry
  const { article } = expectOk(await library.readArticle(id))
  const start = article.text.indexOf(markedWords.edited)
  const what = { id: crypto.randomUUID(), now: '2026-11-22T12:00:00.000Z', style: 'highlight', color: 'blue' } as const
  const annotation = makeAnnotation(article, { start, end: start + markedWords.edited.length }, what)
  expectOk(await library.saveNotes(id, [annotation], null))
  expectOk(await library.updateFile(id, second))
  return id
}

const CHANGES = 60

/** Makes it in `root`, with changes of every kind one after another; closed. */
export const makeFullLibrary = async (root: string, seed: number): Promise<FullLibrary> => {
  const setUp = await makeSampleLibrary(root)
  const library = await setUp.opened({ create: false })
  const updated = await addUpdatedDocument(library, root)
  const documents = await readKnownDocuments(library)
  const random = randomFrom(seed)
  for (let number = 0; number < CHANGES; number += 1) {
    const now = new Date(Date.UTC(2026, 10, 22, 13, 0, number)).toISOString()
    expectOk(await keepChange(library, makeChange(documents, random, now)))
  }
  await library.close()
  return { ...setUp, updated }
}
