import { LARGEST_COMPANIONS } from '../importing/pictures/companions.ts'

/** What one import may take before it is given up. */
export interface ImportLimits {
  /** Milliseconds from when the process is ready to the whole answer. */
  readonly time: number
  /** Bytes of memory that the process may hold, heap and buffers together. */
  readonly memory: number
  /** Bytes of the heap, beyond which the runtime itself ends the process. */
  readonly heap: number
  /** Bytes of the answer. */
  readonly answer: number
}

const MEBIBYTE = 1024 * 1024

/** Small pages take a second, and the costliest honest ones, tables of tiny cells, 20 seconds a MiB (docs/decisions/0024). */
const TIME = 60_000
const TIME_PER_MEBIBYTE = 20_000

const HEAP = 1536 * MEBIBYTE
const MEMORY = 2048 * MEBIBYTE

/** The answer holds the text twice, as such and in the content, and the pictures: room for a text of some 30 million letters beside them. */
const ANSWER = 64 * MEBIBYTE + LARGEST_COMPANIONS + 64 * MEBIBYTE

/** The limits for a file of `size` bytes. */
export const limitsFor = (size: number): ImportLimits => ({
  time: TIME + TIME_PER_MEBIBYTE * Math.ceil(size / MEBIBYTE),
  memory: MEMORY,
  heap: HEAP,
  answer: ANSWER,
})

/** Milliseconds that a process may take to start, which is no file's doing: on a machine with fifteen times too much to do it took more than 30 s. */
export const TIME_TO_START = 120_000

export const inMebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`

export const inSeconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} seconds`
