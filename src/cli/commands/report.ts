import type { RunCommand } from '../command.ts'
import { describeReport } from '../describe-report.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

export const run: RunCommand = invocation =>
  withDocument(invocation, 'read', async (library, id) => {
    const read = await library.readReport(id)
    if (!read.ok) return failed(read.error.message)
    if (read.value === null)
      return failed(
        `${id} was not updated, or the update was taken back; “pathmark import --update ${id} PATH” does it.`,
      )
    const { report } = read.value
    if (invocation.json) printJson(report)
    else
      print(`Version ${report.version}, ${report.updated}, from ${oneLine(report.fileName)}\n${describeReport(report)}`)
    return 0
  })
