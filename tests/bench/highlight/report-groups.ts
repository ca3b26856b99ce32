import { markdownTable } from '../benchmark-page.ts'
import { valuesOf } from './cell-results.ts'
import type { Group, Results } from './cell-results.ts'
import { described } from './contestant-names.ts'
import { bestPeer, figureOf, measureNames, measures, resultsOf, shownFigure } from './figures.ts'
import type { MeasureName } from './figures.ts'

const TIMES = ['anchor', 'moved', 'paint', 'add', 'script', 'hit', 'scroll'] as const satisfies readonly MeasureName[]

const ratio = (value: number, other: number): string => `× ${(value / other).toFixed(2)}`

/** Characters in view that were shown as marked, of those that the marks cover; every look at the page counts. */
const paintedRight = ({ checked }: Results): string => {
  const checks = valuesOf(checked)
  if (checks.length === 0) return '–'
  const sum = (part: 'wanted' | 'shown' | 'wrong'): number => checks.reduce((total, check) => total + check[part], 0)
  const wrong = sum('wrong')
  return `${sum('shown')} of ${sum('wanted')}${wrong === 0 ? '' : `, ${wrong} wrongly`}`
}

/** What a contestant did not get right, in words; none for one that did. */
const shortcomings = (results: Results, count: number): string[] => {
  const { title } = described[results.name]
  const lines: string[] = []
  const failed = [...results.anchored, ...results.moved, ...results.painted].find(outcome => outcome.kind === 'failed')
  if (failed?.kind === 'failed') lines.push(`${title} failed: ${failed.message.split('\n')[0] ?? ''}.`)
  const anchored = valuesOf(results.anchored).at(0)
  if (anchored !== undefined && anchored.right < count)
    lines.push(`${title} put ${anchored.right} of ${count} where they are.`)
  const moved = valuesOf(results.moved).at(0)
  if (moved !== undefined && moved.right < count)
    lines.push(`${title} put ${moved.right} of ${count} where they are when their positions were others.`)
  if (described[results.name].bare) return lines
  const hits = valuesOf(results.hits).at(0)
  if (hits !== undefined && hits.right < hits.asked)
    lines.push(`${title} answered ${hits.right} of ${hits.asked} questions for the marks under the pointer rightly.`)
  const scrolled = valuesOf(results.scrolled)
  const looked = scrolled.reduce((sum, one) => sum + one.looked, 0)
  const complete = scrolled.reduce((sum, one) => sum + one.complete, 0)
  if (complete < looked) lines.push(`${title} showed all marks in ${complete} of ${looked} frames while scrolling.`)
  return lines
}

const figuresTable = (group: Group): string =>
  markdownTable(
    ['', ...measureNames.map(name => `${measures[name].title}, ${measures[name].unit}`), 'characters painted right'],
    group.results.map(results => [
      described[results.name].title,
      ...measureNames.map(name => shownFigure(results, name)),
      described[results.name].bare ? '–' : paintedRight(results),
    ]),
  )

const ratiosTable = (group: Group): string =>
  markdownTable(
    ['Pathmark against', ...TIMES.map(name => measures[name].title)],
    [
      [
        'the floor',
        ...TIMES.map(name => {
          const ours = figureOf(resultsOf(group, 'pathmark'), name)
          const floor = figureOf(resultsOf(group, 'floor'), name)
          return ours === null || floor === null ? '–' : ratio(ours, floor)
        }),
      ],
      [
        'the best peer',
        ...TIMES.map(name => {
          const ours = figureOf(resultsOf(group, 'pathmark'), name)
          const best = bestPeer(group, name)
          return ours === null || best === null ? '–' : `${ratio(ours, best.value)} ${described[best.name].title}`
        }),
      ],
    ],
  )

/** One size with one number of annotations: every figure, our ratios, and what was not right. */
export const reportGroup = (group: Group): string => {
  const wrong = group.results.flatMap(results => shortcomings(results, group.count))
  return [
    `#### ${group.count.toLocaleString('en')} annotations`,
    figuresTable(group),
    ratiosTable(group),
    wrong.length === 0
      ? 'Everything that was measured was right.'
      : `Apart from this everything was right:\n\n${wrong.map(line => `- ${line}`).join('\n')}`,
  ].join('\n\n')
}
