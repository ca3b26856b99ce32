import { passageAt } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import { groupLabel, groupNames, isGroupName } from './group-label.ts'
import { COUNT, readCount } from './number-words.ts'
import { PEOPLE } from './read-participants.ts'

export interface Group {
  readonly label: string
  readonly count: number
  readonly passage: Passage
}

const LIST = `${COUNT}(?:,\\s*${COUNT}){0,8},?\\s+and\\s+${COUNT}`
const NUMBERS_FIRST = new RegExp(`(?<![\\p{L}\\p{N}.,-])(${LIST})\\s+([^.;\\p{N}]{4,200}?),?\\s+respectively\\b`, 'iu')
const NAMES_FIRST = new RegExp(
  `(?:^|[,:;]\\s|\\b(?:had|were|was|received|with)\\s)([^.;:\\p{N}]{4,160}?)\\s+(?:in|for|by|\\()\\s*(${LIST})(?:\\s+(?:of\\s+)?(?:the\\s+)?${PEOPLE})?\\)?,?\\s+respectively\\b`,
  'iu',
)

const countsOf = (list: string): number[] =>
  [...list.matchAll(new RegExp(COUNT, 'giu'))].flatMap(match => readCount(match[0]) ?? [])

/**
 * Groups whose numbers and names stand in two lists: "20, 22 and 18 received A, B and C, respectively". None when the
 * lists differ in length.
 */
export const groupsByPosition = (text: string, sentence: Span): Group[] => {
  const words = text.slice(sentence.start, sentence.end)
  if (!/respectively/iu.test(words)) return []
  const numbersFirst = NUMBERS_FIRST.exec(words)
  const namesFirst = NAMES_FIRST.exec(words)
  const readings = [
    { match: numbersFirst, numbers: numbersFirst?.[1], names: numbersFirst?.[2] },
    { match: namesFirst, numbers: namesFirst?.[2], names: namesFirst?.[1] },
  ]
  for (const { match, numbers = '', names = '' } of readings) {
    const counts = countsOf(numbers)
    const labels = groupNames(groupLabel(names).label)
    if (!match || counts.length !== labels.length || !labels.every(isGroupName)) continue
    const start = sentence.start + match.index
    const passage = passageAt(text, { start, end: start + match[0].length })
    return labels.map((label, i) => ({ label, count: counts[i] ?? 0, passage }))
  }
  return []
}

const OF_WHOM = new RegExp(
  `\\b(?:${COUNT})\\s+(?:\\([^()]{0,20}\\)\\s+)?of\\s+(?:the\\s+)?(${COUNT})(?:\\s+${PEOPLE})?(?:\\s*\\([^()]{0,20}\\))?\\s+(?:(?:in|of|on|from|who received|given)\\s+)(?:the\\s+)?(\\p{L}[\\p{L}\\p{N} +-]{1,40}?)\\s+(?:group|arm)\\b`,
  'giu',
)

/** "386 of 2,373 patients in the A group and 502 of 2,371 in the B group": the groups of which some are told. */
export const groupsOfWhom = (text: string, sentence: Span): Group[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(OF_WHOM)].flatMap((match): Group[] => {
    const count = readCount(match[1] ?? '')
    const start = sentence.start + match.index
    const passage = passageAt(text, { start, end: start + match[0].length })
    return count === null ? [] : [{ label: match[2] ?? '', count, passage }]
  })

const COMPRISES = new RegExp(
  `\\bthe\\s+(\\p{L}[\\p{L}\\p{N} +-]{1,40}?)\\s+(?:group|arm)\\s+(?:consisted of|comprised|contained|had|included)\\s+(${COUNT})\\s+(?:\\p{L}+\\s+)?${PEOPLE}\\b`,
  'giu',
)

/** "The A group consisted of 11 patients who …, and the B group of …": groups with their people behind them. */
export const groupsThatComprise = (text: string, sentence: Span): Group[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(COMPRISES)].flatMap((match): Group[] => {
    const count = readCount(match[2] ?? '')
    const start = sentence.start + match.index
    const passage = passageAt(text, { start, end: start + match[0].length })
    return count === null ? [] : [{ label: match[1] ?? '', count, passage }]
  })

const EQUAL = new RegExp(
  `\\b(?:into|to|in|of|were)\\s+(?:one of\\s+)?(${COUNT})\\s+(?:equal\\s+|experimental\\s+|treatment\\s+|study\\s+)*(?:groups|arms)(?:\\s+of\\s+(${COUNT})(?:\\s+\\p{L}+)?(?:\\s+each)?|\\s*\\(\\s*n\\s*=\\s*(\\d+)(?:\\s+(?:each|per group|in each(?: group)?|\\p{L}+ per group|\\/\\s*group))?\\s*\\))?\\s*(?:[:,–—]|\\()\\s*([^.;]{4,240})`,
  'iu',
)
const SIZE_BEHIND = /\(?\s*n\s*=\s*(\d+)(?:\s+\p{L}+)?\s*(?:\/|per|in each|each|for each)\s*(?:group|arm)?\s*\)?/iu

/** "Four groups of ten: sham, injury, …": groups of one size, named in a list. None when the list is not as long as it says. */
export const groupsOfOneSize = (text: string, sentence: Span): Group[] => {
  const words = text.slice(sentence.start, sentence.end)
  const match = /groups|arms/iu.test(words) ? EQUAL.exec(words) : null
  if (!match) return []
  const size = readCount(match[2] ?? match[3] ?? SIZE_BEHIND.exec(words)?.[1] ?? '')
  const list = (match[4] ?? '').replace(SIZE_BEHIND, '').replace(/[).\s]+$/u, '')
  const labels = groupNames(list)
  if (size === null || labels.length !== readCount(match[1] ?? '') || !labels.every(isGroupName)) return []
  const start = sentence.start + match.index
  const passage = passageAt(text, { start, end: start + match[0].trimEnd().length })
  return labels.map(label => ({ label, count: size, passage }))
}
