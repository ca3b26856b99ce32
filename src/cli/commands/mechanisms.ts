import { showCards } from '#core/mechanism/show-cards.ts'
import { describeMechanisms } from '../describe-mechanisms.ts'
import { reportMechanisms } from '../mechanism-report.ts'
import type { MechanismReport } from '../mechanism-report.ts'
import type { RunCommand } from '../command.ts'
import { failed, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

/** Ids hold neither; a file whose name has neither is given as `./name`. */
const isPath = (operand: string): boolean => /[./\\]/.test(operand)

export const run: RunCommand = async invocation => {
  const operand = invocation.operands[0] ?? ''
  const tell = (report: MechanismReport): 0 => {
    if (invocation.json) printJson(report)
    else print(describeMechanisms(report))
    return 0
  }

  if (isPath(operand)) {
    const { mechanismsOfFile } = await import('../mechanisms-of-file.ts')
    const report = await mechanismsOfFile(operand, invocation.program)
    return report.ok ? tell(report.value) : failed(report.error.message)
  }

  return withDocument(invocation, 'read', async (library, id) => {
    const [read, kept] = [await library.readArticle(id), await library.readMechanisms(id)]
    if (!read.ok) return failed(read.error.message)
    if (!kept.ok) return failed(kept.error.message)
    const { found, cards } = kept.value
    return tell(reportMechanisms({ id, title: read.value.article.metadata.title }, found, showCards(found, cards)))
  })
}
