import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { checkFile } from './check-file.ts'
import type { Check } from './check-report.ts'
import { notesFormat } from '../library-files.ts'
import type { Notes } from '../library-files.ts'
import { lacksAnnotations } from '../document-counts.ts'
import { remakeNotes } from '../restoring/remake-notes.ts'

/** Checks what the reader wrote on one document. `entry` is its line in the index, null when it has none. */
export const checkNotes = (check: Check, id: string, entry: DocumentEntry | null): Promise<Notes | null> => {
  const path = `documents/${id}/notes.json`
  return checkFile(check, {
    path,
    format: notesFormat,
    judge: ({ document }) => (document === id ? null : `it belongs to the document ${document}`),
    lacks: notes => lacksAnnotations(notes, entry),
    remake: hadPrevious => remakeNotes(join(check.folder, path), id, hadPrevious, entry),
  })
}
