import type { AnchorStatus } from '#core/anchoring/verdict.ts'

interface ReportGroup {
  readonly status: AnchorStatus
  readonly title: string
  /** What it means for the reader; empty for what needs no word of theirs. */
  readonly meaning: string
}

/** The groups of a report: first what the reader is asked about, then what was found as it was. */
export const reportGroups: readonly ReportGroup[] = [
  {
    status: 'changed',
    title: 'Edited words',
    meaning: 'The passage was edited and still seems to say the same. See whether the new words will do.',
  },
  {
    status: 'uncertain',
    title: 'To choose',
    meaning:
      'More than one place may be meant, and nothing decides between them. Choose one, or keep the mark as it is.',
  },
  {
    status: 'orphaned',
    title: 'Lost',
    meaning: 'The passage is gone, or says something else now. Nothing was deleted: words and notes are kept.',
  },
  { status: 'moved', title: 'Moved, with the same words', meaning: '' },
  { status: 'exact', title: 'Unchanged', meaning: '' },
]
