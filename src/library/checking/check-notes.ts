import { join } from 'node:path'
import * as v from 'valibot'
import { pageNoteSchema } from '#core/annotation/annotation.ts'
import { webAnnotationSchema } from '#core/annotation/web-annotation.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { checkFile } from './check-file.ts'
import type { Remade } from './check-file.ts'
import type { Check } from './check-report.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'
import { countAnnotations } from '../document-entry.ts'
import { notesFormat } from '../library-files.ts'
import type { Notes } from '../library-files.ts'
import { previousPath } from '../store/durable-file.ts'

type WebAnnotation = Notes['annotations'][number]

const laterOfEach = (records: readonly WebAnnotation[]): WebAnnotation[] => {
  const byId = new Map<string, WebAnnotation>()
  for (const record of records) {
    const known = byId.get(record.id)
    if (known === undefined || known['pathmark:version'] < record['pathmark:version']) byId.set(record.id, record)
  }
  return [...byId.values()]
}

const describe = (versions: readonly unknown[], annotations: readonly WebAnnotation[], losing: boolean): string => {
  if (versions.every(fields => fields === null))
    return `an empty one was written${losing ? ', and notes may be lost' : ''}`
  return losing
    ? `what could be read was kept (annotations: ${annotations.length}), the rest may be lost`
    : 'everything in it was kept'
}

/** Takes every note that can be read out of a damaged file and the version before it. */
const remakeNotes = async (
  path: string,
  id: string,
  hadPrevious: boolean,
  entry: DocumentEntry | null,
): Promise<Remade<Notes>> => {
  const versions = [await readFields(path), await readFields(previousPath(path))]
  const salvaged = versions.map(fields => salvageRecords(fields?.['annotations'] ?? [], webAnnotationSchema))
  const annotations = laterOfEach(salvaged.flatMap(({ kept }) => kept))
  const pageNote = versions.map(fields => fields?.['pageNote']).find(note => v.is(pageNoteSchema, note)) ?? null
  // A file that was written once, when its article was imported, has no earlier version and held nothing yet.
  const unread = !Array.isArray(versions[0]?.['annotations']) && hadPrevious
  const pageNoteLost = pageNote === null && versions.some(fields => (fields?.['pageNote'] ?? null) !== null)
  const fewer = countAnnotations(annotations) < (entry?.annotations ?? 0)
  const losing = unread || pageNoteLost || fewer || salvaged.some(part => part.losing)
  return {
    value: { format: 1, document: id, annotations, pageNote },
    how: describe(versions, annotations, losing),
    losing,
  }
}

/** Checks what the reader wrote on one document. `entry` is its line in the index, null when it has none. */
export const checkNotes = (check: Check, id: string, entry: DocumentEntry | null): Promise<Notes | null> => {
  const path = `documents/${id}/notes.json`
  return checkFile(check, {
    path,
    format: notesFormat,
    judge: ({ document }) => (document === id ? null : `it belongs to the document ${document}`),
    remake: hadPrevious => remakeNotes(join(check.folder, path), id, hadPrevious, entry),
  })
}
