import type { OpenLibrary } from '#library/open-library.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson, remark } from '../terminal.ts'
import { withLibrary } from '../with-library.ts'

interface ImportReport {
  readonly path: string
  readonly status: 'imported' | 'duplicate' | 'failed'
  readonly id: string | null
  readonly format: string | null
  readonly title: string | null
  readonly words: number
  readonly mechanisms: number
  readonly warnings: readonly string[]
  readonly error?: string
}

const failure = (path: string, error: string): ImportReport => ({
  path,
  status: 'failed',
  id: null,
  format: null,
  title: null,
  words: 0,
  mechanisms: 0,
  warnings: [],
  error,
})

const isAddress = (path: string): boolean => /^https?:\/\//i.test(path)

const importOne = async (library: OpenLibrary, path: string): Promise<ImportReport> => {
  if (isAddress(path)) {
    return failure(path, 'Pages are not fetched by address yet. Save the page as a file and import that.')
  }
  const imported = await library.importFile(path)
  if (!imported.ok) return failure(path, imported.error.message)
  const { status, entry, warnings } = imported.value
  const { id, format, title, words, mechanisms } = entry
  return { path, status, id, format, title, words, mechanisms, warnings }
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

const describe = (report: ImportReport): string => {
  const about = `${report.id}  ${oneLine(report.title ?? '')}`
  return report.status === 'duplicate'
    ? `There already: ${about}`
    : `Imported: ${about} (${count(report.words, 'word')}, ${count(report.mechanisms, 'card')})`
}

export const run: RunCommand = invocation =>
  withLibrary(invocation, 'write', async library => {
    const reports: ImportReport[] = []
    for (const path of invocation.operands) {
      // One after the other: each is whole on the disk before the next begins.
      const report = await importOne(library, path)
      reports.push(report)
      if (report.error !== undefined) failed(`${path}: ${report.error}`)
      if (invocation.json) continue
      for (const warning of report.warnings) remark(`${path}: ${warning}`)
      if (report.error === undefined) print(describe(report))
    }
    if (invocation.json) printJson(reports)
    return reports.some(report => report.status === 'failed') ? 1 : 0
  })
