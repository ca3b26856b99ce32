import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import { ARTICLE_FORMAT, articleSchema } from '#core/article/article.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { SearchedDocument } from '#core/search/index-rows.ts'
import { documentPaths, isDocumentId, migrations, notesFormat, versionPaths } from '../library-files.ts'
import { mechanismsFormat } from '../mechanism-files.ts'
import type { FileFormat } from '../store/file-format.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { journalPath } from '../store/journal-file.ts'
import { readVersions } from '../updating/read-version.ts'

/** The part of `article.json` that is searched; the rest need not be looked at. */
const { id, metadata, text, blocks } = articleSchema.entries
const searchedSchema = v.object({ format: articleSchema.entries.format, id, metadata, text, blocks })
const searchedFormat: FileFormat<v.InferOutput<typeof searchedSchema>> = {
  version: ARTICLE_FORMAT,
  schema: searchedSchema,
  migrations,
}

const stampOfFile = (path: string): string => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.mtimeMs}/${found.size}`
}

/**
 * Tells whether the files of a document may have changed since they were read: equal as long as they have not. Ten thousand
 * documents are asked at once, in a thread that has nothing else to do: it waits for each answer.
 */
export const stampOfDocument = (folder: string): string => {
  const { article, notes, mechanisms, versions } = documentPaths(folder)
  return [article, notes, journalPath(notes), mechanisms, journalPath(mechanisms), versions].map(stampOfFile).join(' ')
}

/** What was read of a document, and whether all of it could be. */
export interface ReadDocument {
  /** Null when there is no article that can be read. */
  readonly document: SearchedDocument | null
  readonly whole: boolean
}

/** What is searched of a document, from the files of the version that counts. What is damaged is told when it is opened. */
export const readSearchedDocument = async (documents: string, documentId: string): Promise<ReadDocument> => {
  const nothing: ReadDocument = { document: null, whole: false }
  if (!isDocumentId(documentId)) return nothing
  const folder = join(documents, documentId)
  const versions = await readVersions(folder)
  const placed =
    versions.ok && versions.value !== null && versions.value.placing !== null ? versions.value.current : null
  const own = documentPaths(folder)
  const begun = placed === null ? null : versionPaths(folder, placed)
  const [article, notes, mechanisms] = await Promise.all([
    inspectFile(begun?.article ?? own.article, searchedFormat),
    inspectFile(begun?.notesBegun ?? own.notes, notesFormat),
    inspectFile(begun?.mechanismsBegun ?? own.mechanisms, mechanismsFormat),
  ])
  if (article.state !== 'good' || article.value.id !== documentId) return nothing
  const written = notes.state === 'good' ? notes.value : { annotations: [], pageNote: null }
  const { found, cards, effectDecisions } =
    mechanisms.state === 'good' ? mechanisms.value : { found: null, cards: [], effectDecisions: [] }
  return {
    document: {
      article: article.value,
      annotations: written.annotations
        .map(record => fromWebAnnotation(record).annotation)
        .filter(({ deleted }) => deleted === undefined),
      pageNote: written.pageNote,
      cards: found === null ? [] : showCards(found, cards, effectDecisions).filter(({ number }) => number > 0),
    },
    whole: notes.state === 'good' && mechanisms.state === 'good',
  }
}
