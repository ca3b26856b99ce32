import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { KeptFile } from './backup-files.ts'
import type { FileGroup, FoundFile } from './files-of-the-reader.ts'
import { keepObject, lookForObject } from './kept-objects.ts'
import type { KeepObjectOptions } from './kept-objects.ts'

export interface CopyGroupOptions extends KeepObjectOptions {
  /** What the backup before this one holds, by path. */
  readonly known: ReadonlyMap<string, KeptFile>
}

/** A document changes some times a second while notes are typed, and is copied in less. */
const TRIES = 5

const sameFiles = (one: FileGroup, other: FileGroup): boolean =>
  one.files.length === other.files.length &&
  one.files.every(({ path, stamp }, at) => path === other.files[at]?.path && stamp === other.files[at].stamp)

/** One file's copy; null when the file went away meanwhile. */
const copyFile = async (found: FoundFile, options: CopyGroupOptions): Promise<Result<KeptFile | null>> => {
  const { library, known, thorough } = options
  const before = known.get(found.path)
  const isKnown = !thorough && before?.stamp === found.stamp
  if (isKnown && (await lookForObject(library, before.hash, false)) === 'good') return succeed(before)
  let content: Buffer
  try {
    content = await readFile(join(library, found.path))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return succeed(null)
    throw error
  }
  const kept = await keepObject(content, options)
  if (!kept.ok) return kept
  return succeed({ path: found.path, size: content.length, hash: kept.value, stamp: found.stamp })
}

/**
 * Copies what belongs together as it was at one moment: when something changed while it was copied, it is copied once
 * more. After some tries what was read last is taken: the files were read in the order in which they add up.
 */
export const copyGroup = async (
  find: () => Promise<FileGroup>,
  options: CopyGroupOptions,
): Promise<Result<readonly KeptFile[]>> => {
  for (let attempt = 1, group = await find(); ; attempt += 1) {
    const copied: KeptFile[] = []
    for (const file of group.files) {
      const copy = await copyFile(file, options)
      if (!copy.ok) return copy
      if (copy.value !== null) copied.push(copy.value)
    }
    const after = await find()
    if (sameFiles(group, after) || attempt === TRIES) return succeed(copied)
    group = after
  }
}
