import type { Direction } from '../mechanism.ts'
import type { AcrossGroup } from './across-groups.ts'
import type { Grouping } from './across-query.ts'
import type { Factuality, Saying, Verdict } from './agreement.ts'

/** What happens to a thing, and what a thing does. */
const passive: Readonly<Record<Direction, string>> = {
  increases: 'up',
  decreases: 'down',
  converts: 'arises',
  affects: 'affected',
}
const active: Readonly<Record<Direction, string>> = {
  increases: 'increases',
  decreases: 'decreases',
  converts: 'becomes',
  affects: 'affects',
}

const qualified: Readonly<Record<Factuality, string>> = { stated: '', hedged: 'perhaps ', negated: 'not ' }

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
export const saidOf = ({ sayings }: Pick<AcrossGroup, 'sayings'>, grouping: Grouping): readonly SaidInWords[] => {
  const verbs = grouping === 'agent' ? active : passive
  return sayings.map((saying, at) => {
    const { direction, factuality, articles } = saying
    const counts = at === 0 ? counted(articles, 'article') : articles.toLocaleString('en')
    return { ...saying, words: `${qualified[factuality]}${verbs[direction]} in ${counts}` }
  })
}

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
