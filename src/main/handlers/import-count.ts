import { basename } from 'node:path'
import type { ImportProgress } from '#core/bridge/events.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { ImportItem, ManyOptions } from '#library/import-many.ts'

/** Counts what becomes of `total` items that are imported several at once, and tells of the one that was begun last and is not over. */
export const importCount = (
  total: number,
  tell: (progress: ImportProgress) => void,
): Required<Pick<ManyOptions, 'began' | 'advanced' | 'ended'>> => {
  const underWay = new Map<ImportItem, FileProgress | null>()
  let [begun, done, failures] = [0, 0, 0]
  const tellOf = (item: ImportItem): void =>
    tell({ fileName: basename(item.name), number: begun, done, total, failures, part: underWay.get(item) ?? null })
  const shown = (): ImportItem | undefined => [...underWay.keys()].at(-1)
  return {
    began: item => {
      begun += 1
      underWay.set(item, null)
      tellOf(item)
    },
    advanced: (item, part) => {
      if (!underWay.has(item)) return
      underWay.set(item, part)
      if (item === shown()) tellOf(item)
    },
    ended: (item, outcome) => {
      done += 1
      if (!outcome.ok && outcome.error.code !== 'cancelled') failures += 1
      underWay.delete(item)
      tellOf(shown() ?? item)
    },
  }
}
