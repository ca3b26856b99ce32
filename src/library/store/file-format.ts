import type * as v from 'valibot'

/** Fields of a file as they were read, before anything was checked but that it is a JSON object. */
export type ReadFields = Readonly<Record<string, unknown>>

/** One step from a format to the next. */
export interface Migration {
  /** The format that it takes; what it gives is of the next one and says so in `format`. */
  readonly from: number
  /** What changed, in a word or two. */
  readonly name: string
  readonly migrate: (fields: ReadFields) => ReadFields
}

/** How changes are kept beside a file that is too long to be written anew for each of them. */
export interface JournalRules<T> {
  /** What a line must say to lead from `before` to `after`; null when only the whole file can say it. */
  readonly between: (before: T, after: T) => ReadFields | null
  /** True for a line that this program could have written. */
  readonly isLine: (fields: ReadFields) => boolean
  /** The value with what the lines say, the oldest first. Lines that are part of it already change nothing. */
  readonly replay: (value: T, lines: readonly ReadFields[]) => T
  /**
   * True when the journal before the last one is kept for the file before the last one. Wanted for what is told nowhere
   * else, and only where lines that are older than the file do no harm.
   */
  readonly keepsPrevious: boolean
}

/** What a JSON file of the library has to be. */
export interface FileFormat<T> {
  /** The version this program writes; every file says its own in `format`. */
  readonly version: number
  /** Checks only; a schema that changes values has no place here. */
  readonly schema: v.GenericSchema<T, T>
  /** A step for every earlier format that can be read, the oldest first; none when there was no earlier one. */
  readonly migrations?: readonly Migration[]
  /** None for files that stay short, or change seldom. */
  readonly journal?: JournalRules<T>
}

/** The fields in this program's format, with the names of the steps that led there; null when there is no way. */
export const migrate = (
  fields: ReadFields,
  from: number,
  { version, migrations = [] }: Pick<FileFormat<unknown>, 'version' | 'migrations'>,
): { readonly fields: ReadFields; readonly steps: readonly string[] } | null => {
  let [current, format] = [fields, from]
  const steps: string[] = []
  while (format < version) {
    const step = migrations.find(migration => migration.from === format)
    if (!step) return null
    current = step.migrate(current)
    steps.push(step.name)
    format += 1
  }
  return { fields: current, steps }
}
