import { placeAnnotations } from '#core/export/exported-document.ts'
import { describePassage, wordsBefore } from '#core/export/passage-state.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readExportedDocument } from '#library/exporting/read-exported-document.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { readNames } from '#library/read-resources.ts'
import { oneLine } from './terminal.ts'
import { currentTime } from './with-library.ts'

/** What there is to know of passages that are not the words that were marked, a line each, by the annotation's id. */
export const describePassages = async (
  library: OpenLibrary,
  id: string,
  resources: string,
): Promise<Result<ReadonlyMap<string, string>>> => {
  const document = await readExportedDocument(library, id, currentTime(), () => readNames(resources))
  if (!document.ok) return document
  const lines = new Map<string, string>()
  for (const placed of placeAnnotations(document.value)) {
    const state = describePassage(placed)
    const before = wordsBefore(placed)
    if (state === null) continue
    lines.set(placed.annotation.id, before === null ? state : `${state} Marked on: “${oneLine(before)}”`)
  }
  return succeed(lines)
}
