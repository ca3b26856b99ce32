import { countChanges, describeDocument, describeNames, describeWaiting } from '#core/revision/restore-plan.ts'
import type { RestoreOutcome, RestorePlan } from '#core/revision/restore-plan.ts'
import { restoreRecords, restoreSingles } from '#core/revision/restore-records.ts'
import type { RestoreRules } from '#core/revision/restore-records.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary, OpenLibraryOptions } from '../open-library.ts'
import { realDisk } from '../store/disk.ts'
import type { Disk } from '../store/disk.ts'
import { readBackups } from './backup-files.ts'
import type { ReadBackup } from './backup-files.ts'
import { newestFirst } from './backups-to-keep.ts'
import type { BackupReason } from './backups-to-keep.ts'
import { compareBackup } from './compare-backup.ts'
import type { BackupDifference } from './compare-backup.ts'
import { makeBackup } from './make-backup.ts'
import type { MadeBackup, MakeBackupOptions } from './make-backup.ts'

export interface LibraryBackupsOptions extends Pick<OpenLibraryOptions, 'resources' | 'program' | 'now' | 'newId'> {
  readonly library: OpenLibrary
  readonly disk?: Disk
}

export interface RestoreChoice {
  /** Documents to restore; null for all of them and the reader's own names. */
  readonly documents: readonly string[] | null
  /** Whether what was made since is removed. */
  readonly removeNewer: boolean
}

type Progress = (done: number, total: number) => void

const unknown = (id: string): Result<never> =>
  fail('not-found', `There is no backup “${id}” in this library. Choose one of its list.`)

/** The backups of an open library: making, listing and restoring them, one thing at a time. */
export class LibraryBackups {
  readonly #options: LibraryBackupsOptions
  #before: Promise<unknown> = Promise.resolve()

  constructor(options: LibraryBackupsOptions) {
    this.#options = options
  }

  /** Newest first, and the ids of those that cannot be read, with what is wrong. Fails as the disk does. */
  async list(): Promise<
    Result<{ readonly good: readonly ReadBackup[]; readonly bad: readonly { id: string; problem: string }[] }>
  > {
    const there = await readBackups(this.#options.library.path)
    if (!there.ok) return there
    const sorted = there.value.good.toSorted((a, b) =>
      newestFirst({ ...a.backup, id: a.id }, { ...b.backup, id: b.id }),
    )
    return succeed({ good: sorted, bad: there.value.bad })
  }

  /** Makes a backup, unless nothing has changed since the last one. Fails with `cancelled`, `library-read-only`, or as the disk does. */
  make(reason: BackupReason, signal?: AbortSignal, progress?: Progress): Promise<Result<MadeBackup>> {
    return this.#inTurn(() => this.#make({ reason, ...(signal && { signal }), ...(progress && { progress }) }))
  }

  /** What restoring would change, in words. `document` is the only one that is asked about; null for all of them. */
  async compare(id: string, document: string | null = null, progress?: Progress): Promise<Result<RestorePlan>> {
    const known = await this.#known(id)
    if (!known.ok) return known
    const compared = await this.#compare(known.value, document, progress)
    if (!compared.ok) return compared
    const { documents, names, waiting, ...rest } = compared.value
    const waitingItems = describeWaiting(waiting)
    return succeed({
      ...rest,
      backup: id,
      made: known.value.backup.made,
      documents: documents.map(({ difference, ...about }) => {
        const items = describeDocument(difference)
        return { ...about, items, counts: countChanges(items) }
      }),
      names: describeNames(names),
      waiting: { items: waitingItems, counts: countChanges(waitingItems) },
    })
  }

  /**
   * Takes notes, cards, decisions, names and waiting marks back to what a backup holds, as new versions of the records. Before that a
   * backup is made of what is there now, by which this can be undone. When it is interrupted, or the disk refuses in
   * between, what was not restored yet is as it was, and it can be done again.
   */
  restore(id: string, choice: RestoreChoice, progress?: Progress): Promise<Result<RestoreOutcome>> {
    return this.#inTurn(async () => {
      const known = await this.#known(id)
      if (!known.ok) return known
      const before = await this.#make({ reason: 'restore', inUse: id })
      if (!before.ok) return before
      const { documents } = choice
      const only = documents?.length === 1 ? (documents[0] ?? null) : null
      const compared = await this.#compare(known.value, only)
      if (!compared.ok) return compared
      return succeed({ ...(await this.#apply(compared.value, choice, progress)), before: before.value.id })
    })
  }

  /** Answers when nothing is under way. */
  async idle(): Promise<void> {
    await this.#before
  }

  #inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const done = this.#before.then(work)
    this.#before = done.catch(() => undefined)
    return done
  }

  async #make(about: Pick<MakeBackupOptions, 'reason' | 'inUse' | 'signal' | 'progress'>): Promise<Result<MadeBackup>> {
    const { library, program, now, disk = realDisk } = this.#options
    if (library.readOnlyReason !== null) return fail('library-read-only', library.readOnlyReason)
    return makeBackup({ ...about, folder: library.path, program, now, disk })
  }

