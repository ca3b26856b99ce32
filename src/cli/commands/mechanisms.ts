import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { describeMechanisms } from '../describe-mechanisms.ts'
import { reportMechanisms } from '../mechanism-report.ts'
import type { RunCommand } from '../command.ts'
import { failed, misused, print, printJson, remark } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

/** Ids hold neither; a file whose name has neither is given as `./name`. */
const isPath = (operand: string): boolean => /[./\\]/.test(operand)

export const run: RunCommand = async invocation => {
  const operand = invocation.operands[0] ?? ''
  const again = invocation.flags.has('again')
  const tell = (id: string | null, title: string, found: Extraction, cards: readonly ShownCard[]): 0 => {
    if (invocation.json) printJson(reportMechanisms({ id, title }, found, cards))
    else print(describeMechanisms(title, cards, found.study))
    return 0
  }

  if (isPath(operand)) {
    if (again) return misused('--again is for documents of the library; a file is always looked through.')
    const { mechanismsOfFile } = await import('../mechanisms-of-file.ts')
    const read = await mechanismsOfFile(operand, invocation.program)
    return read.ok
      ? tell(null, read.value.title, read.value.found, showCards(read.value.found, []))
      : failed(read.error.message)
  }

  return withDocument(invocation, again ? 'write' : 'read', async (library, id) => {
    const looked = again ? await library.findMechanisms(id) : null
    if (looked?.ok === false) return failed(looked.error.message)
    const [read, kept] = [await library.readArticle(id), await library.readMechanisms(id)]
    if (!read.ok) return failed(read.error.message)
    if (!kept.ok) return failed(kept.error.message)
    const { found, cards, effectDecisions, isStale } = kept.value
    if (isStale) remark(`Looking again may find more: pathmark mechanisms ${id} --again`)
    return tell(id, read.value.article.metadata.title, found, showCards(found, cards, effectDecisions))
  })
}
