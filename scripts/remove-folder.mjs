import { rmSync } from 'node:fs'

/** Tries after which a folder that is still written to is given up, and milliseconds between two. */
const TRIES = 40
const PAUSE = 50

/**
 * Removes a folder that a program worked in. The processes of one that was ended abruptly may write there for a moment longer: what they
 * put into a folder that was emptied already is looked for anew.
 * @param {string} folder
 */
export const removeFolder = folder => {
  for (let left = TRIES; ; left -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EBUSY'].includes(String(error.code))
      if (!isBusy || left === 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
