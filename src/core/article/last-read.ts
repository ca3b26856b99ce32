import type { DocumentEntry } from './document-entry.ts'

/** The document to begin with: the remembered one, else the one that was read last, else the newest; undefined when there is none. */
export const lastRead = (documents: readonly DocumentEntry[], remembered: string | null): DocumentEntry | undefined => {
  const known = documents.find(({ id }) => id === remembered)
  if (known !== undefined) return known
  let last: DocumentEntry | undefined
  for (const entry of documents) if ((entry.lastRead ?? '') > (last?.lastRead ?? '')) last = entry
  return last ?? documents.at(-1)
}
