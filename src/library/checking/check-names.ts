import { join } from 'node:path'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { checkFile } from './check-file.ts'
import type { Check } from './check-report.ts'
import { ownLexiconFormat } from '../mechanism-files.ts'
import { remakeNames } from '../restoring/remake-names.ts'
import { inspectFile, inspectPrevious } from '../store/inspect-file.ts'

const PATH = 'lexicon.json'

/** Checks the reader's own names, and gives those that hold from now on. A library without the file has none. */
export const checkNames = async (check: Check): Promise<readonly OwnName[]> => {
  const path = join(check.folder, PATH)
  const states = [await inspectFile(path, ownLexiconFormat), await inspectPrevious(path, ownLexiconFormat)]
  if (states.every(({ state }) => state === 'missing')) return []
  const lexicon = await checkFile(check, {
    path: PATH,
    format: ownLexiconFormat,
    remake: hadPrevious => remakeNames(path, hadPrevious),
  })
  return lexicon?.names ?? []
}
