import type { Block } from '../../article/article.ts'
import { passageAt } from '../../text/span.ts'
import type { Span } from '../../text/span.ts'
import { groupLabel, groupNames, isGroupName } from './group-label.ts'
import { groupsByPosition, groupsOfOneSize, groupsOfWhom, groupsThatComprise } from './groups-by-position.ts'
import type { Group } from './groups-by-position.ts'
import { COUNT, readCount } from './number-words.ts'
import { PEOPLE } from './read-participants.ts'
import type { Participants } from './read-participants.ts'

export interface Groups {
  readonly groups: readonly Group[]
  /** When the words can be read in two ways: the other way, and its sum. */
  readonly otherReading?: { readonly text: string; readonly sum: number }
}

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-]|\\b(?:type|grade|stage|phase|class|group|day|week|month|arm|level|vitamin|cohort)s? |\\b(?:aged|between|from|least|mean|median|than) )${COUNT}(?![\\p{L}\\p{N}%/]|[.,]\\d|-\\p{L})`,
  'giu',
)
/** After these a number measures something and counts nobody. */
const MEASURE =
  /^\s*(?:%|per ?cent|years?|months?|weeks?|days?|hours?|minutes?|mg|g|kg|ml|l|mm|cm|µg|°|times|points?|million|billion|cells|groups?|centres?|centers?|hospitals?|visits?|doses?|injections?)\b/iu
const EACH = /^\s*(?:patients |people |participants )?(?:each\b|apiece\b)\s*/iu
/** One number for several names: of each, or of all together? */
const RESPECTIVELY = /,?\s*\brespectively\b[\s,;.]*/iu

interface Piece {
  readonly count: number
  readonly start: number
  readonly from: number
  readonly to: number
}

/** What follows a number of people: the people, or what they had or did. Eight joints and two genes have neither. */
const COUNTS_PEOPLE = new RegExp(
  `^\\s*(?:of (?:them|these|whom)\\s+)?(?:(?:\\p{L}+\\s+)?${PEOPLE}|animals|females|males|mice|rats|did|drank|each|got|had|has|have|in|received|smoked|took|was|were|who|with|without)\\b`,
  'iu',
)

/** "20 had stroke, 13 had …": from each number to the next. */
const forward = (text: string, sentence: Span, after: number): Piece[] => {
  const offset = Math.max(sentence.start, after)
  const words = text.slice(offset, sentence.end)
  const numbers = [...words.matchAll(NUMBER)].filter(match => !MEASURE.test(words.slice(match.index + match[0].length)))
  const pieces = numbers.flatMap((match, i): Piece[] => {
    const count = readCount(match[0])
    const next = numbers[i + 1]?.index ?? words.length
    return count === null || count < 1
      ? []
      : [{ count, start: offset + match.index, from: offset + match.index + match[0].length, to: offset + next }]
  })
  return pieces.some(piece => COUNTS_PEOPLE.test(text.slice(piece.from, piece.to))) ? pieces : []
}

/** "Adults with pain were randomised to exercise": the group is what they came to. */
const PUT_INTO = /^.*\b(?:(?:allocated|assigned|divided|randomi[sz]ed)\s+(?:in)?to|received?|given)\s+(?=\S)/iu

/** "stroke (13), multiple sclerosis (11)": the label before its number in brackets. */
const bracketed = (text: string, sentence: Span, after: number): Group[] => {
  const offset = Math.max(sentence.start, after)
  const words = text.slice(offset, sentence.end)
  return [
    ...words.matchAll(
      /(?<=^|[,:;]\s|\b(?:and|with|or|to|either|versus|vs|received?|into)\s)([\p{L}][\p{L}\p{N}\s’'./%-]{2,60}?)\s*\(\s*(?:n\s*=\s*)?(\d{1,5})(?:\s*(?:patients|participants|people))?\s*\)/giu,
    ),
  ].flatMap(match => {
    const { label } = groupLabel((match[1] ?? '').replace(PUT_INTO, ''))
    const start = offset + match.index
    return label
      ? [{ label, count: Number(match[2]), passage: passageAt(text, { start, end: start + match[0].length }) }]
      : []
  })
}

const fromPieces = (text: string, pieces: readonly Piece[]): Groups => {
  const groups: Group[] = []
  let other: { text: string; less: number } | undefined
  for (const piece of pieces) {
    const said = text.slice(piece.from, piece.to)
    const respectively = RESPECTIVELY.exec(said)
    const words = respectively ? said.slice(0, respectively.index) : said
    const each = EACH.exec(words)?.[0]
    const { label, to } = groupLabel(words.slice(each?.length ?? 0))
    const passage = passageAt(text, { start: piece.start, end: piece.from + (each?.length ?? 0) + to })
    const parts = each === undefined && !respectively ? [label] : groupNames(label)
    if (!parts.every(isGroupName)) continue
    for (const part of parts) groups.push({ label: part, count: piece.count, passage })
    if (parts.length > 1) {
      const names = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
      other = { text: `${piece.count} for ${names} together`, less: piece.count * (parts.length - 1) }
    }
  }
  const sum = groups.reduce((total, group) => total + group.count, 0)
  return { groups, ...(other ? { otherReading: { text: other.text, sum: sum - other.less } } : {}) }
}

const sumOf = (groups: readonly Group[]): number => groups.reduce((total, group) => total + group.count, 0)

/** Groups from the rows of a table: a name and a number side by side, without the row of the total. */
export const groupsOfTable = (text: string, blocks: readonly Block[]): Group[] =>
  blocks.flatMap((block, i): Group[] => {
    const next = blocks[i + 1]
    if (block.kind !== 'table-cell' || next?.kind !== 'table-cell' || text.slice(block.end, next.start) !== '\t')
      return []
    const label = text.slice(block.start, block.end).trim()
    const count = readCount(text.slice(next.start, next.end).trim())
    if (count === null || !/^\p{L}/u.test(label) || /^(?:all|total|sum|overall)\b/iu.test(label)) return []
    return [{ label, count, passage: passageAt(text, { start: block.start, end: next.end }) }]
  })

/** Groups and participants need not agree, but groups of half as many again are counts of something else. */
const MOST_OF_ALL = 1.5

/**
 * The groups into which participants were divided, from the first of `sentences` that names at least two with their
 * counts. Counts that exceed the participants are none. "7 each with A and with B" gives two groups of 7, and so does
 * "7 with A and B, respectively"; the reading that the two are 7 together is the other one. Where no sentence names them,
 * those of `outcomes` may: "9 of 30 patients in the A group and 4 of 31 in the B group".
 */
export const readGroups = (
  text: string,
  sentences: readonly Span[],
  outcomes: readonly Span[],
  participants: Participants,
): Groups => {
  const fits = (groups: readonly Group[]): boolean =>
    groups.length > 1 && sumOf(groups) <= participants.count * MOST_OF_ALL
  for (const sentence of sentences) {
    const listed = [
      groupsByPosition(text, sentence),
      groupsOfOneSize(text, sentence),
      groupsThatComprise(text, sentence),
      bracketed(text, sentence, participants.groupsFrom),
    ].find(fits)
    if (listed) return { groups: listed }
    const pieces = forward(text, sentence, participants.groupsFrom).filter(piece => piece.count < participants.count)
    const found = fromPieces(text, pieces)
    if (fits(found.groups)) return found
  }
  const ofWhom = outcomes.map(sentence => groupsOfWhom(text, sentence)).find(fits)
  return { groups: ofWhom ?? [] }
}
