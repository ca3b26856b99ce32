import { markdownTable } from '../benchmark-page.ts'
import type { Group } from './cell-results.ts'
import { described } from './contestant-names.ts'
import type { ContestantName } from './contestant-names.ts'
import { bestPeer, figureOf, measures, resultsOf } from './figures.ts'
import type { MeasureName } from './figures.ts'

interface Goal {
  readonly work: string
  readonly size: string
  readonly measure: MeasureName
  /** Milliseconds of the goal and of the floor on the machine that the goals were set on. */
  readonly wanted: number
  readonly floor: number
}

/** The goals that this work was begun with, for 10,000 annotations. */
const goals: readonly Goal[] = [
  { work: 'anchor, 50 thousand', size: '50k', measure: 'anchor', wanted: 25, floor: 15 },
  { work: 'paint, 50 thousand', size: '50k', measure: 'paint', wanted: 30, floor: 19 },
  { work: 'anchor, 3 million', size: '3m', measure: 'anchor', wanted: 100, floor: 65 },
  { work: 'paint, 3 million', size: '3m', measure: 'paint', wanted: 40, floor: 26 },
  { work: 'add one until painted, 3 million', size: '3m', measure: 'add', wanted: 10, floor: 9 },
  { work: 'its script', size: '3m', measure: 'script', wanted: 1, floor: 2.4 },
  { work: 'annotation under the pointer, 3 million', size: '3m', measure: 'hit', wanted: 0.05, floor: 0.2 },
]
/** Milliseconds that a frame may take longer than that of the page without marks. */
const SCROLL_ALLOWANCE = 1
const ANNOTATIONS = 10_000

const met = (value: number | null, goal: number | null): string =>
  value === null || goal === null ? '–' : value <= goal ? 'met' : 'not met'
const ratioText = (ratio: number | null): string => (ratio === null ? '–' : `× ${ratio.toFixed(2)}`)

const groupOf = (groups: readonly Group[], size: string): Group | undefined =>
  groups.find(group => group.size.title === size && group.count === ANNOTATIONS)

/** A row's figures: one number a contestant, as text and as it is. */
const figuresIn = (group: Group, measure: MeasureName) => {
  const value = (name: ContestantName): number | null => figureOf(resultsOf(group, name), measure)
  const text = (number: number | null): string => number?.toFixed(measures[measure].digits) ?? '–'
  const best = bestPeer(group, measure)
  const peer = best === null ? 'none finished' : `${text(best.value)} ${described[best.name].title}`
  return { value, text, peer }
}

const goalRow = (groups: readonly Group[], { work, size, measure, wanted, floor }: Goal): string[] | null => {
  const group = groupOf(groups, size)
  if (group === undefined) return null
  const { value, text, peer } = figuresIn(group, measure)
  const [same, own, floorNow] = [value('pathmark'), value('pathmark-own-page'), value('floor')]
  const ratio = same === null || floorNow === null ? null : same / floorNow
  const goal = wanted / floor
  return [
    work,
    text(same),
    text(own),
    text(floorNow),
    peer,
    String(wanted),
    met(own ?? same, wanted),
    ratioText(ratio),
    ratioText(goal),
    met(ratio, goal),
  ]
}

const scrollRow = (groups: readonly Group[]): string[] | null => {
  const group = groupOf(groups, '3m')
  if (group === undefined) return null
  const { value, text, peer } = figuresIn(group, 'scroll')
  const [same, own, floor] = [value('pathmark'), value('pathmark-own-page'), value('floor')]
  const allowed = (bare: number | null): number | null => (bare === null ? null : bare + SCROLL_ALLOWANCE)
  const [sameGoal, ownGoal] = [allowed(value('no-marks')), allowed(value('no-marks-own-page'))]
  return [
    'a frame while scrolling, 3 million',
    text(same),
    text(own),
    text(floor),
    peer,
    `own page without marks + ${SCROLL_ALLOWANCE}: ${text(ownGoal)}`,
    met(own, ownGoal),
    ratioText(same === null || floor === null ? null : same / floor),
    `page without marks + ${SCROLL_ALLOWANCE}: ${text(sameGoal)} ms`,
    met(same, sameGoal),
  ]
}

/**
 * The goals beside what was measured. Times are those of the page that a reader gets, where one was measured; ratios are
 * between Pathmark and the floor on the same page, and do not depend on the machine.
 */
export const reportGoals = (groups: readonly Group[]): string =>
  markdownTable(
    [
      '10,000 annotations, ms',
      'Pathmark',
      'Pathmark, own page',
      'floor',
      'best peer',
      'goal',
      'by time',
      'to the floor',
      'goal',
      'on the same page',
    ],
    [...goals.map(goal => goalRow(groups, goal)), scrollRow(groups)].filter(row => row !== null),
  )
