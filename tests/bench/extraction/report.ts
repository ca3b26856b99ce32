import { markdownTable } from '../benchmark-page.ts'
import type { PageCase } from './page-case.ts'
import { compareSaid, saidFields } from './compare-said.ts'
import type { Said } from './compare-said.ts'
import { extractors } from './extractors.ts'
import { scoreText } from './score-text.ts'
import type { TextScore } from './score-text.ts'

/** What one extractor made of the pages of one folder. */
interface Row {
  readonly name: string
  readonly scores: readonly TextScore[]
  /** What it says of each page outside of its text. */
  readonly said: readonly Said[]
  readonly milliseconds: readonly number[]
  /** Pages that it threw an error for. */
  readonly failed: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`

export const meanRecall = ({ scores }: Row): number => mean(scores.map(({ recall }) => recall))

const NOTHING: TextScore = { recall: 0, precision: 0, f1: 0, order: 0 }

/** Lets all extractors read each page in turn. */
export const compareOn = async (pages: readonly PageCase[]): Promise<readonly Row[]> => {
  const rows = extractors.map(extractor => ({
    extractor,
    scores: [] as TextScore[],
    said: [] as Said[],
    milliseconds: [] as number[],
    failed: 0,
  }))
  for (const { bytes, expected, allowed } of pages) {
    for (const row of rows) {
      const before = performance.now()
      const found = await row.extractor.extract(bytes).catch(() => null)
      row.milliseconds.push(performance.now() - before)
      row.scores.push(found === null ? NOTHING : scoreText(found.text, expected, allowed))
      row.said.push(found?.says ?? {})
      if (found === null) row.failed += 1
    }
  }
  return rows.map(({ extractor, ...row }) => ({ name: extractor.name, ...row }))
}

/** A table of means: an extractor a line. */
export const tableOf = (rows: readonly Row[]): string =>
  markdownTable(
    ['extractor', 'recall', 'precision', 'F1', 'order', 'pages below 90 % recall', 'failed', 'ms a page'],
    rows.map(({ name, scores, milliseconds, failed }) => [
      name,
      ...(['recall', 'precision', 'f1', 'order'] as const).map(key => percent(mean(scores.map(score => score[key])))),
      String(scores.filter(({ recall }) => recall < 0.9).length),
      String(failed),
      mean(milliseconds).toFixed(0),
    ]),
  )

/** What each extractor kept of each page, a page a line: recall, precision and F1 in percent. */
export const pageTableOf = (rows: readonly Row[], pages: readonly PageCase[]): string =>
  markdownTable(
    ['page', ...rows.map(({ name }) => name)],
    pages.map((page, index) => [
      page.name,
      ...rows.map(({ scores }) => {
        const { recall, precision, f1 } = scores[index] ?? NOTHING
        return [recall, precision, f1].map(value => (100 * value).toFixed(0)).join(' · ')
      }),
    ]),
  )

/** How many pages each extractor says right, of those that say it, and of how many it says what they do not. Null where nothing was written down. */
export const saidTableOf = (rows: readonly Row[], pages: readonly PageCase[]): string | null => {
  if (pages.every(({ says }) => says === null)) return null
  return markdownTable(
    ['extractor', ...saidFields.flatMap(field => [field, 'wrong'])],
    rows.map(({ name, said }) => [
      name,
      ...saidFields.flatMap(field => {
        const scores = pages.flatMap(({ says }, index) =>
          says === null ? [] : [compareSaid(field, said[index] ?? {}, says)],
        )
        const count = (kind: 'asked' | 'right' | 'wrong'): number => scores.filter(score => score[kind]).length
        return [`${count('right')} of ${count('asked')}`, String(count('wrong'))]
      }),
    ]),
  )
}
