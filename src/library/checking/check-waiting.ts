import { join } from 'node:path'
import { waitingFormat } from '../foreign-marks/waiting-file.ts'
import { remakeWaiting } from '../restoring/remake-waiting.ts'
import { inspectFile, inspectPrevious } from '../store/inspect-file.ts'
import { checkFile } from './check-file.ts'
import type { Check } from './check-report.ts'

const PATH = 'waiting-marks.json'

/** Checks the marks that wait for their articles. A library without the file has none. */
export const checkWaiting = async (check: Check): Promise<void> => {
  const path = join(check.folder, PATH)
  const states = [await inspectFile(path, waitingFormat), await inspectPrevious(path, waitingFormat)]
  if (states.every(({ state }) => state === 'missing')) return
  await checkFile(check, { path: PATH, format: waitingFormat, remake: hadPrevious => remakeWaiting(path, hadPrevious) })
}
