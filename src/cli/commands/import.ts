import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { optionValue } from '../command.ts'
import type { RunCommand } from '../command.ts'
import { describeMarks, describePlaced } from '../describe-marks.ts'
import { countVerdicts, describeReport } from '../describe-report.ts'
import type { VerdictCounts } from '../describe-report.ts'
import { failed, misused, oneLine, print, printJson, remark } from '../terminal.ts'
import { unknownDocument } from '../with-document.ts'
import { withLibrary } from '../with-library.ts'

interface ImportReport {
  readonly path: string
  readonly status: 'imported' | 'updated' | 'duplicate' | 'marks' | 'failed'
  readonly id: string | null
  readonly format: string | null
  readonly title: string | null
  readonly words: number
  readonly mechanisms: number
  readonly warnings: readonly string[]
  /** What became of marks and cards, when an article was updated. */
  readonly update?: VerdictCounts & { readonly report: UpdateReport }
  /** Of a file of marks what became of them; of an article what became of those that waited for it. */
  readonly marks?: Omit<MarksReport, 'warnings'> | WorkReport
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

const NO_ADDRESSES = 'Pages are not fetched by address yet. Save the page as a file and import that.'

/** For a shell: in single quotes when it holds anything but plain characters. */
const quoted = (path: string): string =>
  /^[\w./@%+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`

const reportMarks = (path: string, { warnings, ...marks }: MarksReport): ImportReport => ({
  path,
  status: 'marks',
  id: null,
  format: marks.program,
  title: null,
  words: 0,
  mechanisms: 0,
  warnings,
  marks,
})

const importOne = async (library: OpenLibrary, path: string, beside: boolean): Promise<ImportReport> => {
  const marks = await library.marks.import(path)
  if (!marks.ok) return failure(path, marks.error.message)
  if (marks.value !== null) return reportMarks(path, marks.value)
  const imported = await library.importFile(path)
  if (!imported.ok) return failure(path, imported.error.message)
  const { status, entry, warnings, olderCopy } = imported.value
  if (status === 'newer-copy') return failure(path, `It looks like a newer copy of ${entry.id}.`)
  const { id, format, title, words, mechanisms } = entry
  const waited = imported.value.marks
  const copyWarning =
    olderCopy === null || beside
      ? []
      : [
          `Brought in beside “${oneLine(olderCopy.title)}” (${olderCopy.id}), of which it looks like a newer copy. To read it in ` +
            `that one's place and keep its marks: pathmark import --update ${olderCopy.id} ${quoted(path)}; ` +
            'to have it beside the other without this warning: pathmark import --beside.',
        ]
  return {
    path,
    status,
    id,
    format,
    title,
    words,
    mechanisms,
    warnings: [...warnings, ...copyWarning],
    ...(waited && { marks: waited }),
  }
}

const updateOne = async (library: OpenLibrary, id: string, path: string): Promise<ImportReport> => {
  const updated = await library.updateFile(id, path)
  if (!updated.ok) return failure(path, updated.error.message)
  const { status, entry, report, warnings } = updated.value
  const { format, title, words, mechanisms } = entry
  const about = { path, id, format, title, words, mechanisms, warnings }
  if (status === 'unchanged' || report === null) return { ...about, status: 'duplicate' }
  return { ...about, status, update: { ...countVerdicts(report), report } }
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

const describe = (report: ImportReport): string => {
  const { marks } = report
  if (marks !== undefined && 'works' in marks) return describeMarks({ ...marks, warnings: [] })
  const about = `${report.id}  ${oneLine(report.title ?? '')}`
  if (report.status === 'duplicate') return `There already: ${about}`
  const size = `(${count(report.words, 'word')}, ${count(report.mechanisms, 'card')})`
  const placed = marks === undefined ? '' : `\n${describePlaced(marks)}`
  return report.update === undefined
    ? `Imported: ${about} ${size}${placed}`
    : `Updated: ${about} ${size}\n${describeReport(report.update.report)}`
}

export const run: RunCommand = async invocation => {
  const update = optionValue(invocation, 'update')
  const beside = invocation.flags.has('beside')
  if (update !== undefined && beside) return misused('import takes --update or --beside, not both.')
  if (update !== undefined && invocation.operands.length !== 1)
    return misused('import --update takes one file, the newer copy.')

  return withLibrary(invocation, 'write', async library => {
    if (update !== undefined && !library.documents().some(({ id }) => id === update))
      return unknownDocument(library, update)
    const reports: ImportReport[] = []
    for (const path of invocation.operands) {
      // One after the other: each is whole on the disk before the next begins.
      const report = isAddress(path)
        ? failure(path, NO_ADDRESSES)
        : await (update === undefined ? importOne(library, path, beside) : updateOne(library, update, path))
      reports.push(report)
      if (report.error !== undefined) failed(`${path}: ${report.error}`)
      if (invocation.json) continue
      for (const warning of report.warnings) remark(`${path}: ${warning}`)
      if (report.error === undefined) print(describe(report))
    }
    if (invocation.json) printJson(reports)
    return reports.some(report => report.status === 'failed') ? 1 : 0
  })
}
