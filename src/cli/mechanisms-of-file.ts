import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { extractHere } from '#library/finding/extract-here.ts'
import { importDocument } from '#library/importing/import-document.ts'
import { readFailure } from '#library/store/disk-failure.ts'
import type { Program } from './command.ts'
import { currentTime, programName } from './with-library.ts'

export interface FoundInFile {
  readonly title: string
  readonly found: Extraction
}

/** Finds the mechanisms of an article's file without putting it into a library. */
export const mechanismsOfFile = async (path: string, program: Program): Promise<Result<FoundInFile>> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  }
  const imported = await importDocument(bytes, {
    fileName: basename(path),
    now: currentTime(),
    program: programName(program),
    taken: () => false,
  })
  if (!imported.ok) return imported
  const { article } = imported.value
  const found = await extractHere(program.resources).extract(article, [])
  return found.ok ? succeed({ title: article.metadata.title, found: found.value }) : found
}
