import type { RunCommand } from '../command.ts'
import { optionValue } from '../command.ts'
import { describePlan } from '../describe-restore.ts'
import { failed, print, printJson, remark } from '../terminal.ts'
import { withBackups } from '../with-backups.ts'
import { unknownDocument } from '../with-document.ts'

const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`)
const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`)

export const run: RunCommand = invocation => {
  const isTrial = invocation.flags.has('dry-run')
  return withBackups(invocation, isTrial ? 'read' : 'write', async (backups, library) => {
    const asked = invocation.operands[0] ?? ''
    const document = optionValue(invocation, 'document') ?? null
    if (document !== null && !library.documents().some(({ id }) => id === document))
      return unknownDocument(library, document)
    const there = await backups.list()
    if (!there.ok) return failed(there.error.message)
    const id = asked === 'latest' ? (there.value.good[0]?.id ?? asked) : asked
    if (isTrial) {
      const plan = await backups.compare(id, document)
      if (!plan.ok) return failed(plan.error.message)
      if (invocation.json) printJson(plan.value)
      else print(describePlan(plan.value))
      for (const line of plan.value.failures) remark(line)
      return plan.value.failures.length === 0 ? 0 : 1
    }
    const removeNewer = invocation.flags.has('remove-newer')
    const restored = await backups.restore(id, { documents: document === null ? null : [document], removeNewer })
    if (!restored.ok) return failed(restored.error.message)
    const outcome = restored.value
    if (invocation.json) printJson(outcome)
    else {
      print(
        outcome.records === 0
          ? 'Everything is as in the backup; nothing was changed.'
          : `Restored ${records(outcome.records)} in ${articles(outcome.documents)}. ` +
              `“pathmark restore ${outcome.before} --remove-newer” takes that back.`,
      )
    }
    for (const line of outcome.failures) remark(line)
    return outcome.failures.length === 0 ? 0 : 1
  })
}
