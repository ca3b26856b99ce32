import type { DocumentEntry } from '#core/article/document-entry.ts'
import { correctedInEntry } from './shown-entry.ts'
import type { Notes } from './library-files.ts'

/** Annotations that are not deleted. */
export const countAnnotations = (records: Notes['annotations']): number => {
  let count = 0
  // Counted with every change, among ten thousand and more: a filter takes several times as long.
  for (let place = 0; place < records.length; place += 1)
    if (records[place]?.['pathmark:deleted'] === undefined) count += 1
  return count
}

type FieldsOfNotes = Pick<DocumentEntry, 'annotations'> &
  Record<'collections' | 'tags', string[] | undefined> & { readonly corrected: DocumentEntry['corrected'] }

/** What the index's line of a document takes from its notes. */
export const entryOfNotes = (notes: Notes): FieldsOfNotes => {
  const { collections = [], tags = [] } = notes.shelf ?? {}
  return {
    annotations: countAnnotations(notes.annotations),
    collections: collections.length > 0 ? [...collections] : undefined,
    tags: tags.length > 0 ? [...tags] : undefined,
    corrected: correctedInEntry(notes.citation ?? null),
  }
}

/** True when the index has counted more annotations than these notes hold. */
export const lacksAnnotations = (notes: Notes, entry: DocumentEntry | null): boolean =>
  countAnnotations(notes.annotations) < (entry?.annotations ?? 0)
