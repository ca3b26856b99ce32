import type { AcrossGroup, AcrossGroups } from '#core/mechanism/across/across-groups.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import type { Grouping, GroupOrder } from '#core/mechanism/across/across-query.ts'
import type { Factuality, Saying, Verdict } from '#core/mechanism/across/agreement.ts'
import type { Direction } from '#core/mechanism/mechanism.ts'
import { counted } from '../../components/counted.ts'
import { effectSentence } from '../mechanisms/effect-words.ts'

export const groupingNames: Readonly<Record<Grouping, string>> = {
  target: 'What is changed',
  process: 'Process',
  agent: 'What acts',
}

/** What a column is called over the names of the groups. */
export const thingHeadings: Readonly<Record<Grouping, string>> = {
  target: 'What is changed',
  process: 'Process that is changed',
  agent: 'What acts',
}

export const orderNames: Readonly<Record<GroupOrder, string>> = {
  articles: 'Articles',
  effects: 'Effects',
  name: 'Name',
  verdict: 'What the articles say',
}

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
    const counts = at === 0 ? counted(articles, 'article', 'articles') : articles.toLocaleString('en')
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

/** The longer words, for a tooltip and for those who listen. */
export const verdictExplained: Readonly<Record<Verdict, string | null>> = {
  contradicted: 'Of one agent and one target the articles say opposite things',
  'both-ways': 'It goes up and down, under different agents',
  agreed: 'Two or more articles say the same, and none the opposite',
  single: null,
}

/** A group as one sentence: "IL-10: up in 4 articles, down in 1. Contradiction. 5 effects." */
export const groupSentence = (group: AcrossGroup, grouping: Grouping): string => {
  const said = saidOf(group, grouping).map(({ words }) => words)
  const verdict = verdictWords[group.verdict]
  return `${group.name}: ${said.join(', ')}.${verdict === null ? '' : ` ${verdict}.`} ${counted(group.effects, 'effect', 'effects')}.`
}

/** Marks of a statement that its sentence does not have. */
export const remarksOn = ({ origin, contested, lost }: AcrossStatement): readonly string[] => [
  ...(contested ? ['contradicted'] : []),
  ...(origin === 'reader' ? ['yours'] : []),
  ...(lost ? ['passage lost'] : []),
]

/** A statement as one sentence for those who listen. */
export const statementSentence = (statement: AcrossStatement): string =>
  [effectSentence(statement), ...remarksOn(statement), `in “${statement.title}”`].join(', ')

/** "3 things · 12 effects in 4 articles" */
export const countsOf = ({ groups, effects, articles }: AcrossGroups, grouping: Grouping): string => {
  const things =
    grouping === 'process' ? counted(groups.length, 'process', 'processes') : counted(groups.length, 'name', 'names')
  return `${things} · ${counted(effects, 'effect', 'effects')} in ${counted(articles, 'article', 'articles')}`
}
