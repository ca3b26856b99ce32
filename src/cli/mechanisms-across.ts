import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import type { AcrossGroup } from '#core/mechanism/across/across-groups.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import { statementsInGroup } from '#core/mechanism/across/across-statements.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import { groupSentence } from '#core/mechanism/across/group-words.ts'
import { MechanismIndex } from '#library/mechanism-index/mechanism-index.ts'
import type { ExitStatus, Invocation } from './command.ts'
import { optionValue } from './command.ts'
import { describeEffect } from './describe-mechanisms.ts'
import { failed, oneLine, print, printJson } from './terminal.ts'
import { withLibrary } from './with-library.ts'

interface ReportedGroup extends AcrossGroup {
  readonly statements: readonly AcrossStatement[]
}

const describeStatement = (statement: AcrossStatement): string => {
  const trigger = statement.origin === 'reader' ? null : statement.sentence
  const remark = statement.contested ? ' [contradicted]' : ''
  return `   - ${describeEffect({ ...statement, trigger })}${remark}\n     in ${oneLine(statement.title)} (${statement.document})`
}

const describeGroup = (group: ReportedGroup): string =>
  [oneLine(groupSentence(group, 'target')), ...group.statements.map(describeStatement)].join('\n')

/** Prints what all documents of the library say of what acts on what, grouped by what is acted on. */
export const tellAcross = (invocation: Invocation): Promise<ExitStatus> =>
  withLibrary(invocation, 'read', async library => {
    const fresh = await new MechanismIndex(library).refresh()
    if (!fresh.ok) return failed(fresh.error.message)
    const { index, failures } = fresh.value
    for (const failure of failures) failed(failure)
    const query = { ...wholeLibrary, name: optionValue(invocation, 'entity') ?? '' }
    const { groups, effects, articles } = groupEffects(index, query)
    const reported = groups.map(group => ({ ...group, statements: statementsInGroup(index, query, group.name) }))
    if (invocation.json) printJson({ effects, articles, groups: reported })
    else print(reported.length === 0 ? 'Nothing was found.' : reported.map(describeGroup).join('\n\n'))
    return failures.length === 0 ? 0 : 1
  })
