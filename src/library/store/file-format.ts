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

/** What a JSON file of the library has to be. */
export interface FileFormat<T> {
  /** The version this program writes; every file says its own in `format`. */
  readonly version: number
  /** Checks only; a schema that changes values has no place here. */
  readonly schema: v.GenericSchema<T, T>
  /** A step for every earlier format that can be read, the oldest first; none when there was no earlier one. */
  readonly migrations?: readonly Migration[]
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
