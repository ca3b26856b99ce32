import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { missingPrograms, systemCommand } from './system-command.ts'

/** A file system, and how it is made and mounted. */
interface DiskKind {
  readonly name: string
  readonly make: readonly string[]
  readonly mount: readonly string[]
}

export const diskKinds: readonly DiskKind[] = [
  { name: 'ext4', make: ['mkfs.ext4', '-q', '-F'], mount: ['-t', 'ext4', '-o', 'data=ordered'] },
  { name: 'XFS', make: ['mkfs.xfs', '-q', '-f'], mount: ['-t', 'xfs'] },
  {
    name: 'ext4 with its data in the journal',
    make: ['mkfs.ext4', '-q', '-F'],
    mount: ['-t', 'ext4', '-o', 'data=journal'],
  },
]

/** The smallest size that mkfs.xfs takes. */
const SIZE = 300 * 2 ** 20

/** A file system in a file, whose power can be cut. */
export interface LoopDisk {
  readonly kind: string
  /** Where it is mounted. */
  readonly folder: string
  /**
   * Stops the file system where it is: what it has not written to its device is gone, as when the power goes, and whoever still
   * writes is refused.
   */
  cut(): Promise<void>
  /** Mounts it anew, as the next start of the computer does. */
  restart(): Promise<void>
  remove(): Promise<void>
}

/** Why no power can be cut on this machine; null when it can. */
export const whyNoLoopDisks = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root, to mount file systems and stop them'
  const missing = await missingPrograms(['losetup', 'mount', 'umount', 'mkfs.ext4', 'mkfs.xfs', 'xfs_io'])
  if (missing.length > 0) return `needs ${missing.join(', ')} (packages e2fsprogs and xfsprogs)`
  try {
    await systemCommand('losetup', '--find')
    return null
  } catch {
    return 'needs loop devices, and there are none'
  }
}

/** A process that was killed may hold the file system for a moment longer. */
const unmount = async (folder: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await systemCommand('umount', folder)
      return
    } catch (error) {
      if (attempt === 100) throw error
      await pause(20)
    }
  }
}

/** Makes a file system of the kind in `scratch` and mounts it. Needs root; see `whyNoLoopDisks`. */
export const makeLoopDisk = async (scratch: string, kind: DiskKind): Promise<LoopDisk> => {
  const name = kind.name.replaceAll(' ', '-')
  const [image, folder] = [join(scratch, `${name}.img`), join(scratch, name)]
  await writeFile(image, '')
  await truncate(image, SIZE)
  await mkdir(folder)
  const [make = '', ...options] = kind.make
  await systemCommand(make, ...options, image)
  const mount = () => systemCommand('mount', ...kind.mount, '-o', 'loop', image, folder)
  await mount()
  return {
    kind: kind.name,
    folder,
    // Without -f: neither data nor log is flushed first. ext4 understands the same call as XFS does.
    cut: async () => void (await systemCommand('xfs_io', '-x', '-c', 'shutdown', folder)),
    restart: async () => {
      await unmount(folder)
      await mount()
    },
    remove: () => unmount(folder),
  }
}
