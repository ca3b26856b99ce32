import { markdownTable } from '../benchmark-page.ts'
import type { Group } from './cell-results.ts'
import { described } from './contestant-names.ts'
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

const met = (yes: boolean): string => (yes ? 'met' : 'not met')

const goalRow = (groups: readonly Group[], { work, size, measure, wanted, floor }: Goal): string[] | null => {
  const group = groups.find(one => one.size.title === size && one.count === ANNOTATIONS)
  if (group === undefined) return null
  const ours = figureOf(resultsOf(group, 'pathmark'), measure)
  const floorNow = figureOf(resultsOf(group, 'floor'), measure)
  const best = bestPeer(group, measure)
  const { digits } = measures[measure]
  const text = (value: number | null): string => value?.toFixed(digits) ?? '–'
  const ratio = ours === null || floorNow === null ? null : ours / floorNow
  return [
    work,
    text(ours),
    text(floorNow),
    best === null ? 'none finished' : `${text(best.value)} ${described[best.name].title}`,
    String(wanted),
    met(ours !== null && ours <= wanted),
    ratio === null ? '–' : `× ${ratio.toFixed(2)}`,
    `× ${(wanted / floor).toFixed(2)}`,
    met(ratio !== null && ratio <= wanted / floor),
  ]
}

const scrollRow = (groups: readonly Group[]): string[] | null => {
  const group = groups.find(one => one.size.title === '3m' && one.count === ANNOTATIONS)
  if (group === undefined) return null
  const ours = figureOf(resultsOf(group, 'pathmark'), 'scroll')
  const floor = figureOf(resultsOf(group, 'floor'), 'scroll')
  const bare = figureOf(resultsOf(group, 'no-marks'), 'scroll')
  const best = bestPeer(group, 'scroll')
  const text = (value: number | null): string => value?.toFixed(1) ?? '–'
  const wanted = bare === null ? null : bare + SCROLL_ALLOWANCE
  return [
    'a frame while scrolling, 3 million',
    text(ours),
    text(floor),
    best === null ? 'none finished' : `${text(best.value)} ${described[best.name].title}`,
    `${text(wanted)} (page without marks + ${SCROLL_ALLOWANCE})`,
    met(ours !== null && wanted !== null && ours <= wanted),
    ours === null || floor === null ? '–' : `× ${(ours / floor).toFixed(2)}`,
    '–',
    '–',
  ]
}

/** The goals beside what was measured: as times, and as ratios to the floor, which do not depend on the machine. */
export const reportGoals = (groups: readonly Group[]): string =>
  markdownTable(
    ['10,000 annotations, ms', 'Pathmark', 'floor', 'best peer', 'goal', 'by time', 'to the floor', 'goal', 'by ratio'],
    [...goals.map(goal => goalRow(groups, goal)), scrollRow(groups)].filter(row => row !== null),
  )
