import { mergeRecords } from '#core/annotation/merge-records.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { ownNameFields } from '#core/mechanism/corrections/record-fields.ts'
import type { OwnLexicon } from './mechanism-files.ts'
import type { TellChoices } from './merge-notes.ts'

const tellNobody: TellChoices = () => undefined

/** Both sides' names, record by record. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeNames = (
  ours: readonly OwnName[],
  theirs: readonly OwnName[],
  tell: TellChoices = tellNobody,
): readonly OwnName[] =>
  mergeRecords(ours, theirs, (one, other) => {
    const { record, choices } = uniteRecords(ownNameFields, one, other)
    if (choices.length > 0) tell(`the name “${record.name}”`, choices)
    return record
  })

/** As `mergeNames`, for what `lexicon.json` holds. */
export const mergeOwnLexicons = (
  ours: OwnLexicon,
  theirs: Pick<OwnLexicon, 'names'>,
  tell: TellChoices = tellNobody,
): OwnLexicon => {
  const names = mergeNames(ours.names, theirs.names, tell)
  return names === ours.names ? ours : { ...ours, names }
}
