import { expect, test } from '@playwright/test'
import { writeBenchmarkSection } from './benchmark-page.ts'
import { BUDGET, startRuntime } from './highlight/benchmark-window.ts'
import { bundlePage } from './highlight/bundle-page.ts'
import { valuesOf } from './highlight/cell-results.ts'
import type { Group } from './highlight/cell-results.ts'
import { contestantNames, described } from './highlight/contestant-names.ts'
import type { ContestantName } from './highlight/contestant-names.ts'
import { resultsOf } from './highlight/figures.ts'
import { reportGoals } from './highlight/report-goals.ts'
import { reportGroup } from './highlight/report-groups.ts'
import { SizeRun } from './highlight/run-cells.ts'

const SIZES = [
  { title: '50k', words: '50 thousand', length: 50_000 },
  { title: '500k', words: '500 thousand', length: 500_000 },
  { title: '3m', words: '3 million', length: 3_000_000 },
] as const
const COUNTS = [100, 1_000, 10_000] as const

/** One size for everyday use; all of them, with more rounds, for the page. */
const only = process.env['PATHMARK_BENCH']
const roundsOf = (count: number): number => (only === undefined && count === 10_000 ? 3 : 1)

const HOW_GOALS_ARE_READ = `Times are those of the page that a reader gets (*own page*: chunks that the browser lays out near the view), anchoring apart;
ratios compare Pathmark with the floor on the same page. The goals were set on another machine: there the ratios count.`

const WHAT_IS_MEASURED = `Each cell is a fresh page in a process of its own that shows the same generated article (nested inline markup, lists, tables) with the
same annotations: 20 to 300 characters, a fifth begin inside another one, some run across blocks. Contestants take turns; the
figures are medians of three rounds for 10,000 annotations, and of one for fewer and for a peer that takes long. A step that
takes more than ${BUDGET / 1_000} s did not finish, and is not tried with more annotations.

- **anchor**: from what an annotation keeps (quote, context, position) to places in the page, for all; an index over the page is
  part of it. Every place is compared with the truth.
- **anchor, moved**: the same when every stored position is 7,000 characters off, as after a chapter was taken out; only the words
  and their context lead there. Recogito goes by the position alone and is left out.
- **paint**: from places to the end of the first frame that shows them. The frame begins when the call is made and ends when style,
  layout and paint of the main thread are done (a message posted in its callback arrives); waiting for the screen is not in it
  unless a contestant itself puts its drawing off.
- **add one**: one more mark in view, until the end of the frame that shows it; **its script** is the call alone (none for a
  contestant that draws later).
- **hit-test**: the annotations under a point, the mean of 200 points in view.
- **scroll frame**: main thread of a frame from its scroll event on, 240 pixels a frame, the median.
- **heap**, **resident**: what painting adds to live JavaScript objects and to the memory of the page's process.
- **characters painted right**: of the characters in view that annotations cover, those that are seen so, looked at after painting and
  after adding.`

/** Figures of what is not right would say nothing. */
const expectRight = (group: Group, name: ContestantName): void => {
  const results = resultsOf(group, name)
  for (const { right } of valuesOf([...results.anchored, ...results.moved])) expect(right).toBe(group.count)
  for (const { shown, wanted, wrong } of valuesOf(results.checked))
    expect({ shown, wrong }).toEqual({ shown: wanted, wrong: 0 })
  for (const { right, asked } of valuesOf(results.hits)) expect(right).toBe(asked)
  for (const { complete, looked } of valuesOf(results.scrolled)) expect(complete).toBe(looked)
}

test('anchoring, painting, adding, hit-testing, scrolling and memory, side by side', async () => {
  test.setTimeout(1_800_000)
  const app = await startRuntime(await bundlePage(process.env['PATHMARK_SCRATCH'] ?? 'test-results'))
  const runtime = await app.evaluate(
    () => `Electron ${process.versions.electron} (Chromium ${process.versions.chrome})`,
  )
  const groups: Group[] = []
  for (const size of SIZES.filter(({ title }) => only === undefined || title === only)) {
    const run = new SizeRun(app, size)
    for (const count of COUNTS) {
      const group = await run.run(count, roundsOf(count))
      groups.push(group)
      console.log(`\n${size.words} characters\n${reportGroup(group)}`)
    }
  }
  await app.close()
  const goals = reportGoals(groups)
  console.log(`\n${goals}`)

  for (const group of groups) for (const name of ['pathmark', 'pathmark-own-page'] as const) expectRight(group, name)
  if (only !== undefined) return
  const sections = SIZES.map(({ title, words }) =>
    [`### ${words} characters`, ...groups.filter(group => group.size.title === title).map(reportGroup)].join('\n\n'),
  )
  const who = contestantNames.map(name => `- ${described[name].title}: ${described[name].did}`).join('\n')
  writeBenchmarkSection(
    'Anchoring and painting highlights',
    runtime,
    [goals, HOW_GOALS_ARE_READ, WHAT_IS_MEASURED, '### Who takes part', who, ...sections].join('\n\n'),
  )
})
