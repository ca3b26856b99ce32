import type { DocumentEntry } from '#core/article/document-entry.ts'

/** The document that was made of the file with this hash, in the version that is shown or in another one; undefined when none was. */
export const entryOfSource = (documents: readonly DocumentEntry[], hash: string): DocumentEntry | undefined =>
  documents.find(({ sourceHash, otherSources = [] }) => sourceHash === hash || otherSources.includes(hash))
