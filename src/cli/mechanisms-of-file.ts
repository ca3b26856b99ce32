import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { showCards } from '#core/mechanism/show-cards.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { importDocument } from '#library/importing/import-document.ts'
import { readLexicon } from '#library/read-resources.ts'
import { readFailure } from '#library/store/disk-failure.ts'
import type { Program } from './command.ts'
import { reportMechanisms } from './mechanism-report.ts'
import type { MechanismReport } from './mechanism-report.ts'
import { currentTime, programName } from './with-library.ts'

/** Finds the mechanisms of an article's file without putting it into a library. */
export const mechanismsOfFile = async (path: string, program: Program): Promise<Result<MechanismReport>> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  }
  const lexicon = await readLexicon(program.resources)
  if (!lexicon.ok) return lexicon
  const imported = importDocument(bytes, {
    fileName: basename(path),
    lexicon: lexicon.value,
    now: currentTime(),
    program: programName(program),
    taken: () => false,
  })
  if (!imported.ok) return imported
  const { article, found } = imported.value
  return succeed(reportMechanisms({ id: null, title: article.metadata.title }, found, showCards(found, [])))
}
