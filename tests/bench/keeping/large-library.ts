import { randomUUID } from 'node:crypto'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Annotation } from '#core/annotation/annotation.ts'
import { annotationColors } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import { ARTICLE_FORMAT } from '#core/article/article.ts'
import type { Article } from '#core/article/article.ts'
import { setUpLibrary } from '../../integration/library/library-folder.ts'
import type { LibrarySetUp } from '../../integration/library/library-folder.ts'
import { readStored, writeStored } from '../../integration/store/stored-file.ts'

/** A library that is there already, so that nothing has to be imported. */
const FIXTURE = resolve('tests/fixtures/library-format-1')
const MASTER = join(FIXTURE, 'documents/how-il-10-calms-a-nerve-952c8236')

export interface LargeLibrary extends LibrarySetUp {
  /** Ids of its documents; all hold the same article. */
  readonly ids: readonly string[]
  readonly article: Article
}

const NOTE =
  'Compare with the second figure: the dose is not the same, and the animals were older. Ask for the raw data.'

/** The `at`-th annotation of an article; every other one has a note. */
export const annotationAt = (article: Article, at: number): Annotation => {
  const start = (at * 7) % (article.text.length - 20)
  const color = annotationColors[at % annotationColors.length] ?? 'yellow'
  const now = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
  const what = { id: randomUUID(), now, style: 'highlight', color, note: at % 2 === 0 ? NOTE : '' } as const
  return makeAnnotation(article, { start, end: start + 12 }, what)
}

const notesOf = (article: Article, id: string, count: number): object => ({
  format: ARTICLE_FORMAT,
  document: id,
  annotations: Array.from({ length: count }, (_, at) => toWebAnnotation(annotationAt(article, at), id)),
  pageNote: null,
})

/** A library in `root` of so many documents with so many annotations each. Its folders are copies of one another. */
export const makeLargeLibrary = async (root: string, documents: number, annotations: number): Promise<LargeLibrary> => {
  const setUp = await setUpLibrary(root)
  const article = { ...(await readStored<Article>(join(MASTER, 'article.json'))), format: ARTICLE_FORMAT } as const
  const folder = (id: string): string => join(setUp.folder, 'documents', id)
  const ids = Array.from({ length: documents }, (_, at) => `document-${at}`)
  await mkdir(join(setUp.folder, 'documents'), { recursive: true })
  for (const id of ids) {
    await cp(MASTER, folder(id), { recursive: true })
    await writeStored(join(folder(id), 'article.json'), { ...article, id })
    await writeStored(join(folder(id), 'notes.json'), notesOf(article, id, annotations))
    const mechanisms = await readStored(join(folder(id), 'mechanisms.json'))
    await writeStored(join(folder(id), 'mechanisms.json'), { ...mechanisms, format: ARTICLE_FORMAT })
  }
  const index = await readStored<{ documents: { id: string }[] }>(join(FIXTURE, 'library.json'))
  const entry = index.documents.find(({ id }) => id === article.id)
  const entries = ids.map(id => ({ ...entry, id, annotations }))
  await writeStored(join(setUp.folder, 'library.json'), { ...index, format: ARTICLE_FORMAT, documents: entries })
  return { ...setUp, ids, article }
}
