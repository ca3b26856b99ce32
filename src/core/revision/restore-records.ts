import type { Annotation, PageNote } from '../annotation/annotation.ts'
import { singleIn, singleKind, singleNames } from '../annotation/single-records.ts'
import type { SingleName, SingleRecords } from '../annotation/single-records.ts'
import type { EditedRecord } from '../annotation/record-edits.ts'
import { sameContent } from '../annotation/ordered-json.ts'
import type { ReadingPosition } from '../article/document-entry.ts'
import type { ReaderCard } from '../mechanism/cards/reader-card.ts'
import type { EffectDecision } from '../mechanism/corrections/effect-decision.ts'

/** What the reader made of one document at some time, deleted records included. */
export interface ReaderRecords extends SingleRecords {
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  readonly cards: readonly ReaderCard[]
  readonly effectDecisions: readonly EffectDecision[]
  /** Null when it is not known. */
  readonly position: ReadingPosition | null
}

/** `back`: it was there and is not any more. `changed`: it said something else. `newer`: it was made, or brought back, since. */
export type RestoreChange = 'back' | 'changed' | 'newer'

/** A record that is not what it was. A side is null when there was no such record, or a deleted one. */
export interface RecordDifference<R> {
  readonly change: RestoreChange
  readonly was: R | null
  readonly now: R | null
  /** The record as it is kept now, deleted or not; null when nothing is kept of it. */
  readonly kept: R | null
}

/** By the record's name; those that are as they were are left out. */
export type SingleDifferences = {
  readonly [Name in SingleName]?: RecordDifference<NonNullable<SingleRecords[Name]>>
}

/** All that going back to an earlier state of a document would change. */
export interface DocumentDifference {
  readonly annotations: readonly RecordDifference<Annotation>[]
  /** Of records of which a document has one at most. */
  readonly singles: SingleDifferences
  readonly cards: readonly RecordDifference<ReaderCard>[]
  readonly effectDecisions: readonly RecordDifference<EffectDecision>[]
  /** Only when the reader had come farther than now: having read on since is not undone. */
  readonly position: { readonly was: ReadingPosition; readonly now: ReadingPosition | null } | null
}

interface IdentifiedRecord extends EditedRecord {
  readonly id: string
  readonly created: string
  readonly deleted?: string | undefined
}

/** What a record says, without what tells of its keeping. */
const contentOf = ({ version: _version, modified: _modified, edits: _edits, ...content }: EditedRecord): object =>
  content

const differenceOf = <R extends EditedRecord>(
  was: R | null,
  now: R | null,
  kept: R | null,
): RecordDifference<R> | null => {
  if (was === null) return now === null ? null : { change: 'newer', was, now, kept }
  if (now === null) return { change: 'back', was, now, kept }
  return sameContent(contentOf(was), contentOf(now)) ? null : { change: 'changed', was, now, kept }
}

const live = <R extends IdentifiedRecord>(record: R | undefined): R | null =>
  record === undefined || record.deleted !== undefined ? null : record

/** The records that are not what they were: in the order of `was`, and after them those made since. */
export const compareRecords = <R extends IdentifiedRecord>(
  was: readonly R[],
  now: readonly R[],
): RecordDifference<R>[] => {
  const [before, after] = [was, now].map(records => new Map(records.map(record => [record.id, record])))
  return [...new Set([...was, ...now].map(({ id }) => id))]
    .map(id => differenceOf(live(before?.get(id)), live(after?.get(id)), after?.get(id) ?? null))
    .filter(difference => difference !== null)
}

const compareSingles = (was: SingleRecords, now: SingleRecords): SingleDifferences => {
  const written = (records: SingleRecords, name: SingleName): EditedRecord | null => {
    const record = singleIn(records, name)
    return record === null || singleKind(name).isEmpty(record) ? null : record
  }
  return Object.fromEntries(
    singleNames.flatMap(name => {
      const difference = differenceOf(written(was, name), written(now, name), singleIn(now, name))
      return difference === null ? [] : [[name, difference]]
    }),
  )
}

/** What going back from `now` to `was` would change in one document. */
export const compareDocument = (was: ReaderRecords, now: ReaderRecords): DocumentDifference => ({
  annotations: compareRecords(was.annotations, now.annotations),
  singles: compareSingles(was, now),
  cards: compareRecords(was.cards, now.cards),
  effectDecisions: compareRecords(was.effectDecisions, now.effectDecisions),
  position:
    was.position !== null && was.position.progress > (now.position?.progress ?? 0)
      ? { was: was.position, now: now.position }
      : null,
})

export interface RestoreRules {
  /** Whether what was made since is taken away: it stays as a deleted record. */
  readonly removeNewer: boolean
  /** ISO 8601, UTC. */
  readonly now: string
}

/** `content` as the next version of what is kept, which it is said to know of: uniting copies does not undo it. */
const asNewVersion = <R extends EditedRecord>(content: R, kept: R | null, now: string): R => {
  const { edits: _edits, ...rest } = content
  const version = Math.max(content.version, kept?.version ?? 0) + 1
  return { ...rest, ...(kept?.edits !== undefined && { edits: kept.edits }), version, modified: now } as R
}

/** The new versions that take records back to what they were. */
export const restoreRecords = <R extends IdentifiedRecord>(
  differences: readonly RecordDifference<R>[],
  { removeNewer, now }: RestoreRules,
): R[] =>
  differences.flatMap(({ was, now: current, kept }) => {
    if (was !== null) return [asNewVersion(was, kept, now)]
    return removeNewer && current !== null ? [asNewVersion({ ...current, deleted: now }, kept, now)] : []
  })

/** The new versions of the records of which a document has one at most; those that stay as they are are left out. */
export const restoreSingles = (differences: SingleDifferences, { removeNewer, now }: RestoreRules): SingleRecords =>
  Object.fromEntries(
    singleNames.flatMap(name => {
      const difference = differences[name]
      if (difference === undefined) return []
      const { was, now: current, kept }: RecordDifference<EditedRecord> = difference
      if (was !== null) return [[name, asNewVersion(was, kept, now)]]
      if (!removeNewer || current === null) return []
      return [[name, asNewVersion(singleKind(name).emptied(current), kept, now)]]
    }),
  )
