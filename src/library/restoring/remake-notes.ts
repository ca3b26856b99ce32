import * as v from 'valibot'
import { singleKind, singleNames } from '#core/annotation/single-records.ts'
import type { SingleName, SingleRecords } from '#core/annotation/single-records.ts'
import { webAnnotationSchema } from '#core/annotation/web-annotation.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Remade } from '../store/find-replacement.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'
import { countAnnotations, lacksAnnotations } from '../document-counts.ts'
import { FORMAT } from '../library-files.ts'
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

const describe = (isEmpty: boolean, kept: number, listed: number, losing: boolean): string => {
  const lost = listed > kept ? `${listed - kept} of ${listed} annotations` : 'some of them'
  if (isEmpty) return `an empty one takes its place${losing ? `, and notes may be lost (${lost})` : ''}`
  return losing
    ? `what could be read was kept (annotations: ${kept}), the rest may be lost (${lost})`
    : 'everything in it was kept'
}

/** The fields of a notes file, unless it says that it is that of another document. */
const readOwnFields = async (path: string, id: string): ReturnType<typeof readFields> => {
  const fields = await readFields(path)
  const document = fields?.['document']
  return typeof document === 'string' && document !== id ? null : fields
}

/**
 * Takes every note that can be read out of a damaged file and the version before it. `entry` is the document's line in
 * the index, which tells how many annotations there were.
 */
export const remakeNotes = async (
  path: string,
  id: string,
  hadPrevious: boolean,
  entry: DocumentEntry | null,
): Promise<Remade<Notes>> => {
  const versions = [await readOwnFields(path, id), await readOwnFields(previousPath(path), id)]
  const salvaged = versions.map(fields => salvageRecords(fields?.['annotations'] ?? [], webAnnotationSchema))
  const annotations = laterOfEach(salvaged.flatMap(({ kept }) => kept))
  const salvage = (name: SingleName): unknown =>
    versions.map(fields => fields?.[name]).find(record => v.is(singleKind(name).schema, record)) ?? null
  const singles = singleNames.map(name => [name, salvage(name)] as const)
  const readable = singles.filter(([, record]) => record !== null)
  const value: Notes = {
    format: FORMAT,
    document: id,
    annotations,
    pageNote: null,
    ...(Object.fromEntries(readable) as SingleRecords),
  }
  // A file that was written once, when its article was imported, has no earlier version and held nothing yet.
  const unread = !Array.isArray(versions[0]?.['annotations']) && hadPrevious
  const singleLost = singles.some(
    ([name, record]) => record === null && versions.some(fields => (fields?.[name] ?? null) !== null),
  )
  const losing = unread || singleLost || lacksAnnotations(value, entry) || salvaged.some(part => part.losing)
  const isEmpty = annotations.length === 0 && readable.length === 0
  return { value, how: describe(isEmpty, countAnnotations(annotations), entry?.annotations ?? 0, losing), losing }
}
