import type { Block } from '../../article/article.ts'
import { passageAt } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import { COUNT, readCount } from './number-words.ts'
import { PEOPLE } from './read-participants.ts'

export interface Group {
  readonly label: string
  readonly count: number
  readonly passage: Passage
}

export interface Groups {
  readonly groups: readonly Group[]
  /** When the words can be read in two ways: the other way, and its sum. */
  readonly otherReading?: { readonly text: string; readonly sum: number }
}

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-]|\\b(?:type|grade|stage|phase|class|group|day|week|month|arm|level|vitamin|cohort)s? )${COUNT}(?![\\p{L}\\p{N}%/]|[.,]\\d|-(?:year|week|month|day|hour))`,
  'giu',
)
/** After these a number measures something and counts nobody. */
const MEASURE =
  /^\s*(?:%|per ?cent|years?|months?|weeks?|days?|hours?|minutes?|mg|g|kg|ml|l|mm|cm|µg|°|times|points?|million|billion|cells|groups?|centres?|centers?|hospitals?|visits?|doses?|injections?)\b/iu
const LEAD = new RegExp(
  `^[\\s,]*(?:(?:of (?:them|these|whom)|they|there|these|those|we)\\s+)?(?:(?:(?:\\p{L}+\\s+)?${PEOPLE})\\s+)?(?:(?:who\\s+)?(?:had|has|have|having|were|was|comprised|included|suffered from|suffering from|diagnosed with|living with|received|was given|were given|got|with|from|in|by|for|of|due to|after|affected by)\\s+)*(?:the\\s+)?`,
  'iu',
)
const TAIL = /[\s,;:.]*(?:\b(?:and|as well as|while|whereas|plus)\b[\s,]*)?$/iu

const clean = (words: string): { label: string; from: number; to: number } => {
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const rest = words.slice(lead).replace(TAIL, '')
  const label = rest
    .replace(/\s+(?:\d[\d.,]* ?(?:mg|g|µg|ml|iu|%)|(?:for|over|during) \d+|once|twice|daily|by mouth)\b.*$/iu, '')
    .replace(/\s+(?:group|arm)$/iu, '')
    .trim()
  return { label, from: lead, to: lead + rest.length }
}

const EACH = /^\s*(?:patients |people |participants )?(?:each\b|apiece\b)\s*/iu

interface Piece {
  readonly count: number
  readonly start: number
  readonly from: number
  readonly to: number
}

/** "20 had stroke, 13 had …": from each number to the next. */
const forward = (text: string, sentence: Span, after: number): Piece[] => {
  const offset = Math.max(sentence.start, after)
  const words = text.slice(offset, sentence.end)
  const numbers = [...words.matchAll(NUMBER)].filter(match => !MEASURE.test(words.slice(match.index + match[0].length)))
  return numbers.flatMap((match, i) => {
    const count = readCount(match[0])
    const next = numbers[i + 1]?.index ?? words.length
    return count === null || count < 1
      ? []
      : [{ count, start: offset + match.index, from: offset + match.index + match[0].length, to: offset + next }]
  })
}

/** "stroke (13), multiple sclerosis (11)": the label before its number in brackets. */
const bracketed = (text: string, sentence: Span): Group[] => {
  const words = text.slice(sentence.start, sentence.end)
  return [
    ...words.matchAll(
      /(?<=^|[,:;]\s|\band\s|\bwith\s|\bor\s)([\p{L}][\p{L}\s’'-]{2,60}?)\s*\(\s*(?:n\s*=\s*)?(\d{1,5})(?:\s*(?:patients|participants|people))?\s*\)/giu,
    ),
  ].flatMap(match => {
    const { label } = clean(match[1] ?? '')
    const start = sentence.start + match.index
    return label
      ? [{ label, count: Number(match[2]), passage: passageAt(text, { start, end: start + match[0].length }) }]
      : []
  })
}

const split = (label: string): string[] =>
  label
    .split(/,?\s+and\s+(?:with\s+|in\s+|for\s+)?|,\s*(?:with\s+)?/iu)
    .map(part => clean(part).label)
    .filter(part => part !== '')

const fromPieces = (text: string, pieces: readonly Piece[]): Groups => {
  const groups: Group[] = []
  let other: { text: string; less: number } | undefined
  for (const piece of pieces) {
    const words = text.slice(piece.from, piece.to)
    const each = EACH.exec(words)?.[0]
    const { label, to } = clean(words.slice(each?.length ?? 0))
    if (!label || label.length > 80 || !/\p{L}{3}/u.test(label)) continue
    const passage = passageAt(text, { start: piece.start, end: piece.from + (each?.length ?? 0) + to })
    const parts = each === undefined ? [label] : split(label)
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

/**
 * The groups into which participants were divided, from the first of `sentences` that names at least two with their
 * counts. Counts that exceed the participants are none. "7 each with A and with B" gives two groups of 7, and the
 * reading that the two are 7 together as the other one.
 */
export const readGroups = (
  text: string,
  sentences: readonly Span[],
  participants: { readonly count: number; readonly passage: Passage },
): Groups => {
  for (const sentence of sentences) {
    const inBrackets = bracketed(text, sentence)
    if (inBrackets.length > 1 && sumOf(inBrackets) <= participants.count * 1.5) return { groups: inBrackets }
    const pieces = forward(text, sentence, participants.passage.end).filter(piece => piece.count < participants.count)
    const found = fromPieces(text, pieces)
    if (found.groups.length > 1 && sumOf(found.groups) <= participants.count * 1.5) return found
  }
  return { groups: [] }
}
