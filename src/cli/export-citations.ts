import type { CitationFormat } from '#core/export/citation-format.ts'
import { citationKeys } from '#core/export/citation-key.ts'
import type { CitedWork } from '#core/export/csl-item.ts'
import { citationFormats } from '#library/exporting/citation-formats.ts'
import { readCitedWork } from '#library/exporting/read-cited-work.ts'
import { writeExport } from '#library/exporting/write-export.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { ExitStatus } from './command.ts'
import { failed, oneLine, print, printJson } from './terminal.ts'

/** What the file of the whole library is called. */
const WHOLE_LIBRARY = 'Library'

/** Writes the citations of documents into one file, those that could be read, and says which could not. */
export const exportCitations = async (
  library: OpenLibrary,
  ids: readonly string[],
  { format, folder, json, all }: { format: CitationFormat; folder: string; json: boolean; all: boolean },
): Promise<ExitStatus> => {
  const keys = citationKeys(library.documents())
  const cited: { readonly id: string; readonly work: CitedWork }[] = []
  for (const id of ids) {
    const work = await readCitedWork(library, id, keys)
    if (work.ok) cited.push({ id, work: work.value })
    else failed(`${id}: ${work.error.message}`)
  }
  const { extension, load } = citationFormats[format]
  const works = cited.map(({ work }) => work)
  const name = all ? WHOLE_LIBRARY : (works[0]?.metadata.title ?? WHOLE_LIBRARY)
  const written = works.length === 0 ? null : await writeExport(folder, name, extension, (await load())(works))
  if (written !== null && !written.ok) return failed(written.error.message)
  if (json) printJson(written === null ? [] : cited.map(({ id }) => ({ id, path: written.value })))
  else if (written !== null) print(oneLine(written.value))
  return cited.length === ids.length ? 0 : 1
}
