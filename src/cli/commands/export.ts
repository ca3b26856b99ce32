import { resolve } from 'node:path'
import { citationFormatNames, isCitationFormat } from '#core/export/citation-format.ts'
import { readExportedDocument } from '#library/exporting/read-exported-document.ts'
import { writeExport } from '#library/exporting/write-export.ts'
import { readNames } from '#library/read-resources.ts'
import { optionValue } from '../command.ts'
import type { RunCommand } from '../command.ts'
import { exportFormat, exportFormatNames } from '../export-formats.ts'
import { failed, misused, oneLine, print, printJson } from '../terminal.ts'
import { unknownDocument } from '../with-document.ts'
import { currentTime, withLibrary } from '../with-library.ts'

export const run: RunCommand = async invocation => {
  const [wanted] = invocation.operands
  if ((wanted === undefined) !== invocation.flags.has('all')) {
    return misused('export needs the ID of a document, or --all for every one, and not both.')
  }
  const name = optionValue(invocation, 'format') ?? 'md'
  const format = isCitationFormat(name) ? name : exportFormat(name)
  if (format === undefined) {
    const names = [...exportFormatNames, ...citationFormatNames]
    return misused(`There is no format “${name}”; there are ${names.join(', ')}.`)
  }
  const folder = resolve(optionValue(invocation, 'out') ?? '.')

  return withLibrary(invocation, 'read', async library => {
    const ids = library.documents().flatMap(({ id }) => (wanted === undefined || wanted === id ? [id] : []))
    if (wanted !== undefined && ids.length === 0) return unknownDocument(library, wanted)
    if (typeof format === 'string') {
      const { exportCitations } = await import('../export-citations.ts')
      return exportCitations(library, ids, { format, folder, json: invocation.json, all: wanted === undefined })
    }
    const writeDocument = await format.load()
    const names = () => readNames(invocation.program.resources)
    const written: { readonly id: string; readonly path: string }[] = []
    for (const id of ids) {
      const document = await readExportedDocument(library, id, currentTime(), names)
      const file = document.ok
        ? await writeExport(
            folder,
            document.value.article.metadata.title,
            format.extension,
            writeDocument(document.value),
          )
        : document
      if (!file.ok) {
        failed(`${id}: ${file.error.message}`)
        continue
      }
      written.push({ id, path: file.value })
      if (!invocation.json) print(oneLine(file.value))
    }
    if (invocation.json) printJson(written)
    return written.length === ids.length ? 0 : 1
  })
}
