import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { missingPrograms, systemCommand } from './system-command.ts'

/** A small file system in memory that can be filled, made read-only and taken away. */
export interface SmallDisk {
  /** Where it is mounted for the one who works on it. */
  readonly folder: string
  /** Leaves so many bytes free, rounded up to whole pages. */
  fill(free: number): Promise<void>
  empty(): Promise<void>
  setReadOnly(readOnly: boolean): Promise<void>
  /** Takes it away, as when its plug is pulled: what is mounted there is an empty folder. */
  takeAway(): Promise<void>
  bringBack(): Promise<void>
  remove(): Promise<void>
}

/** Why there can be no such disk here; null when there can. */
export const whyNoSmallDisk = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root, to mount a small disk'
  const missing = await missingPrograms(['mount', 'umount'])
  return missing.length > 0 ? `needs ${missing.join(', ')}` : null
}

const CHUNK = 4096

/** Mounts one of `size` bytes in `scratch`. Needs root; see `whyNoSmallDisk`. Null when mounting is not allowed here. */
export const makeSmallDisk = async (scratch: string, size: number): Promise<SmallDisk | null> => {
  const [kept, folder] = [join(scratch, 'kept-disk'), join(scratch, 'disk')]
  await mkdir(kept)
  await mkdir(folder)
  try {
    await systemCommand('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'pathmark-torture', kept)
  } catch {
    return null
  }
  const bringBack = async () => void (await systemCommand('mount', '--bind', kept, folder))
  const takeAway = async () => void (await systemCommand('umount', '--lazy', folder))
  await bringBack()
  // Beside the library, on the same disk.
  const filling = join(kept, 'filling')
  return {
    folder,
    fill: async free => {
      const { bavail, bsize } = await statfs(kept)
      const file = await open(filling, 'a')
      try {
        const bytes = Math.max(0, bavail * bsize - free)
        for (let left = bytes; left >= CHUNK; left -= CHUNK) await file.write(Buffer.alloc(CHUNK))
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filling, { force: true }),
    setReadOnly: async readOnly =>
      void (await systemCommand('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'},size=${size}`, kept)),
    takeAway,
    bringBack,
    remove: async () => {
      await takeAway()
      await systemCommand('umount', '--lazy', kept)
    },
  }
}
