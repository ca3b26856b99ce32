import type { ImportProcess } from './import-process.ts'

/** Bytes that are sent in one go. */
const PIECE = 1024 * 1024

/** Sends bytes to a process in pieces, so that others have their turn; stops when it is over. */
export const sendBytes = async (process: ImportProcess, bytes: Uint8Array, over: () => boolean): Promise<void> => {
  for (let start = 0; start < bytes.length && !over(); start += PIECE) {
    process.send({ kind: 'bytes', bytes: bytes.slice(start, start + PIECE) })
    await new Promise(setImmediate)
  }
}
