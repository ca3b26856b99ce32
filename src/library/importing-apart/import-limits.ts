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

/** A book of three million characters takes a few seconds (docs/decisions/0024): this leaves room for slow and busy machines. */
const TIME = 60_000
const TIME_PER_MEBIBYTE = 2_000

const HEAP = 1536 * MEBIBYTE
const MEMORY = 2048 * MEBIBYTE

/** The same book's answer has 14 MiB. */
const ANSWER = 128 * MEBIBYTE

/** The limits for a file of `size` bytes. */
export const limitsFor = (size: number): ImportLimits => ({
  time: TIME + TIME_PER_MEBIBYTE * Math.ceil(size / MEBIBYTE),
  memory: MEMORY,
  heap: HEAP,
  answer: ANSWER,
})
