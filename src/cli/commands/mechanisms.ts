import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
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
  const all = invocation.flags.has('all')
  if (all !== (invocation.operands.length === 0))
    return misused('mechanisms needs the ID of a document, the PATH of a file, or --all for the whole library.')
  if (!all && invocation.options.has('entity')) return misused('--entity goes with --all.')
  if (all) {
    if (again) return misused('--again is for one document of the library.')
    const { tellAcross } = await import('../mechanisms-across.ts')
    return tellAcross(invocation)
  }
  const tell = (
    id: string | null,
    title: string,
    found: Extraction,
    records: readonly ReaderCard[],
    decisions: readonly EffectDecision[],
  ): 0 => {
    const cards = showCards(found, records, decisions)
    if (invocation.json) printJson(reportMechanisms({ id, title }, found, cards, decisions))
    else print(describeMechanisms(title, cards, found))
    return 0
  }

  if (isPath(operand)) {
    if (again) return misused('--again is for documents of the library; a file is always looked through.')
    const { mechanismsOfFile } = await import('../mechanisms-of-file.ts')
    const read = await mechanismsOfFile(operand, invocation.program)
    return read.ok ? tell(null, read.value.title, read.value.found, [], []) : failed(read.error.message)
  }

  return withDocument(invocation, again ? 'write' : 'read', async (library, id) => {
    const looked = again ? await library.findMechanisms(id) : null
    if (looked?.ok === false) return failed(looked.error.message)
    const [read, kept] = [await library.readArticle(id), await library.readMechanisms(id)]
    if (!read.ok) return failed(read.error.message)
    if (!kept.ok) return failed(kept.error.message)
    const { found, cards, effectDecisions, isStale } = kept.value
    if (isStale) remark(`Looking again may find more: pathmark mechanisms ${id} --again`)
    return tell(id, read.value.article.metadata.title, found, cards, effectDecisions)
  })
}
