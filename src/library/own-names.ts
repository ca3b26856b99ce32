import { mergeRecords } from '#core/annotation/merge-records.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FORMAT, libraryPaths } from './library-files.ts'
import { ownLexiconFormat } from './mechanism-files.ts'
import type { OwnLexicon } from './mechanism-files.ts'
import { sameItems } from './same-items.ts'
import type { GuardedDatabase } from './store/guarded-database.ts'
import { openDatabase } from './store/open-database.ts'

export interface OwnNamesOptions {
  /** The library's folder. */
  readonly folder: string
  readonly readOnlyReason: string | null
  readonly now: () => string
  /** Takes what was amiss with the file and what was done about it, a line each. */
  readonly warn: (lines: readonly string[]) => void
}

/** Both sides' names by id and version. Gives back `ours` itself when `theirs` adds nothing. */
const mergeOwnLexicons = (ours: OwnLexicon, theirs: Pick<OwnLexicon, 'names'>): OwnLexicon => {
  const names = mergeRecords(ours.names, theirs.names)
  return sameItems(names, ours.names) ? ours : { ...ours, names }
}

/** The names that the reader gave to entities, in `lexicon.json`; the file is made with the first of them. */
export class OwnNames {
  readonly #options: OwnNamesOptions
  #opening: Promise<Result<GuardedDatabase<OwnLexicon>>> | null = null

  constructor(options: OwnNamesOptions) {
    this.#options = options
  }

  /** Deleted names are included. */
  async list(): Promise<Result<readonly OwnName[]>> {
    const database = await this.#database()
    if (!database.ok) return database
    const fresh = await database.value.refresh()
    return fresh.ok ? succeed(database.value.data.names) : fresh
  }

  /** Merges by id: the higher version of a record stays. */
  async save(names: readonly OwnName[]): Promise<Result<null>> {
    const database = await this.#database()
    if (!database.ok) return database
    return database.value.update(lexicon => mergeOwnLexicons(lexicon, { names: [...names] }))
  }

  async close(): Promise<void> {
    const opened = await this.#opening
    if (opened?.ok) await opened.value.close()
  }

  /** One that could not be opened is tried again the next time: its file may have been repaired. */
  #database(): Promise<Result<GuardedDatabase<OwnLexicon>>> {
    this.#opening ??= this.#open().then(result => {
      if (!result.ok) this.#opening = null
      else this.#options.warn(result.value.warnings)
      return result
    })
    return this.#opening
  }

  #open(): Promise<Result<GuardedDatabase<OwnLexicon>>> {
    const { folder, readOnlyReason, now, warn } = this.#options
    const path = libraryPaths(folder).lexicon
    return openDatabase<OwnLexicon>({
      path,
      format: ownLexiconFormat,
      initial: { format: FORMAT, names: [] },
      damagedCode: 'library-damaged',
      // Whoever only reads is told of the damage rather than given what is left of it.
      remake: async hadPrevious => {
        if (readOnlyReason !== null) return null
        // Loaded when it is needed: everything starts faster without it.
        const { remakeNames } = await import('./restoring/remake-names.ts')
        return remakeNames(path, hadPrevious)
      },
      merge: mergeOwnLexicons,
      warn: line => warn([line]),
      readOnlyReason,
      now,
    })
  }
}
