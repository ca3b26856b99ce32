import type { Annotation } from '#core/annotation/annotation.ts'
import type { Edit } from '#core/annotation/history.ts'
import { sameTies, tiesOf, withTies } from '#core/revision/carry-annotations.ts'
import { isAnnotation, isCard, latestOf } from './records.ts'
import type { StoredRecord } from './records.ts'

type Change = Edit<StoredRecord>['changes'][number]

/**
 * Edits that the reader makes while another version is being put in an article's place, by the article's id. To save them
 * then would set records of the old text against those of the new one.
 */
const held = new Map<string, Edit<StoredRecord>[]>()

export const isHolding = (document: string | null): boolean => document !== null && held.has(document)

/** Keeps an edit until the change of the text is over; false when none is under way. */
export function hold(document: string | null, edit: Edit<StoredRecord>): boolean {
  const edits = document === null ? undefined : held.get(document)
  edits?.push(edit)
  return edits !== undefined
}

/** A mark that was taken to the new text: what the reader did to it goes along, its place stays unless that was the edit. */
function onNewText(before: Annotation | null, after: Annotation, latest: Annotation): Annotation {
  if (before === null || !sameTies(before, after)) return after
  return withTies(after, tiesOf(latest), after.modified)
}

/** The change as it is to be made on what became of the record meanwhile. */
function rebased({ before, after }: Change): Change {
  const latest = latestOf(after)
  if (latest === after || (before === null && latest.version < after.version)) return { before, after }
  const version = Math.max(latest.version, after.version) + 1
  if (!isAnnotation(after) || !isAnnotation(latest)) return { before: latest, after: { ...after, version } }
  const earlier = before !== null && isAnnotation(before) && !isCard(before) ? before : null
  return { before: latest, after: { ...onNewText(earlier, after, latest), version } }
}

/**
 * Does work that changes the text of `document`, and afterwards hands every edit that was made meanwhile to `make`, as it is
 * to be made on the text that is there then.
 */
export async function holdingEdits<T>(
  document: string,
  work: () => Promise<T>,
  make: (document: string, edit: Edit<StoredRecord>) => void,
): Promise<T> {
  // The work of a step that was begun already is part of it.
  if (held.has(document)) return work()
  held.set(document, [])
  try {
    return await work()
  } finally {
    const edits = held.get(document) ?? []
    held.delete(document)
    for (const edit of edits) make(document, { ...edit, changes: edit.changes.map(rebased) })
  }
}
