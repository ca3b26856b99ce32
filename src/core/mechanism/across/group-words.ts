import type { Direction } from '../mechanism.ts'
import type { AcrossGroup } from './across-groups.ts'
import type { Grouping } from './across-query.ts'
import type { Saying, Verdict } from './agreement.ts'

/** What happens to a thing. */
const passive: Readonly<Record<Direction, string>> = {
  increases: 'up',
  decreases: 'down',
  converts: 'formed',
  affects: 'affected',
}
/** What a thing does, third person singular first. */
const active: Readonly<Record<Direction, readonly [third: string, bare: string]>> = {
  increases: ['increases', 'increase'],
  decreases: ['decreases', 'decrease'],
  converts: ['becomes', 'become'],
  affects: ['affects', 'affect'],
}

const verbOf = ({ direction, factuality }: Saying, grouping: Grouping): string => {
  if (grouping !== 'agent') return { stated: '', hedged: 'perhaps ', negated: 'not ' }[factuality] + passive[direction]
  const [third, bare] = active[direction]
  return { stated: third, hedged: `may ${bare}`, negated: `does not ${bare}` }[factuality]
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** What some articles say, in words: "up in 4 articles". */
export interface SaidInWords extends Saying {
  readonly words: string
}

/**
 * What the articles of a group say: "up in 4 articles", "down in 1", "perhaps up in 2". The word for what is counted stands with the
 * first only.
 */
export const saidOf = ({ sayings }: Pick<AcrossGroup, 'sayings'>, grouping: Grouping): readonly SaidInWords[] =>
  sayings.map((saying, at) => {
    const counts = at === 0 ? counted(saying.articles, 'article') : saying.articles.toLocaleString('en')
    return { ...saying, words: `${verbOf(saying, grouping)} in ${counts}` }
  })

/** What agreement or contradiction is called; null when there is nothing to compare. */
export const verdictWords: Readonly<Record<Verdict, string | null>> = {
  contradicted: 'Contradiction',
  'both-ways': 'Both ways',
  agreed: 'Agreement',
  single: null,
}

/** A group as one line: "IL-10: up in 4 articles, down in 1. Contradiction. 5 effects." */
export const groupSentence = (group: AcrossGroup, grouping: Grouping): string => {
  const said = saidOf(group, grouping).map(({ words }) => words)
  const verdict = verdictWords[group.verdict]
  return `${group.name}: ${said.join(', ')}.${verdict === null ? '' : ` ${verdict}.`} ${counted(group.effects, 'effect')}.`
}
