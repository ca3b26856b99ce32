import { stat } from 'node:fs/promises'
import { systemCode } from './disk-failure.ts'

/** Whether there is anything at a path; throws what the disk refuses. */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
