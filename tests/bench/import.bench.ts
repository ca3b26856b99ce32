import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { buildProgram } from '../integration/store/child-program.ts'
import { markdownTable, writeBenchmarkSection } from './benchmark-page.ts'
import { benchFiles } from './import/bench-files.ts'
import type { BenchFile } from './import/bench-files.ts'
import type { Importing } from './import/import-program.ts'
import type { Reading } from './import/measure-reading.ts'
import { wordsKept } from './import/text-kept.ts'

const ROUNDS = 3
const AGAIN = 5
const IN_A_ROW = 5
const GOAL = 1.3
const OUTPUT = 256 * 1024 * 1024

const HOW = `Generated files. *Bare* is the library that others would take, and no more: linkedom with @mozilla/readability for a page (for each page of a book,
unpacked before), pdf.js giving the pieces of text for a PDF document. *Reading* is Pathmark's way to a canonical article with blocks, sections, links and
metadata; *with the purifier* adds DOMPurify over jsdom. Contestants take turns, ${ROUNDS} rounds, each in a process of its own that reads the file once and then
${AGAIN} times more. Times are of the processor, because the machine may have other things to do; the median counts. *Words kept*: F1 over the words of the article,
menus, running heads and page numbers left out. The goal is ${GOAL} times the bare library.`

const HOW_APART = `The same files through the processes that the program imports with: *one* file from the start of the processes to their end, and each of ${IN_A_ROW} *in a
row*, where the purifier is kept. *Bare* is a process that loads the bare library and reads the file once. Memory is what all import processes hold together at most.`

const contestantNames = ['bare', 'reading', 'purified'] as const
type ContestantName = (typeof contestantNames)[number]

interface Programs {
  readonly bare: string
  readonly own: string
  readonly import: string
}

const run = async <T>(program: string, parameters: readonly string[]): Promise<T> => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...parameters], { maxBuffer: OUTPUT })
  return JSON.parse(stdout) as T
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

interface Measured {
  readonly readings: Readonly<Record<ContestantName, readonly Reading[]>>
  readonly one: readonly Importing[]
  readonly row: readonly Importing[]
}

const measure = async (file: BenchFile, folder: string, programs: Programs): Promise<Measured> => {
  const path = join(folder, file.name)
  await writeFile(path, file.bytes)
  const pages = await Promise.all(
    (file.inside ?? []).map(async (content, at) => {
      const inside = `${path}.${at}.html`
      await writeFile(inside, content)
      return inside
    }),
  )
  const readings: Record<ContestantName, Reading[]> = { bare: [], reading: [], purified: [] }
  const [one, row]: [Importing[], Importing[]] = [[], []]
  const built = resolve('out/cli/import/import-program.cjs')
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of contestantNames)
      readings[name].push(
        await run<Reading>(name === 'bare' ? programs.bare : programs.own, [name, path, String(AGAIN), ...pages]),
      )
    one.push(await run<Importing>(programs.import, [built, path, '1']))
    row.push(await run<Importing>(programs.import, [built, path, String(IN_A_ROW)]))
  }
  return { readings, one, row }
}

const verdict = (ratio: number): string => (ratio <= GOAL ? 'met' : 'not met')

const inWords: Readonly<Record<ContestantName, string>> = {
  bare: 'bare',
  reading: 'Pathmark, reading',
  purified: 'Pathmark, with the purifier',
}

const readingRows = (file: BenchFile, { readings }: Measured): string[][] => {
  const timeOf = (name: ContestantName): number => median(readings[name].flatMap(({ again }) => again))
  return contestantNames.map(name => {
    const time = timeOf(name)
    const ratio = time / timeOf('bare')
    return [
      file.what,
      inWords[name],
      time.toFixed(0),
      ((file.pages * 1000) / time).toFixed(1),
      wordsKept(readings[name][0]?.text ?? '', file.expected).toFixed(3),
      median(readings[name].map(({ memory }) => memory)).toFixed(0),
      name === 'bare' ? '' : ratio.toFixed(2),
      name === 'bare' ? '' : verdict(ratio),
    ]
  })
}

const apartRow = (file: BenchFile, { readings, one, row }: Measured): string[] => {
  const bare = median(readings.bare.map(({ first }) => first))
  const [alone, inRow] = [median(one.map(({ each }) => each)), median(row.map(({ each }) => each))]
  return [
    file.what,
    bare.toFixed(0),
    alone.toFixed(0),
    inRow.toFixed(0),
    median(row.map(({ memory }) => memory)).toFixed(0),
    (alone / bare).toFixed(2),
    (inRow / bare).toFixed(2),
    verdict(inRow / bare),
  ]
}

test('reading and importing files of several kinds, beside the bare libraries', async () => {
  test.setTimeout(60 * 60_000)
  const folder = await mkdtemp(join(tmpdir(), 'pathmark-bench-import-'))
  try {
    for (const name of ['bare', 'own', 'import']) await mkdir(join(folder, name))
    const programs: Programs = {
      bare: await buildProgram('tests/bench/import/programs/bare-program.ts', join(folder, 'bare'), []),
      own: await buildProgram('tests/bench/import/programs/own-program.ts', join(folder, 'own')),
      import: await buildProgram('tests/bench/import/import-program.ts', join(folder, 'import')),
    }
    const reading: string[][] = []
    const apart: string[][] = []
    for (const file of benchFiles()) {
      const measured = await measure(file, folder, programs)
      const rows = readingRows(file, measured)
      for (const line of [...rows, apartRow(file, measured)]) console.log(line.join(' | '))
      reading.push(...rows)
      apart.push(apartRow(file, measured))
      for (const { text } of [...measured.readings.purified, ...measured.one, ...measured.row])
        expect(text).toBe(measured.readings.reading[0]?.text)
    }
    writeBenchmarkSection(
      'Importing',
      `Node ${process.versions.node}`,
      [
        HOW,
        markdownTable(['file', '', 'ms', 'pages a second', 'words kept', 'MiB', 'times bare', 'goal'], reading),
        '### With its processes',
        HOW_APART,
        markdownTable(
          ['file', 'bare ms', 'one ms', 'in a row ms', 'MiB', 'one / bare', 'in a row / bare', 'goal'],
          apart,
        ),
      ].join('\n\n'),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
