import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import type { Result } from '#core/result/result.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import type { ManyOutcome } from '#library/import-many.ts'
import type { UpdateOutcome } from '#library/open-library.ts'
import { describeMarks, describePlaced } from './describe-marks.ts'
import { countVerdicts, describeReport } from './describe-report.ts'
import type { VerdictCounts } from './describe-report.ts'
import { failed, oneLine, print, remark } from './terminal.ts'

/** What `import --json` prints of each file. */
export interface ImportReport {
  readonly path: string
  readonly status: 'imported' | 'updated' | 'unchanged' | 'duplicate' | 'marks' | 'failed' | 'cancelled'
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

const failureReport = (path: string, error: string, status: 'failed' | 'cancelled' = 'failed'): ImportReport => ({
  path,
  status,
  id: null,
  format: null,
  title: null,
  words: 0,
  mechanisms: 0,
  warnings: [],
  error,
})

/** For a shell: in single quotes when it holds anything but plain characters. */
const quoted = (path: string): string =>
  /^[\w./@%+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`

const marksReport = (path: string, { warnings, ...marks }: MarksReport): ImportReport => ({
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

export const importReport = (path: string, imported: Result<ManyOutcome>, beside: boolean): ImportReport => {
  if (!imported.ok) {
    const { code, message } = imported.error
    return failureReport(path, message, code === 'cancelled' ? 'cancelled' : 'failed')
  }
  if (imported.value.status === 'marks') return marksReport(path, imported.value.report)
  const { status, entry, warnings, olderCopy, marks } = imported.value
  if (status === 'newer-copy') return failureReport(path, `It looks like a newer copy of ${entry.id}.`)
  const { id, format, title, words, mechanisms } = entry
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
    ...(marks && { marks }),
  }
}

/** `unchanged` says what it means that nothing had to be done. */
export const updateReport = (
  path: string,
  updated: Result<UpdateOutcome>,
  unchanged: 'duplicate' | 'unchanged' = 'duplicate',
): ImportReport => {
  if (!updated.ok) return failureReport(path, updated.error.message)
  const { status, entry, report, warnings } = updated.value
  const { id, format, title, words, mechanisms } = entry
  const about = { path, id, format, title, words, mechanisms, warnings }
  if (status === 'unchanged' || report === null) return { ...about, status: unchanged }
  return { ...about, status, update: { ...countVerdicts(report), report } }
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

const describe = (report: ImportReport): string => {
  const { marks } = report
  if (marks !== undefined && 'works' in marks) return describeMarks({ ...marks, warnings: [] })
  const about = `${report.id}  ${oneLine(report.title ?? '')}`
  if (report.status === 'duplicate') return `There already: ${about}`
  if (report.status === 'unchanged') return `Reads as before: ${about}`
  const size = `(${count(report.words, 'word')}, ${count(report.mechanisms, 'card')})`
  const placed = marks === undefined ? '' : `\n${describePlaced(marks)}`
  return report.update === undefined
    ? `Imported: ${about} ${size}${placed}`
    : `Updated: ${about} ${size}\n${describeReport(report.update.report)}`
}

/** Tells what one file came to: failures on standard error, the rest unless JSON is printed in the end. */
export const tellReport = (
  report: ImportReport,
  { json, quiet }: Readonly<Record<'json' | 'quiet', boolean>>,
): void => {
  // Those that were not begun are counted together.
  if (report.status === 'cancelled') return
  if (report.error !== undefined) failed(`${report.path}: ${report.error}`)
  if (json) return
  if (!quiet) for (const warning of report.warnings) remark(`${report.path}: ${warning}`)
  if (report.error === undefined) print(describe(report))
}
