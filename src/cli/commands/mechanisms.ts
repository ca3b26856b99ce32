import type { Extraction } from '#core/mechanism/mechanism.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { describeMechanisms } from '../describe-mechanisms.ts'
import { reportMechanisms } from '../mechanism-report.ts'
import type { RunCommand } from '../command.ts'
import { failed, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

/** Ids hold neither; a file whose name has neither is given as `./name`. */
const isPath = (operand: string): boolean => /[./\\]/.test(operand)

export const run: RunCommand = async invocation => {
  const operand = invocation.operands[0] ?? ''
  const tell = (id: string | null, title: string, found: Extraction, records: readonly ReaderCard[]): 0 => {
    const cards = showCards(found, records)
    if (invocation.json) printJson(reportMechanisms({ id, title }, found, cards))
    else print(describeMechanisms(title, cards, found.study))
    return 0
  }

  if (isPath(operand)) {
    const { mechanismsOfFile } = await import('../mechanisms-of-file.ts')
    const read = await mechanismsOfFile(operand, invocation.program)
    return read.ok ? tell(null, read.value.title, read.value.found, []) : failed(read.error.message)
  }

  return withDocument(invocation, 'read', async (library, id) => {
    const [read, kept] = [await library.readArticle(id), await library.readMechanisms(id)]
    if (!read.ok) return failed(read.error.message)
    if (!kept.ok) return failed(kept.error.message)
    const { found, cards } = kept.value
    return tell(id, read.value.article.metadata.title, found, cards)
  })
}
