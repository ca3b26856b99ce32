import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { markdownTable, writeBenchmarkSection } from './benchmark-page.ts'
import { percentile } from './keeping/measure-keeping.ts'
import { filterTimes, queryTimes, scrollFrames, showAs, showList, waitForAll } from './library/in-the-list.ts'
import { makePreparedLibrary } from './library/prepared-library.ts'
import { median, startMeasured } from './measured-window.ts'
import type { MeasuredWindow } from './measured-window.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ROUNDS = 4
/** Articles of the two libraries that are compared. */
const SMALL = 10
const LARGE = Number(process.env['PATHMARK_BENCH_ARTICLES'] ?? 10_000)
const SIZES = [SMALL, LARGE] as const
/** A frame that took longer than this was a missed one of a 60 Hz screen, in milliseconds. */
const FRAME = 17.5
/** Pixels and frames of a scroll: fifteen rows or two lines of cards a frame, as fast as a wheel is turned at most. */
const STEP = 700
const FRAMES = 150
const MEMORY_GOAL = 150
const QUERY_GOAL = 50

const FILTERS = ['m', 'mu', 'muller', 'muller pain', 'cohort nurses', 'zzz', 'brain 2004', '']
const QUERIES = [
  'microglia ',
  'pain ',
  'morphine tolerance astrocytes ',
  'IL-10 ',
  '"dorsal horn" ',
  'neuropa',
  'alodynia ',
]

/** What is measured of a window, in milliseconds or MiB; all values of all rounds. */
const QUANTITIES = {
  painted: 'start to first paint, ms',
  readable: 'start to readable article, ms',
  begun: 'memory of all processes, the article readable, MiB',
  shown: 'the keys for the list until it is drawn, ms',
  listed: 'memory, all articles listed, MiB',
  filtered: 'a text in the field until the list is laid out, ms',
  asked: 'a query until the window has its answer, ms',
  used: 'memory, after scrolling, cards with covers, and queries, MiB',
} as const
type Quantity = keyof typeof QUANTITIES
type Measured = Record<Quantity, number[]>

const nothing = (): Measured => ({
  painted: [],
  readable: [],
  begun: [],
  shown: [],
  listed: [],
  filtered: [],
  asked: [],
  used: [],
})

const timeTo = async ({ page, startedAt }: MeasuredWindow, entry: string): Promise<number> => {
  await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, entry)
  const at = await page.evaluate(
    name => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    entry,
  )
  return at - startedAt
}

/** Frames of a window at rest, of the list and of the cards of the large library being scrolled. */
interface Frames {
  readonly rest: number[]
  readonly list: number[]
  readonly cards: number[]
}

const measure = async (window: MeasuredWindow, size: number, to: Measured, frames: Frames): Promise<void> => {
  const { page } = window
  to.painted.push(await timeTo(window, 'first-contentful-paint'))
  to.readable.push(await timeTo(window, 'pathmark:article-shown'))
  to.begun.push(window.memory())
  to.shown.push(await showList(page))
  await waitForAll(page, size)
  to.listed.push(window.memory())
  to.filtered.push(...(await filterTimes(page, FILTERS)))
  const isLarge = size === LARGE
  const [rest, list] = [await scrollFrames(page, 0, FRAMES / 3), await scrollFrames(page, STEP, FRAMES)]
  await showAs(page, 'Cards')
  const cards = await scrollFrames(page, STEP, FRAMES)
  await showAs(page, 'List')
  if (isLarge)
    for (const [name, times] of Object.entries({ rest, list, cards })) frames[name as keyof Frames].push(...times)
  to.asked.push(...(await queryTimes(page, QUERIES)))
  to.used.push(window.memory())
}

const share = (times: readonly number[], part: number): number =>
  percentile(
    times.toSorted((a, b) => a - b),
    part,
  )

const framesLine = (what: string, times: readonly number[]): string => {
  const missed = times.filter(time => time > FRAME).length
  return `- ${what}: median ${share(times, 0.5).toFixed(1)} ms a frame, p95 ${share(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms; ${missed} of ${times.length} took longer than ${FRAME} ms`
}

test('a library of ten thousand articles against one of ten', async () => {
  test.setTimeout(1_200_000)
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-bench-'))
  // Each has its own settings: they say which article was open last, and that one is opened.
  const environment = (size: number): NodeJS.ProcessEnv => ({
    ...process.env,
    XDG_CONFIG_HOME: join(folder, `config-${size}`),
    XDG_DATA_HOME: join(folder, `data-${size}`),
  })
  const measured = new Map(SIZES.map(size => [size, nothing()]))
  const frames: Frames = { rest: [], list: [], cards: [] }
  let version = ''
  try {
    for (const size of SIZES) {
      mkdirSync(join(folder, String(size)))
      await makePreparedLibrary(join(folder, String(size)), size)
    }
    // The first round fills caches and is not counted; then the two take turns.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const size of SIZES) {
        const window = await startMeasured(ROOT, ['--library', join(folder, String(size))], environment(size))
        const counted = round > 0
        const to = (counted ? measured.get(size) : undefined) ?? nothing()
        await measure(window, size, to, counted ? frames : { rest: [], list: [], cards: [] })
        version = await window.page.evaluate(() => /Electron\/(\S+)/.exec(navigator.userAgent)?.[1] ?? 'unknown')
        await window.end()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const [small, large] = SIZES.map(size => measured.get(size) ?? nothing()) as [Measured, Measured]
  const rows = (Object.keys(QUANTITIES) as Quantity[]).map(name => {
    const [of10, of10k] = [median(small[name]), median(large[name])]
    const digits = of10 < 100 ? 1 : 0
    return [
      QUANTITIES[name],
      of10.toFixed(digits),
      of10k.toFixed(digits),
      (of10k - of10).toFixed(digits),
      (of10k / of10).toFixed(2),
    ]
  })
  const count = LARGE.toLocaleString('en')
  const table = markdownTable(['medians', `${SMALL} articles`, `${count} articles`, 'difference', 'ratio'], rows)
  const more = Math.max(
    ...(['begun', 'listed', 'used'] as const).map(name => median(large[name]) - median(small[name])),
  )
  const verdict = (met: boolean): string => (met ? 'met' : 'not met')
  const [p95Filter, p95Query] = [share(large.filtered, 0.95), share(large.asked, 0.95)]
  const lines = [
    `Both libraries have their files, texts, covers and a built search index. ${ROUNDS} starts of each, in turns. In the library of ${count}:`,
    '',
    framesLine('the window at rest', frames.rest),
    framesLine(`the list, scrolled by ${STEP} pixels a frame`, frames.list),
    framesLine(`the cards, likewise`, frames.cards),
    `- a text in the filter’s field until the list is laid out: p95 ${p95Filter.toFixed(1)} ms (goal: under ${QUERY_GOAL} ms, ${verdict(p95Filter < QUERY_GOAL)})`,
    `- a query until the window has its answer: p95 ${p95Query.toFixed(1)} ms (goal: under ${QUERY_GOAL} ms, ${verdict(p95Query < QUERY_GOAL)})`,
    `- most memory above the small library’s: ${more.toFixed(0)} MiB (goal: at most ${MEMORY_GOAL} MiB, ${verdict(more <= MEMORY_GOAL)})`,
  ].join('\n')
  console.log(`${table}\n${lines}`)
  writeBenchmarkSection(`A library of ${count} articles`, `Electron ${version}`, `${table}\n\n${lines}`)
  expect(p95Filter).toBeGreaterThan(0)
})
