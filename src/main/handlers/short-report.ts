import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'

/** Works of one file, and marks of all of them, that the window lists; all are in the library, whatever is told. */
const MOST_WORKS = 500
const MOST_MARKS = 1_000

/** The report with as much of it as anybody would look through, those first that need the reader. */
export const shortReport = (report: MarksReport): MarksReport => {
  const needs = ({ counts: { waiting, uncertain, changed } }: WorkReport): number => waiting + uncertain + changed
  let left = MOST_MARKS
  const works = report.works
    .toSorted((a, b) => Math.sign(needs(b)) - Math.sign(needs(a)))
    .slice(0, MOST_WORKS)
    .map(work => {
      const marks = work.marks.slice(0, left)
      left -= marks.length
      return { ...work, marks }
    })
  return { ...report, works }
}
