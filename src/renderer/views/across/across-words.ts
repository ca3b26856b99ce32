import type { AcrossGroups } from '#core/mechanism/across/across-groups.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import type { Grouping, GroupOrder } from '#core/mechanism/across/across-query.ts'
import type { Verdict } from '#core/mechanism/across/agreement.ts'
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

/** The longer words, for a tooltip and for those who listen. */
export const verdictExplained: Readonly<Record<Verdict, string | null>> = {
  contradicted: 'Of one agent and one target the articles say opposite things',
  'both-ways': 'It goes up and down, under different agents',
  agreed: 'Two or more articles say the same, and none the opposite',
  single: null,
}

/** Marks of a statement that its sentence does not have. */
const remarksOn = ({ origin, contested, lost }: AcrossStatement): readonly string[] => [
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
