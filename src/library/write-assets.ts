import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Asset } from './importing/pictures/take-in-pictures.ts'
import { writeFailure } from './store/disk-failure.ts'
import { realDisk } from './store/disk.ts'
import type { Disk } from './store/disk.ts'
import { flushFolder, writeDurably } from './store/durable-file.ts'

/**
 * Writes pictures into the `assets` of a document whose folder is `document`. Their names say their content, so that pictures of several
 * versions stand beside each other; one that is there already is written again, should it be damaged.
 */
export const writeAssets = async (
  document: string,
  assets: readonly Pick<Asset, 'name' | 'bytes'>[],
  disk: Disk = realDisk,
): Promise<Result<null>> => {
  if (assets.length === 0) return succeed(null)
  const folder = join(document, 'assets')
  try {
    await disk.mkdir(folder, { recursive: true, mode: 0o700 })
    for (const { name, bytes } of assets) {
      const written = await writeDurably(join(folder, name), bytes, { keepPrevious: false, disk })
      if (!written.ok) return written
    }
    await flushFolder(document, disk)
    return succeed(null)
  } catch (error) {
    return { ok: false, error: writeFailure(error, folder) }
  }
}
