import { MOST_PARTS } from '#core/article/file-progress.ts'
import type { TellProgress } from '../importing/read-file.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import { MOST_TOLD } from './read-progress.ts'

const encoder = new TextEncoder()

/**
 * Says how far a file is in frames that are spread evenly over its pages or chapters, fewer than the program takes. Of a file that
 * names more of them than can be told it says nothing.
 */
export const progressWriter =
  (say: (frame: Uint8Array) => Promise<void>): TellProgress =>
  async progress => {
    const { number, total } = progress
    if (total > MOST_PARTS) return
    const step = Math.ceil((2 * total) / MOST_TOLD)
    if (number % step !== 0 && number !== total) return
    await say(writeFrame(frameKinds.progress, encoder.encode(JSON.stringify(progress))))
  }