  async #known(id: string): Promise<Result<ReadBackup>> {
    const there = await readBackups(this.#options.library.path)
    if (!there.ok) return there
    const found = there.value.good.find(known => known.id === id)
    if (found) return succeed(found)
    const bad = there.value.bad.find(known => known.id === id)
    return bad
      ? fail('library-damaged', `The backup “${id}” cannot be used: ${bad.problem}. Choose another one.`)
      : unknown(id)
  }

  #compare({ backup }: ReadBackup, document: string | null, progress?: Progress): Promise<Result<BackupDifference>> {
    return compareBackup({ ...this.#options, backup, document, ...(progress && { progress }) })
  }

  async #apply(
    difference: BackupDifference,
    { documents, removeNewer }: RestoreChoice,
    progress?: Progress,
  ): Promise<Omit<RestoreOutcome, 'before'>> {
    const { library, now } = this.#options
    const rules: RestoreRules = { removeNewer, now: now() }
    const chosen = difference.documents.filter(({ id }) => documents === null || documents.includes(id))
    const failures = [...difference.failures]
    const names = documents === null ? restoreRecords(difference.names, rules) : []
    let [restored, records] = [0, 0]
    if (names.length > 0) {
      const saved = await library.saveNames(names)
      if (saved.ok) records += names.length
      else failures.push(`Your names: ${saved.error.message}`)
    }
    const waiting = documents === null ? restoreRecords(difference.waiting, rules) : []
    if (waiting.length > 0) {
      const saved = await library.marks.saveWaiting(waiting)
      if (saved.ok) records += waiting.length
      else failures.push(`Marks that wait for their articles: ${saved.error.message}`)
    }
    for (const [done, { id, title, difference: document }] of chosen.entries()) {
      const changed = await restoreDocument(library, id, document, rules)
      if (!changed.ok) failures.push(`“${title}”: ${changed.error.message}`)
      else if (changed.value > 0) {
        restored += 1
        records += changed.value
      }
      progress?.(done + 1, chosen.length)
    }
    return { documents: restored, records, failures }
  }
}

/** Saves the new versions of one document's records; gives their number. */
const restoreDocument = async (
  library: OpenLibrary,
  id: string,
  { annotations, singles, cards, effectDecisions, position }: BackupDifference['documents'][number]['difference'],
  rules: RestoreRules,
): Promise<Result<number>> => {
  const marks = restoreRecords(annotations, rules)
  const restored = restoreSingles(singles, rules)
  const rest = Object.keys(restored).length
  const mechanisms = {
    cards: restoreRecords(cards, rules),
    effectDecisions: restoreRecords(effectDecisions, rules),
  }
  const decided = mechanisms.cards.length + mechanisms.effectDecisions.length
  if (marks.length > 0 || rest > 0) {
    const saved = await library.saveNotes(id, marks, restored.pageNote ?? null, restored)
    if (!saved.ok) return saved
  }
  if (decided > 0) {
    const saved = await library.saveMechanisms(id, mechanisms)
    if (!saved.ok) return saved
  }
  if (position !== null) {
    const saved = await library.savePosition(id, position.was)
    if (!saved.ok) return saved
  }
  return succeed(marks.length + decided + rest + Number(position !== null))
}
