import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { LibrarySearch } from '#library/searching/library-search.ts'
import { searchFolder } from '#library/searching/place-index.ts'
import { searchInThread } from '#library/searching/search-in-thread.ts'
import { markdownTable, writeBenchmarkSection } from './benchmark-page.ts'
import { percentile } from './keeping/measure-keeping.ts'
import { makePlainIndex } from './library/search/plain-index.ts'
import { makeSearchedArticles } from './library/search/searched-articles.ts'

const COUNT = Number(process.env['PATHMARK_BENCH_ARTICLES'] ?? 10_000)
const QUERY_GOAL = 50
const MEMORY_GOAL = 150
const ROUNDS = 5

/** What readers ask, by what is special about it. A query that ends with a blank is finished; the others are still being typed. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'one word': ['minocycline ', 'microglia ', 'allodynia ', 'CCL2 ', 'morphine '],
  'a word that stands nearly everywhere': ['cells ', 'pain ', 'the '],
  'several words': [
    'microglia pain ',
    'morphine tolerance astrocytes ',
    'stem cells IL-10 ',
    'the role of BDNF ',
    'minocycline P2X4 allodynia ',
  ],
  symbols: ['IL-10 ', 'TNF-alpha ', 'IL1β ', 'il10 tnfα '],
  'a phrase': ['"dorsal horn" ', '"spinal microglia" ', '"of the pain" '],
  'left out, and fields': ['microglia -morphine ', 'title:pain ', 'title:microglia IL-10 ', 'neuropathic -morphine '],
  'being typed': ['mic', 'micro', 'neuropa', 'spinal inj', 'stem cells anti-infl', 'min'],
  misspelt: ['micorglia ', 'morfine tolerance ', 'alodynia ', 'minocyclin astrocites ', 'neuropahtic pain '],
}

const plainQueries = [
  'minocycline',
  'microglia',
  'cells',
  'pain',
  'microglia pain',
  'morphine tolerance astrocytes',
  '"dorsal horn"',
]

const residentMegabytes = (): number => process.memoryUsage().rss / 2 ** 20
const ms = (value: number): string => value.toFixed(1)

const timesOf = async (ask: (query: string) => Promise<unknown>, asked: readonly string[]): Promise<number[]> => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const query of asked) {
      const start = performance.now()
      await ask(query)
      times.push(performance.now() - start)
    }
  return times.toSorted((a, b) => a - b)
}

test('the search over a library of many articles', async () => {
  test.setTimeout(60 * 60_000)
  const root = await mkdtemp(join(tmpdir(), 'pathmark-bench-'))
  const library = join(root, 'library')
  try {
    const documents = await makeSearchedArticles(library, COUNT)
    const before = residentMegabytes()
    let most = before
    const watch = setInterval(() => (most = Math.max(most, residentMegabytes())), 50)
    const search = new LibrarySearch({
      library: { path: library, documents: () => documents },
      program: 'the benchmark',
      now: () => new Date().toISOString(),
      search: searchInThread(pathToFileURL(resolve('out/main/search-thread.js'))),
    })
    const refreshed = async (): Promise<number> => {
      const start = performance.now()
      const result = await search.refresh()
      if (!result.ok) throw new Error(result.error.message)
      return performance.now() - start
    }
    const building = await refreshed()
    const looking = await refreshed()
    const changed = join(library, 'documents', 'searched-article-7', 'notes.json')
    await writeFile(changed, `${await readFile(changed, 'utf8')} `)
    const step = await search.refresh(['searched-article-7'])
    expect(step).toMatchObject({ ok: true, value: { changed: 1 } })
    const ask = async (typed: string): Promise<void> => {
      const asked = await search.ask({ typed, document: null, documents: 30, hits: 3 })
      if (!asked.ok) throw new Error(asked.error.message)
      expect(asked.value.answer.documents.length, typed).toBeGreaterThan(0)
    }
    const rows: string[][] = []
    const all: number[] = []
    for (const [kind, asked] of Object.entries(queries)) {
      const times = await timesOf(ask, asked)
      all.push(...times)
      const row = [
        kind,
        String(asked.length),
        ms(percentile(times, 0.5)),
        ms(percentile(times, 0.95)),
        ms(times.at(-1) ?? Number.NaN),
      ]
      console.log(row.join(' | '))
      rows.push(row)
    }
    clearInterval(watch)
    const after = residentMegabytes()
    const size = (await stat(join(searchFolder(library), 'index.sqlite'))).size / 2 ** 20
    await search.close()
    const start = performance.now()
    const plainFile = join(root, 'plain.sqlite')
    const plain = makePlainIndex(
      plainFile,
      library,
      documents.map(({ id }) => id),
    )
    const plainBuilding = performance.now() - start
    const plainTimes = await timesOf(async query => plain.ask(query), plainQueries)
    plain.close()
    const plainSize = (await stat(plainFile)).size / 2 ** 20
    const sorted = all.toSorted((a, b) => a - b)
    const total = [
      '**all**',
      String(Object.values(queries).flat().length),
      ms(percentile(sorted, 0.5)),
      ms(percentile(sorted, 0.95)),
      ms(sorted.at(-1) ?? Number.NaN),
    ]
    const verdict = (met: boolean): string => (met ? 'met' : 'not met')
    const body = `${COUNT.toLocaleString('en')} generated articles of 6 kB, with words as often as texts have them, searched in a thread as the window does it.
Goals: an answer in less than ${QUERY_GOAL} ms (95th percentile: ${verdict(percentile(sorted, 0.95) < QUERY_GOAL)}), and at most ${MEMORY_GOAL} MiB more than before
(${verdict(most - before <= MEMORY_GOAL)}). Beside it FTS5 as it comes: an article a row, without passages, other forms of words and typing errors, filled in one go.

${markdownTable(
  ['', 'this index', 'plain FTS5'],
  [
    ['made from nothing, s', (building / 1000).toFixed(1), (plainBuilding / 1000).toFixed(1)],
    ['looked through for changes, none found, ms', ms(looking), '–'],
    ['file, MiB', size.toFixed(0), plainSize.toFixed(0)],
    ['memory while it is made and asked, at most, MiB more than before', (most - before).toFixed(0), '–'],
    ['memory after that, MiB more than before', (after - before).toFixed(0), '–'],
    ['an answer, median, ms', ms(percentile(sorted, 0.5)), ms(percentile(plainTimes, 0.5))],
    ['an answer, 95th percentile, ms', ms(percentile(sorted, 0.95)), ms(percentile(plainTimes, 0.95))],
  ],
)}

${markdownTable(['queries', 'number', 'median, ms', '95th percentile, ms', 'longest, ms'], [...rows, total])}`
    console.log(body)
    writeBenchmarkSection('Searching a library of 10,000 articles', `Node ${process.versions.node}`, body)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})
