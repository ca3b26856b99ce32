import { DRAWING_START } from '#core/article/drawing-start.ts'

/** Bytes of the largest drawing that is kept. */
export const LARGEST_DRAWING = 8 * 1024 * 1024

const start = new TextEncoder().encode(DRAWING_START)

/** Whether bytes begin as every kept drawing does, and are no more than one may have. */
export const beginsAsKept = (bytes: Uint8Array): boolean =>
  bytes.length <= LARGEST_DRAWING && start.every((byte, index) => bytes[index] === byte)
