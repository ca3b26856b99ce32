import { readFile } from 'node:fs/promises'

/** Bytes of a page of memory on every machine that Linux counts pages of for us: x86-64, and ARM as distributions build it. */
const PAGE = 4096

/** Bytes of memory that a process holds, on Linux; null when it is gone, and elsewhere. */
export const heldMemory = async (pid: number | undefined): Promise<number | null> => {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
    return Number(resident) * PAGE
  } catch {
    // The process has ended, which is told in another way.
    return null
  }
}
