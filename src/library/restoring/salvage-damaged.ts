import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { parseJson } from '#core/text/parse-json.ts'
import { systemCode } from '../store/disk-failure.ts'

/** The fields of a JSON file that has the wrong shape as a whole; null when it cannot be read as a JSON object at all. */
export const readFields = async (path: string): Promise<Readonly<Record<string, unknown>> | null> => {
  try {
    const value = parseJson(await readFile(path, 'utf8'))
    return v.is(v.record(v.string(), v.unknown()), value) ? value : null
  } catch (error) {
    // Whatever keeps it from being read, nothing can be taken from it.
    if (error instanceof SyntaxError || systemCode(error) !== null) return null
    throw error
  }
}

interface Salvaged<T> {
  readonly kept: readonly T[]
  /** Some of what was there could not be read. */
  readonly losing: boolean
}

/** The records of a list that are valid by themselves. */
export const salvageRecords = <T>(value: unknown, schema: v.GenericSchema<unknown, T>): Salvaged<T> => {
  if (!Array.isArray(value)) return { kept: [], losing: true }
  const kept: T[] = []
  for (const record of value) {
    const parsed = v.safeParse(schema, record)
    if (parsed.success) kept.push(parsed.output)
  }
  return { kept, losing: kept.length < value.length }
}
