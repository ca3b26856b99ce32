import { mergeRecords } from '#core/annotation/merge-records.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { withAbout } from '#core/mechanism/corrections/about-card.ts'
import type { EffectDecision } from '#core/mechanism/corrections/effect-decision.ts'
import { extractorVersion } from '#core/mechanism/corrections/extractor-version.ts'
import { effectDecisionFields, readerCardFields } from '#core/mechanism/corrections/record-fields.ts'
import type { Mechanisms } from './mechanism-files.ts'
import type { TellChoices } from './merge-notes.ts'

/** What the reader made of what was found, deleted records included. */
export interface ReaderMechanisms {
  readonly cards: readonly ReaderCard[]
  readonly effectDecisions: readonly EffectDecision[]
}

const tellNobody: TellChoices = () => undefined

/**
 * Cards and decisions on effects, record by record. What a card is about is kept, also when `theirs` does not tell it;
 * what is found says it for those that nobody has told. Gives back `ours` itself when `theirs` adds nothing.
 */
export const mergeReaderMechanisms = (
  ours: Mechanisms,
  theirs: ReaderMechanisms,
  found = ours.found,
  tell: TellChoices = tellNobody,
): Mechanisms => {
  const decided = ours.effectDecisions ?? []
  const cards = mergeRecords(ours.cards, withAbout(found, theirs.cards, ours.cards), (one, other) => {
    const { record, choices } = uniteRecords(readerCardFields, one, other)
    if (choices.length > 0) tell(`the card “${(record.content ?? record.about)?.title ?? record.card ?? ''}”`, choices)
    return record
  })
  const effectDecisions = mergeRecords(decided, theirs.effectDecisions, (one, other) => {
    const { record, choices } = uniteRecords(effectDecisionFields, one, other)
    if (choices.length > 0) tell(`what was decided on “${record.about.passage.quote}”`, choices)
    return record
  })
  if (cards === ours.cards && effectDecisions === decided) return ours
  return {
    ...ours,
    cards,
    ...(effectDecisions.length > 0 && { effectDecisions }),
  }
}

/** The file's other fields with what was found, and what with, taken from `newer`. */
export const withFound = (
  mechanisms: Mechanisms,
  { extractor, names, found }: Pick<Mechanisms, 'extractor' | 'names' | 'found'>,
): Mechanisms => {
  const { names: _names, ...rest } = mechanisms
  const cards = withAbout(mechanisms.found, mechanisms.cards)
  return { ...rest, extractor, ...(names !== undefined && { names }), found, cards }
}

/**
 * Two states of one file: every record of either, and what the newer extractor found; of equal ones it stays ours.
 * Gives back `ours` itself when `theirs` adds nothing.
 */
export const mergeMechanisms = (ours: Mechanisms, theirs: Mechanisms, tell: TellChoices = tellNobody): Mechanisms => {
  const { cards, effectDecisions = [], found } = theirs
  const isNewer = extractorVersion(theirs.extractor) > extractorVersion(ours.extractor)
  return mergeReaderMechanisms(isNewer ? withFound(ours, theirs) : ours, { cards, effectDecisions }, found, tell)
}
