import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { WebAnnotation } from '#core/annotation/web-annotation.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { FORMAT, libraryPaths } from '#library/library-files.ts'
import type { LibraryIndex, Notes } from '#library/library-files.ts'
import { indented } from '#library/store/serialise.ts'
import { setUpLibrary } from '../../integration/library/library-folder.ts'

const UUID_END = 12

/** One of many marks, with a note of some length. */
const annotation = (document: string, at: number, number: number): WebAnnotation =>
  toWebAnnotation(
    {
      id: `${String(at).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(UUID_END, '0')}`,
      created: '2026-11-20T10:00:00.000Z',
      modified: '2026-11-20T10:00:00.000Z',
      version: 1,
      style: 'highlight',
      color: 'yellow',
      note: `Note ${number} of article ${at}: compare with what the other groups found in the dorsal root ganglion.`,
      tags: ['sample', `number-${number}`],
      selectors: {
        quote: { exact: `words ${number} of ${at}`, prefix: 'what stands before ', suffix: ' and what follows' },
        position: { start: number, end: number + 10 },
      },
    },
    document,
  )

export interface LargeLibrary {
  readonly set: Awaited<ReturnType<typeof setUpLibrary>>
  readonly ids: readonly string[]
  /** Bytes of what a backup holds. */
  readonly bytes: number
}

/**
 * A library of so many documents with so many marks each, in `root`. The documents have what a reader makes of them, and no
 * articles: backups look at nothing else.
 */
export const makeLargeLibrary = async (root: string, documents: number, marks: number): Promise<LargeLibrary> => {
  const set = await setUpLibrary(root)
  const first = await set.opened()
  const [sample] = first.documents()
  if (!sample) throw new Error('the library of these trials begins with an article')
  await first.close()
  const paths = libraryPaths(set.folder)
  const mechanisms = await readFile(join(paths.documents, sample.id, 'mechanisms.json'))
  const entries: DocumentEntry[] = []
  let bytes = 0
  for (let at = 0; at < documents; at += 1) {
    const id = `article-${at}`
    const folder = join(paths.documents, id)
    await mkdir(folder)
    const annotations = Array.from({ length: marks }, (_, number) => annotation(id, at, number))
    const notes: Notes = { format: FORMAT, document: id, annotations, pageNote: null }
    const content = indented(notes)
    await writeFile(join(folder, 'notes.json'), content)
    await writeFile(join(folder, 'mechanisms.json'), mechanisms)
    bytes += content.length + mechanisms.length
    entries.push({ ...sample, id, title: `Article ${at}`, annotations: marks })
  }
  const index: LibraryIndex = { format: FORMAT, created: '2026-11-20T10:00:00.000Z', documents: [sample, ...entries] }
  await writeFile(paths.index, indented(index))
  return { set, ids: entries.map(({ id }) => id), bytes: bytes + indented(index).length }
}
