import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode, writeFailure } from '../store/disk-failure.ts'
import { writeFreshFile } from './export-file.ts'
import { exportFileName } from './export-file-name.ts'

/** Numbers tried before giving up; a folder with more exports of one title is a mistake. */
const MOST_NUMBERED = 9999

/**
 * Writes an export as a new file in a folder, which is made if it is not there. The name comes from `baseName`, an article's title as a
 * rule; when it is taken, ` 2`, ` 3`, … is added, and what is there is never touched. `extension` has no dot. Gives the absolute path.
 */
export const writeExport = async (
  folder: string,
  baseName: string,
  extension: string,
  content: string,
): Promise<Result<string>> => {
  const name = exportFileName(baseName)
  const target = resolve(folder)
  try {
    await mkdir(target, { recursive: true })
    for (let number = 1; number <= MOST_NUMBERED; number += 1) {
      const path = join(target, `${name}${number === 1 ? '' : ` ${number}`}.${extension}`)
      if (await writeFreshFile(path, content)) return succeed(path)
    }
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      return fail('not-writable', `“${target}” is a file. Choose a folder to export into.`)
    return { ok: false, error: writeFailure(error, join(target, `${name}.${extension}`)) }
  }
  return fail(
    'not-writable',
    `“${target}” holds ${MOST_NUMBERED} exports called “${name}”. Choose another folder or clear this one.`,
  )
}
