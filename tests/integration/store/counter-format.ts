import * as v from 'valibot'
import type { FileFormat } from '#library/store/file-format.ts'

const counterSchema = v.object({ format: v.literal(2), counts: v.array(v.number()) })
export type Counter = v.InferOutput<typeof counterSchema>

/** A small file format to test the store with. */
export const counterFormat: FileFormat<Counter> = { version: 2, schema: counterSchema }

export const counterOf = (...counts: number[]): Counter => ({ format: 2, counts })

export const add =
  (count: number) =>
  (counter: Counter): Counter => ({ ...counter, counts: [...counter.counts, count] })

/** Both sides' numbers, each once. */
export const mergeCounters = (ours: Counter, theirs: Counter): Counter => ({
  ...ours,
  counts: [...new Set([...ours.counts, ...theirs.counts])].toSorted((a, b) => a - b),
})
