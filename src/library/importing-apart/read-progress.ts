import { fileProgressSchema } from '#core/article/file-progress.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { Frame } from './answer-frames.ts'
import { parsedPayload } from './parsed-payload.ts'

/** Words on its progress that are taken of one file, and bytes of one: what says more is led astray. */
export const MOST_TOLD = 200
const LONGEST = 100

/** Reads how far an import process says that it is, as a stranger's word: it may only go forward in what it named first. */
export class ProgressReader {
  readonly #tell: ((progress: FileProgress) => void) | undefined
  #last: FileProgress | null = null
  #told = 0

  constructor(tell: ((progress: FileProgress) => void) | undefined) {
    this.#tell = tell
  }

  take(frame: Frame): 'more' | 'wrong' {
    const last = this.#last
    const next = frame.payload.length > LONGEST ? null : parsedPayload(fileProgressSchema, frame)
    if (next === null || (this.#told += 1) > MOST_TOLD) return 'wrong'
    if (last !== null && (next.unit !== last.unit || next.total !== last.total || next.number <= last.number))
      return 'wrong'
    this.#last = next
    this.#tell?.(next)
    return 'more'
  }
}
