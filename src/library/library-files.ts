import { join } from 'node:path'
import * as v from 'valibot'
import { pageNoteSchema } from '#core/annotation/annotation.ts'
import { singleEntries } from '#core/annotation/single-records.ts'
import { webAnnotationSchema } from '#core/annotation/web-annotation.ts'
import { ARTICLE_FORMAT, articleSchema } from '#core/article/article.ts'
import type { Article } from '#core/article/article.ts'
import { documentEntrySchema, documentIdSchema, readingPositionSchema } from '#core/article/document-entry.ts'
import { updateReportSchema } from '#core/revision/update-report.ts'
import { mergeNotes } from './merge-notes.ts'
import type { FileFormat, Migration } from './store/file-format.ts'
import { recordJournal } from './store/record-journal.ts'
import { recordList } from './store/record-list.ts'

/** The version of every JSON file of a library. */
export const FORMAT = 3

/** How a file of an older version becomes one of this. */
export const migrations: readonly Migration[] = [
  // A file of format 2 ends with a checksum, which is written with it; the fields are those of format 1.
  { from: 1, name: 'checksums', migrate: fields => ({ ...fields, format: 2 }) },
  // What files of format 3 may hold besides would be damage to a program of format 2: articles of more kinds, with pictures and pages;
  // corrected citations, collections and tags; marks that wait. None of it has to be there, so that the fields are those of format 2.
  { from: 2, name: 'more-kinds', migrate: fields => ({ ...fields, format: 3 }) },
]

/** A line of the list without the sketch of its text, which nothing reads any more and which was most of the list. */
export const withoutSketch = <T>(entry: T): T => {
  if (typeof entry !== 'object' || entry === null || !('sketch' in entry)) return entry
  const { sketch: _sketch, ...kept } = entry
  return kept as T
}

const withoutSketches = (documents: unknown): unknown =>
  Array.isArray(documents) ? documents.map(withoutSketch<unknown>) : documents

/** The steps of a file that holds lines of the list, of which `drop` takes the sketches out of its fields. */
export const migrationsOfEntries = (drop: Migration['migrate']): readonly Migration[] =>
  migrations.map(step => (step.from === 2 ? { ...step, migrate: fields => step.migrate(drop(fields)) } : step))

const indexMigrations = migrationsOfEntries(fields => ({ ...fields, documents: withoutSketches(fields['documents']) }))

/** `library.json`: the index of documents, in the order in which they were added. */
const libraryIndexSchema = v.object({
  format: v.literal(FORMAT),
  created: v.string(),
  documents: recordList(documentEntrySchema),
})
export type LibraryIndex = v.InferOutput<typeof libraryIndexSchema>

/** The entries of `changed` in the places of those they are states of, new ones at the end. */
const replaceEntries = (
  documents: LibraryIndex['documents'],
  changed: LibraryIndex['documents'],
): LibraryIndex['documents'] => {
  const byId = new Map(documents.map(entry => [entry.id, entry]))
  for (const entry of changed) byId.set(entry.id, entry)
  return [...byId.values()]
}

export const libraryIndexFormat: FileFormat<LibraryIndex> = {
  version: FORMAT,
  schema: libraryIndexSchema,
  migrations: indexMigrations,
  journal: recordJournal<LibraryIndex>({
    lists: ['documents'],
    line: v.strictObject({ documents: v.exactOptional(recordList(documentEntrySchema)) }),
    merge: (index, { documents = [] }) => ({
      ...index,
      documents: replaceEntries(index.documents, documents.map(withoutSketch)),
    }),
    // What an entry says follows from its document, and an older one would take the place of a later one.
    keepsPrevious: false,
  }),
}

/** `notes.json`: what the reader wrote on one document, deleted annotations included. */
const notesSchema = v.object({
  format: v.literal(FORMAT),
  /** Id of the document. */
  document: v.string(),
  annotations: recordList(webAnnotationSchema),
  ...singleEntries,
  pageNote: v.nullable(pageNoteSchema),
})
export type Notes = v.InferOutput<typeof notesSchema>
export const notesFormat: FileFormat<Notes> = {
  version: FORMAT,
  schema: notesSchema,
  migrations,
  journal: recordJournal<Notes>({
    lists: ['annotations'],
    line: v.strictObject({
      annotations: v.exactOptional(recordList(webAnnotationSchema)),
      ...singleEntries,
    }),
    merge: (notes, { annotations = [], ...singles }) => mergeNotes(notes, { annotations, ...singles }),
    keepsPrevious: true,
  }),
}

