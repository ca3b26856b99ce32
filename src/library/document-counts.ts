import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Notes } from './library-files.ts'

/** Annotations that are not deleted. */
export const countAnnotations = (records: Notes['annotations']): number =>
  records.filter(record => record['pathmark:deleted'] === undefined).length

/** True when the index has counted more annotations than these notes hold. */
export const lacksAnnotations = (notes: Notes, entry: DocumentEntry | null): boolean =>
  countAnnotations(notes.annotations) < (entry?.annotations ?? 0)
