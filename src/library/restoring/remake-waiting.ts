import { waitingMarkSchema } from '#core/foreign-marks/waiting-mark.ts'
import { NOTHING_WAITS, mergeWaiting } from '../foreign-marks/waiting-file.ts'
import type { WaitingFile } from '../foreign-marks/waiting-file.ts'
import { previousPath } from '../store/durable-file.ts'
import type { Remade } from '../store/find-replacement.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'

/** Takes every waiting mark that can be read out of a damaged file and the version before it. */
export const remakeWaiting = async (path: string, hadPrevious: boolean): Promise<Remade<WaitingFile>> => {
  const [current, previous] = [await readFields(path), await readFields(previousPath(path))]
  const salvaged = [current, previous].map(fields => salvageRecords(fields?.['marks'] ?? [], waitingMarkSchema))
  const value = salvaged.reduce((file, { kept }) => mergeWaiting(file, { marks: kept }), NOTHING_WAITS)
  const losing = salvaged.some(part => part.losing) || (current === null && hadPrevious)
  const count = value.marks.length
  const kept = count === 0 ? 'an empty one takes its place' : `the marks that could be read were kept (${count})`
  return { value, how: `${kept}${losing ? '; others may be lost, import their files again' : ''}`, losing }
}