/** `article.json`, written once when the document is imported. */
export const articleFormat: FileFormat<Article> = { version: ARTICLE_FORMAT, schema: articleSchema, migrations }

/**
 * `layout.json`: where the article's text stands on its pages; only of articles that came as pages. Pages and runs are the numbers of
 * `PageLayout`, a line each.
 */
const storedLayoutSchema = v.object({
  format: v.literal(FORMAT),
  /** Of the text that the offsets are of: `textHash` of the article. */
  textHash: v.string(),
  pages: v.array(v.string()),
  runs: v.array(v.string()),
})
export type StoredLayout = v.InferOutput<typeof storedLayoutSchema>
export const layoutFormat: FileFormat<StoredLayout> = { version: FORMAT, schema: storedLayoutSchema, migrations }

const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

/** `versions.json`: which version of an article is read, and which there are. Absent until the first update. */
const versionsSchema = v.object({
  format: v.literal(FORMAT),
  /** Number of the version that is read. */
  current: versionNumber,
  /**
   * Not null from the moment when another version counts as the one that is read until its files are in the document's
   * folder; `position` is where the reader is in it.
   */
  placing: v.nullable(v.object({ position: readingPositionSchema })),
  /** True until the reader has done with the report of the update that brought the current version. */
  reportOpen: v.boolean(),
  /** Numbers of versions that were taken back and can be put in place again, the one taken back last at the end. */
  undone: v.array(versionNumber),
  /** In the order in which they came. */
  versions: v.pipe(
    v.array(
      v.object({
        number: versionNumber,
        /** Number of the version that it took the place of; null for the first. */
        replaced: v.nullable(versionNumber),
        /** When it came into the library. */
        added: v.string(),
        fileName: v.string(),
        sourceHash: v.string(),
      }),
    ),
    v.minLength(2),
  ),
})
export type Versions = v.InferOutput<typeof versionsSchema>
export const versionsFormat: FileFormat<Versions> = { version: FORMAT, schema: versionsSchema, migrations }

/** `versions/<n>/report.json`: what the update that brought version `n` did to marks and cards. */
const storedReportSchema = v.object({ format: v.literal(FORMAT), ...updateReportSchema.entries })
export type StoredReport = v.InferOutput<typeof storedReportSchema>
export const reportFormat: FileFormat<StoredReport> = { version: FORMAT, schema: storedReportSchema, migrations }

/** True for an id that can stand in a path: nothing else is ever joined to one. */
export const isDocumentId = (id: string): boolean => v.is(documentIdSchema, id)

export interface LibraryPaths {
  readonly index: string
  readonly lock: string
  readonly lexicon: string
  readonly waitingMarks: string
  readonly documents: string
}

export const libraryPaths = (folder: string): LibraryPaths => ({
  index: join(folder, 'library.json'),
  lock: join(folder, 'library.lock'),
  lexicon: join(folder, 'lexicon.json'),
  waitingMarks: join(folder, 'waiting-marks.json'),
  documents: join(folder, 'documents'),
})

export interface DocumentPaths {
  readonly folder: string
  readonly article: string
  readonly html: string
  readonly layout: string
  readonly notes: string
  readonly mechanisms: string
  readonly versions: string
}

/** The files of one document; `folder` is its own folder, under whatever name it has at the moment. */
export const documentPaths = (folder: string): DocumentPaths => ({
  folder,
  article: join(folder, 'article.json'),
  html: join(folder, 'article.html'),
  layout: join(folder, 'layout.json'),
  notes: join(folder, 'notes.json'),
  mechanisms: join(folder, 'mechanisms.json'),
  versions: join(folder, 'versions.json'),
})

export interface VersionPaths extends Omit<DocumentPaths, 'versions'> {
  /** Notes and mechanisms as they were when this version was taken up the last time. */
  readonly notesBegun: string
  readonly mechanismsBegun: string
  readonly report: string
}

/** The files of one version of a document whose own folder is `document`. */
export const versionPaths = (document: string, number: number): VersionPaths => {
  const folder = join(document, 'versions', String(number))
  const { versions: _versions, ...paths } = documentPaths(folder)
  return {
    ...paths,
    notesBegun: join(folder, 'notes.begun.json'),
    mechanismsBegun: join(folder, 'mechanisms.begun.json'),
    report: join(folder, 'report.json'),
  }
}
