import { markdownTable } from '../benchmark-page.ts'
import type { CaseSet } from './case.ts'
import { contestants, OURS } from './compare.ts'
import type { Result } from './compare.ts'
import { families } from './all-families.ts'
import { ANNOTATIONS } from './many.ts'
import type { ManyTimes } from './many.ts'
import { outcomes } from './score.ts'
import type { Outcome } from './score.ts'

/** The words of a family's name on which the goal for edits hangs. */
const EDITS = '5 % of words'
/** Names of the families in which the words say something else, or are only there in other words beside. */
const FLIPS = /look-alike (?:in its place|elsewhere)|turned round/

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

const sum = (results: readonly Result[], outcome: Outcome): number =>
  results.reduce((total, { score }) => total + score.counts[outcome], 0)

const perAnnotation = (results: readonly Result[]): number =>
  results.reduce((total, { score }) => total + score.milliseconds, 0) /
  Math.max(
    1,
    results.reduce((total, { passages }) => total + passages, 0),
  )

export interface Goal {
  readonly text: string
  readonly measured: string
  readonly met: boolean
}

export const goalsOf = (results: readonly Result[], set: CaseSet): Goal[] => {
  const inSet = results.filter(result => result.set === set)
  const ours = inSet.filter(({ contestant }) => contestant === OURS)
  const edits = ours.filter(({ family }) => family === EDITS)
  const count = (pick: (result: Result) => number): number => edits.reduce((total, result) => total + pick(result), 0)
  const right = count(({ score }) => score.counts['found right'])
  const all = count(({ score }) => outcomes.reduce((total, name) => total + score.counts[name], 0))
  const refusals = count(({ score }) => score.counts['refused rightly'])
  const meaningRight = count(({ score }) => score.meaning['found right'])
  const meaningAll = count(({ score }) => outcomes.reduce((total, name) => total + score.meaning[name], 0))
  const plain = all - refusals - meaningAll
  const wrong = sum(ours, 'found wrong')
  const flips = ours.filter(({ family }) => FLIPS.test(family))
  const fuzzy = contestants().filter(({ name, fuzzy: isFuzzy }) => isFuzzy && !name.startsWith(OURS))
  const fastest = fuzzy
    .map(({ name }) => ({ name, time: perAnnotation(inSet.filter(({ contestant }) => contestant === name)) }))
    .toSorted((a, b) => a.time - b.time)[0]
  const time = perAnnotation(ours)
  return [
    {
      text: '99 % found right at 5 % of words edited, no word that bears meaning among them',
      measured: `${percent(right - meaningRight, plain)} of ${plain}`,
      met: right - meaningRight >= 0.99 * plain,
    },
    {
      text: '99 % found right at 5 % of words edited, whichever words',
      measured: `${percent(right, all - refusals)} of ${all - refusals}`,
      met: right >= 0.99 * (all - refusals),
    },
    { text: 'no wrong passage shown as exact, moved or changed', measured: `${wrong} wrong`, met: wrong === 0 },
    {
      text: 'all changes of meaning refused',
      measured: `${sum(flips, 'refused rightly')} of ${flips.reduce((total, { passages }) => total + passages, 0)}`,
      met: sum(flips, 'found wrong') + sum(flips, 'found loosely') + sum(flips, 'found right') === 0,
    },
    {
      text: `faster than the fastest fuzzy peer${fastest ? `, ${fastest.name}` : ''}`,
      measured: `${time.toFixed(2)} ms an annotation, against ${fastest ? fastest.time.toFixed(2) : '–'} ms`,
      met: fastest !== undefined && time < fastest.time,
    },
  ]
}

const familyTable = (results: readonly Result[]): string =>
  markdownTable(
    ['contestant', ...outcomes, 'exact edges', 'ms each'],
    results.map(result => [
      result.contestant,
      ...outcomes.map(name => String(result.score.counts[name])),
      String(result.score.exactEdges),
      perAnnotation([result]).toFixed(2),
    ]),
  )

const statusTable = (results: readonly Result[]): string => {
  const names = ['exact', 'moved', 'changed', 'uncertain', 'orphaned'] as const
  return markdownTable(
    ['family', ...names, 'of edited meaning words: found right', 'refused'],
    results.map(({ family, statuses, score }) => [
      family,
      ...names.map(name => String(statuses.get(name) ?? 0)),
      String(score.meaning['found right']),
      String(score.meaning['refused wrongly']),
    ]),
  )
}

export const describeGoal = ({ text, measured, met }: Goal): string =>
  `${met ? 'met    ' : 'not met'}  ${text}: ${measured}`

const SETS: readonly CaseSet[] = ['held-out', 'development']

const manyTable = (many: readonly ManyTimes[]): string =>
  markdownTable(
    ['characters', 'the same text, ms', '5 % of words edited, ms'],
    many.map(({ characters, unedited, edited }) => [
      characters.toLocaleString('en'),
      unedited.toFixed(0),
      edited.toFixed(0),
    ]),
  )

/** The section of the benchmark page, without its title. */
export const reportOf = (results: readonly Result[], many: readonly ManyTimes[]): string => {
  const goals = SETS.map(set =>
    [
      `### Goals on the ${set} cases`,
      markdownTable(
        ['goal', 'measured', 'met'],
        goalsOf(results, set).map(({ text, measured, met }) => [text, measured, met ? 'yes' : 'no']),
      ),
    ].join('\n\n'),
  )
  const total = SETS.map(set => {
    const rows = contestants().map(({ name }) => {
      const own = results.filter(result => result.set === set && result.contestant === name)
      return [name, ...outcomes.map(outcome => String(sum(own, outcome))), perAnnotation(own).toFixed(2)]
    })
    return [`### All ${set} cases together`, markdownTable(['contestant', ...outcomes, 'ms each'], rows)].join('\n\n')
  })
  const each = families.map(({ name }) => {
    const own = results.filter(result => result.family === name && result.set === 'held-out')
    return [`### ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, familyTable(own)].join('\n\n')
  })
  const ours = results.filter(({ contestant, set }) => contestant === OURS && set === 'held-out')
  return [
    INTRODUCTION,
    contestants()
      .map(({ name, how }) => `- **${name}**: ${how}.`)
      .join('\n'),
    ...goals,
    ...total,
    `### ${ANNOTATIONS.toLocaleString('en')} annotations at once, ${OURS}`,
    manyTable(many),
    `### Verdicts of ${OURS}, held-out cases`,
    statusTable(ours),
    'The families that follow are the held-out ones.',
    ...each,
  ].join('\n\n')
}

const INTRODUCTION = `Annotations of 5 to 300 characters are made on real prose (the bundled article, the Universal Declaration of Human Rights in
English and fourteen other languages, and results sections written for this), the text is edited by a seeded generator that keeps track of where
every character went, and each contestant looks for the annotations in the new text. All get the same cases; time is that of a
whole text with its index, divided by its annotations.

*Found right* shares at least 90 % of its characters with the true passage; *found wrong* has more other characters than its own, or stands on
words that are gone or say something else; *found loosely* is between them. *Refused rightly* are passages that were deleted, or
whose words say something else now. Rules may be fitted to the development cases; the held-out ones have other seeds, and look-alike sentences
written in other words.`
