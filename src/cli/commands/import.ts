import { fileProgressInWords } from '#core/article/file-progress.ts'
import { collectFiles } from '#library/collecting/collect-files.ts'
import { describeCollected } from '#library/collecting/describe-collected.ts'
import { addressSource } from '#library/fetching/address-source.ts'
import { isPageAddress } from '#library/fetching/typed-address.ts'
import { fileItem, importMany } from '#library/import-many.ts'
import type { ImportItem } from '#library/import-many.ts'
import { fileSource } from '#library/import-source.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { optionValue } from '../command.ts'
import type { ExitStatus, Invocation, RunCommand } from '../command.ts'
import { importReport, tellReport, updateReport } from '../import-report.ts'
import type { ImportReport } from '../import-report.ts'
import { progressLine } from '../progress-line.ts'
import { misused, printJson, remark } from '../terminal.ts'
import { untilInterrupted } from '../until-interrupted.ts'
import { unknownDocument } from '../with-document.ts'
import { withLibrary } from '../with-library.ts'

/** What the operands come to: each file and address, and each article in a folder. */
const itemsOf = async (
  operands: readonly string[],
  library: OpenLibrary,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<readonly ImportItem[]> => {
  const items = new Map<string, ImportItem>()
  for (const operand of operands) {
    if (isPageAddress(operand)) {
      items.set(operand, { name: operand, source: addressSource(operand) })
      continue
    }
    const collected = await collectFiles([operand], { except: library.path, signal })
    for (const name of collected.files) items.set(name, fileItem(name))
    for (const line of describeCollected(collected)) tell(`${operand}: ${line}`)
    if (collected.files.length === 0 && !signal.aborted) tell(`${operand}: There is no article in this folder.`)
  }
  return [...items.values()]
}

const importAll = async (library: OpenLibrary, invocation: Invocation): Promise<readonly ImportReport[]> => {
  const quiet = invocation.flags.has('quiet')
  const beside = invocation.flags.has('beside')
  const progress = progressLine('Importing', { quiet })
  return untilInterrupted(async signal => {
    const items = await itemsOf(invocation.operands, library, signal, line => quiet || remark(line))
    const done = new Map<ImportItem, ImportReport>()
    let told = 0
    /** Told in the order in which they were given, each as soon as those before it are over. */
    const tellDone = (): void => {
      for (let next = items[told]; next !== undefined; next = items[told]) {
        const report = done.get(next)
        if (report === undefined) return
        tellReport(report, { json: invocation.json, quiet })
        told += 1
      }
    }
    const outcomes = await importMany(library, items, {
      signal,
      began: item => progress.tell(done.size, items.length, item.name),
      advanced: (item, part) =>
        progress.tellPart(done.size, items.length, `${fileProgressInWords(part)} of ${item.name}`),
      ended: (item, outcome) => {
        done.set(item, importReport(item.name, outcome, beside))
        progress.clear()
        tellDone()
        progress.tell(done.size, items.length, item.name)
      },
    })
    progress.clear()
    tellDone()
    return outcomes.map((outcome, index) => importReport(items[index]?.name ?? '', outcome, beside))
  })
}

const count = (reports: readonly ImportReport[], status: ImportReport['status']): number =>
  reports.filter(report => report.status === status).length

const conclude = (reports: readonly ImportReport[], { json, flags }: Invocation): ExitStatus => {
  const [failures, cancelled] = [count(reports, 'failed'), count(reports, 'cancelled')]
  if (cancelled > 0)
    remark(`Interrupted: ${cancelled} of ${reports.length} were not imported. What was imported before stays.`)
  if (json) printJson(reports)
  else if (reports.length > 1 && !flags.has('quiet'))
    remark(`${count(reports, 'imported')} imported, ${count(reports, 'duplicate')} there already, ${failures} failed.`)
  return failures + cancelled > 0 ? 1 : 0
}

/** Reads articles of the library again, one after the other, each from the file that it came from. */
const readAgain = (library: OpenLibrary, ids: readonly string[], { json, flags }: Invocation): Promise<ExitStatus> =>
  untilInterrupted(async signal => {
    const quiet = flags.has('quiet')
    const progress = progressLine('Reading again', { quiet })
    const reports: ImportReport[] = []
    for (const id of ids) {
      if (signal.aborted) break
      progress.tell(reports.length, ids.length, id)
      const outcome = await library.readAgain(id, {
        signal,
        progress: part => progress.tellPart(reports.length, ids.length, `${fileProgressInWords(part)} of ${id}`),
      })
      progress.clear()
      const report = updateReport(id, outcome, 'unchanged')
      tellReport(report, { json, quiet })
      reports.push(report)
    }
    if (signal.aborted) remark(`Interrupted: ${ids.length - reports.length} of ${ids.length} were not read again.`)
    const failures = count(reports, 'failed')
    if (json) printJson(reports)
    else if (ids.length > 1 && !quiet)
      remark(`${count(reports, 'updated')} updated, ${count(reports, 'unchanged')} read as before, ${failures} failed.`)
    return failures > 0 || signal.aborted ? 1 : 0
  })

export const run: RunCommand = async invocation => {
  const again = invocation.flags.has('again')
  const update = optionValue(invocation, 'update')
  const [path = ''] = invocation.operands
  if (Number(update !== undefined) + Number(again) + Number(invocation.flags.has('beside')) > 1)
    return misused('import takes one of --update, --again and --beside.')
  if (update !== undefined && invocation.operands.length !== 1)
    return misused('import --update takes one file, the newer copy.')

  return withLibrary(invocation, 'write', async library => {
    if (again) {
      const unknown = invocation.operands.find(operand => !library.documents().some(({ id }) => id === operand))
      if (unknown !== undefined) return unknownDocument(library, unknown)
      return readAgain(library, invocation.operands, invocation)
    }
    if (update === undefined) return conclude(await importAll(library, invocation), invocation)
    if (!library.documents().some(({ id }) => id === update)) return unknownDocument(library, update)
    const quiet = invocation.flags.has('quiet')
    const line = progressLine('Importing', { quiet })
    const updated = await library.updateFrom(update, isPageAddress(path) ? addressSource(path) : fileSource(path), {
      progress: progress => line.tellPart(0, 1, `${fileProgressInWords(progress)} of ${path}`),
    })
    line.clear()
    const report = updateReport(path, updated)
    tellReport(report, { json: invocation.json, quiet })
    return conclude([report], invocation)
  })
}
