import { basename } from 'node:path'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { extractHere } from '#library/finding/extract-here.ts'
import { readSourceFile } from '#library/read-source-file.ts'
import type { Program } from './command.ts'
import { withImporter } from './importer.ts'
import { currentTime, programName } from './with-library.ts'

export interface FoundInFile {
  readonly title: string
  readonly found: Extraction
}

/** Finds the mechanisms of an article's file without putting it into a library. */
export const mechanismsOfFile = async (path: string, program: Program): Promise<Result<FoundInFile>> => {
  const source = await readSourceFile(path)
  if (!source.ok) return source
  const order = { fileName: basename(path), now: currentTime(), program: programName(program) }
  const imported = await withImporter(program, importer => importer.run(source.value, order))
  if (!imported.ok) return imported
  const { article } = imported.value
  const found = await extractHere(program.resources).extract(article, [])
  return found.ok ? succeed({ title: article.metadata.title, found: found.value }) : found
}
