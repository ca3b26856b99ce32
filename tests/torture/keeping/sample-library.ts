import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { setUpLibrary } from '../../integration/library/library-folder.ts'
import type { LibrarySetUp } from '../../integration/library/library-folder.ts'

const SENTENCES = 300

/** A page whose sentences are all different, so that each can be marked by its words. */
export const samplePage = (title: string, sentences = SENTENCES): string => {
  const body = Array.from(
    { length: sentences },
    (_, number) =>
      `<p>In sample ${number} of ${title} the cells of group ${number} release more IL-10 than before.</p>`,
  ).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`
}

/** So many that a document's notes are past the size from which they are no longer rewritten for each change. */
export const MANY_ANNOTATIONS = 200

/** Marks that are there before a trial begins: with their notes some 900 bytes each. */
const addAnnotations = async (library: OpenLibrary, id: string, count: number): Promise<void> => {
  const read = await library.readArticle(id)
  if (!read.ok) throw new Error(read.error.message)
  const now = '2026-11-22T09:00:00.000Z'
  const annotations = Array.from({ length: count }, (_, number) => {
    const start = number * 10
    const what = { id: crypto.randomUUID(), now, style: 'highlight', color: 'blue' } as const
    const note = `${number} ${'that this changes is worth a note '.repeat(6)}`
    return makeAnnotation(read.value.article, { start, end: start + 30 }, { ...what, note })
  })
  const saved = await library.saveNotes(id, annotations, null)
  if (!saved.ok) throw new Error(saved.error.message)
}

export interface SampleLibrary extends LibrarySetUp {
  readonly resources: string
  /** Ids of a document with few annotations and of one with `MANY_ANNOTATIONS`. */
  readonly few: string
  readonly many: string
}

/** A library in `root` with the bundled article, a document with few marks and one with many; closed. */
export const makeSampleLibrary = async (root: string): Promise<SampleLibrary> => {
  const setUp = await setUpLibrary(root)
  const library = await setUp.opened()
  const ids: string[] = []
  for (const [title, count] of [
    ['Few marks', 3],
    ['Many marks', MANY_ANNOTATIONS],
  ] as const) {
    const path = join(root, `${title}.html`)
    await writeFile(path, samplePage(title))
    const imported = await library.importFile(path)
    if (!imported.ok) throw new Error(imported.error.message)
    ids.push(imported.value.entry.id)
    await addAnnotations(library, imported.value.entry.id, count)
  }
  await library.close()
  const [few = '', many = ''] = ids
  return { ...setUp, resources: join(root, 'resources'), few, many }
}
