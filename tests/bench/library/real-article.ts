import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { FORMAT } from '#library/library-files.ts'
import { readStored, writeStored } from '../../integration/store/stored-file.ts'

/** A library that is there already, so that nothing has to be imported. */
const FIXTURE = resolve('tests/fixtures/library-format-1')
const FOLDER = join(FIXTURE, 'documents/how-il-10-calms-a-nerve-952c8236')

/** An article that was imported, after which others are made. */
export interface RealArticle {
  /** The library's index without its documents. */
  readonly index: object
  readonly article: Article
  /** The article's line in the index. */
  readonly entry: DocumentEntry
  readonly notes: object
  readonly mechanisms: object
}

export const readRealArticle = async (): Promise<RealArticle> => {
  const { documents, ...index } = await readStored<{ documents: DocumentEntry[] }>(join(FIXTURE, 'library.json'))
  const article = await readStored<Article>(join(FOLDER, 'article.json'))
  const entry = documents.find(({ id }) => id === article.id)
  if (entry === undefined) throw new Error('the fixture has no such article')
  const [notes, mechanisms] = await Promise.all(
    ['notes.json', 'mechanisms.json'].map(name => readStored<object>(join(FOLDER, name))),
  )
  return { index, article, entry, notes: notes ?? {}, mechanisms: mechanisms ?? {} }
}

/** Puts a copy of it under another id into the folder of that document. */
export const copyRealArticle = async (
  { article, notes, mechanisms }: RealArticle,
  id: string,
  to: string,
): Promise<void> => {
  await cp(FOLDER, to, { recursive: true })
  await writeStored(join(to, 'article.json'), { ...article, id, format: FORMAT })
  await writeStored(join(to, 'notes.json'), { ...notes, format: FORMAT, document: id })
  await writeStored(join(to, 'mechanisms.json'), { ...mechanisms, format: FORMAT })
}
