import { ownNameSchema } from '#core/mechanism/corrections/own-name.ts'
import type { OwnLexicon } from '../mechanism-files.ts'
import { mergeNames } from '../merge-names.ts'
import { previousPath } from '../store/durable-file.ts'
import type { Remade } from '../store/find-replacement.ts'
import { FORMAT } from '../library-files.ts'
import { readFields, salvageRecords } from './salvage-damaged.ts'

/** Takes every name that can be read out of a damaged file and the version before it. */
export const remakeNames = async (path: string, hadPrevious: boolean): Promise<Remade<OwnLexicon>> => {
  const [current, previous] = [await readFields(path), await readFields(previousPath(path))]
  const salvaged = [current, previous].map(fields => salvageRecords(fields?.['names'] ?? [], ownNameSchema))
  const [ours, theirs] = salvaged
  const names = [...mergeNames(ours?.kept ?? [], theirs?.kept ?? [])]
  const losing = salvaged.some(part => part.losing) || (current === null && hadPrevious)
  const kept =
    names.length === 0 ? 'an empty one takes its place' : `the names that could be read were kept (${names.length})`
  return { value: { format: FORMAT, names }, how: `${kept}${losing ? '; others may be lost' : ''}`, losing }
}
