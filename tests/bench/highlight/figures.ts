import { median } from '../measured-window.ts'
import type { Outcome } from './benchmark-window.ts'
import { isDone, valuesOf } from './cell-results.ts'
import type { Group, Results } from './cell-results.ts'
import type { Added } from './page/cell.ts'
import { described } from './contestant-names.ts'
import type { ContestantName } from './contestant-names.ts'

/** What is measured of each contestant: its title, its unit, and its outcomes as one number a round. */
interface Measure {
  readonly title: string
  readonly digits: number
  readonly unit: 'ms' | 'MiB'
  outcomes(results: Results): readonly Outcome<number>[]
}

const each = <Value>(outcomes: readonly Outcome<Value>[], number: (value: Value) => number): Outcome<number>[] =>
  outcomes.map(outcome => (outcome.kind === 'done' ? { kind: 'done', value: number(outcome.value) } : outcome))

const hasScript = (outcome: Outcome<Added>): boolean => outcome.kind !== 'done' || outcome.value.script.length > 0

const memory = (results: Results, part: 'heap' | 'resident'): Outcome<number>[] =>
  results.memory.map(value => ({ kind: 'done', value: value[part] }))

export const measures = {
  anchor: { title: 'anchor', digits: 1, unit: 'ms', outcomes: ({ anchored }) => each(anchored, a => a.milliseconds) },
  moved: { title: 'anchor, moved', digits: 1, unit: 'ms', outcomes: ({ moved }) => each(moved, a => a.milliseconds) },
  paint: { title: 'paint', digits: 1, unit: 'ms', outcomes: ({ painted }) => each(painted, value => value) },
  add: { title: 'add one', digits: 1, unit: 'ms', outcomes: ({ added }) => each(added, a => median(a.painted)) },
  script: {
    title: 'its script',
    digits: 2,
    unit: 'ms',
    outcomes: ({ added }) => each(added.filter(hasScript), a => median(a.script)),
  },
  hit: { title: 'hit-test', digits: 3, unit: 'ms', outcomes: ({ hits }) => each(hits, h => median(h.milliseconds)) },
  scroll: {
    title: 'scroll frame',
    digits: 1,
    unit: 'ms',
    outcomes: ({ scrolled }) => each(scrolled, s => median(s.frames)),
  },
  heap: { title: 'heap', digits: 1, unit: 'MiB', outcomes: results => memory(results, 'heap') },
  resident: { title: 'resident', digits: 0, unit: 'MiB', outcomes: results => memory(results, 'resident') },
} as const satisfies Record<string, Measure>
export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as MeasureName[]

/** The median over the rounds; null when there is none, or when a round did not finish. */
export const figureOf = (results: Results, measure: MeasureName): number | null => {
  const outcomes = measures[measure].outcomes(results)
  return isDone(outcomes) ? median(valuesOf(outcomes)) : null
}

export const resultsOf = (group: Group, name: ContestantName): Results => {
  const results = group.results.find(one => one.name === name)
  if (results === undefined) throw new Error(`${name} has no results.`)
  return results
}

/** A figure as it is printed, or why there is none. */
export const shownFigure = (results: Results, measure: MeasureName): string => {
  const value = figureOf(results, measure)
  if (value !== null) return value.toFixed(measures[measure].digits)
  const kinds = new Set(measures[measure].outcomes(results).map(({ kind }) => kind))
  if (kinds.has('over-budget')) return 'did not finish'
  if (kinds.has('not-tried')) return 'not tried'
  return kinds.has('failed') ? 'failed' : '–'
}

/** The peer that did it fastest, among those that finished. */
export const bestPeer = (group: Group, measure: MeasureName): { name: ContestantName; value: number } | null => {
  let best: { name: ContestantName; value: number } | null = null
  for (const results of group.results) {
    const value = described[results.name].peer ? figureOf(results, measure) : null
    if (value !== null && (best === null || value < best.value)) best = { name: results.name, value }
  }
  return best
}
