import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sourceFileNameOf } from '#core/article/source-file-name.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { FoundMechanisms } from './finding/finder.ts'
import type { ImportedDocument } from './importing/import-document.ts'
import { writtenLayout } from './layout-file.ts'
import { FORMAT, documentPaths } from './library-files.ts'
import type { Notes } from './library-files.ts'
import type { Mechanisms } from './mechanism-files.ts'
import { writeFailure } from './store/disk-failure.ts'
import { flushFolder, temporaryPath, writeDurably } from './store/durable-file.ts'
import { serialise, serialisedPieces } from './store/serialise.ts'
import { writeAssets } from './write-assets.ts'

/** The files of a new document, by path within `folder`. Those of many records are written in pieces: a long text has a million blocks. */
const filesOf = (
  document: ImportedDocument,
  found: FoundMechanisms,
  folder: string,
): [string, string | Uint8Array | Iterable<Uint8Array>][] => {
  const { article, html, source, layout = null } = document
  const paths = documentPaths(folder)
  const notes: Notes = { format: FORMAT, document: article.id, annotations: [], pageNote: null }
  const mechanisms: Mechanisms = { format: FORMAT, ...found, cards: [] }
  return [
    [join(folder, sourceFileNameOf(article.provenance)), source],
    [paths.html, html],
    ...(layout === null ? [] : [[paths.layout, writtenLayout(layout, article)] satisfies [string, string]]),
    [paths.article, serialisedPieces(article)],
    [paths.notes, serialise(notes)],
    [paths.mechanisms, serialisedPieces(mechanisms)],
  ]
}

/**
 * Writes a document's folder as one whole or not at all: everything goes into a folder of a temporary name, which then
 * takes the document's name. `documents` is the folder of all documents.
 */
export const writeDocumentFolder = async (
  documents: string,
  document: ImportedDocument,
  found: FoundMechanisms,
): Promise<Result<null>> => {
  const folder = join(documents, document.article.id)
  const unfinished = temporaryPath(folder)
  try {
    await mkdir(unfinished, { mode: 0o700 })
    const pictures = await writeAssets(unfinished, document.assets)
    if (!pictures.ok) return pictures
    for (const [path, content] of filesOf(document, found, unfinished)) {
      const written = await writeDurably(path, content)
      if (!written.ok) return written
    }
    await rename(unfinished, folder)
    await flushFolder(documents)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  } finally {
    // What cannot be removed now goes when the library is opened the next time.
    await Promise.allSettled([rm(unfinished, { recursive: true, force: true })])
  }
}
