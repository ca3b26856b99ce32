import { markdownTable } from '../benchmark-page.ts'
import type { PageCase } from './page-case.ts'
import { extractors } from './extractors.ts'
import { scoreText } from './score-text.ts'
import type { TextScore } from './score-text.ts'

/** What one extractor made of the pages of one folder. */
interface Row {
  readonly name: string
  readonly scores: readonly TextScore[]
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
    milliseconds: [] as number[],
    failed: 0,
  }))
  for (const { bytes, expected, allowed } of pages) {
    for (const row of rows) {
      const before = performance.now()
      const text = await row.extractor.extract(bytes).catch(() => null)
      row.milliseconds.push(performance.now() - before)
      row.scores.push(text === null ? NOTHING : scoreText(text, expected, allowed))
      if (text === null) row.failed += 1
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
