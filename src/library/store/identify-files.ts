import { stat } from 'node:fs/promises'
import { systemCode } from './disk-failure.ts'

/** Tells one state of a file from another: its inode, size and time of change. Null when it cannot be told. */
const identify = async (path: string): Promise<{ readonly name: string; readonly size: number } | null> => {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return { name: `${ino} ${size} ${mtimeNs}`, size: Number(size) }
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/** States of a file and of those beside it, as they were at one moment. */
export interface Identified {
  /** Of all of them. */
  readonly name: string
  /** Of the file alone; undefined when it is gone. */
  readonly file: string | undefined
  /** Bytes of the file. */
  readonly size: number
}

/** Tells in what state a file and those beside it are. */
export const identifyFiles = async (path: string, beside: readonly string[] = []): Promise<Identified> => {
  const [file, ...others] = await Promise.all([path, ...beside].map(identify))
  const name = [file, ...others].map(found => found?.name ?? '').join(' | ')
  return { name, file: file?.name, size: file?.size ?? 0 }
}
