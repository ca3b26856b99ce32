import { setImmediate as pause } from 'node:timers/promises'
import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringOptions } from '#core/anchoring/anchor-all.ts'
import type { Verdict } from '#core/anchoring/verdict.ts'
import type { Annotation, PageNote } from '#core/annotation/annotation.ts'
import type { ArticleText } from '#core/article/article.ts'
import type { MarkOutcome } from '#core/foreign-marks/marks-report.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { isKnown, makeForeignAnnotation, updateForeignAnnotation } from './make-annotations.ts'
import type { ArrivingMark } from './make-annotations.ts'
import { putIntoPageNote } from './page-note-marks.ts'

export interface ArticleToMark {
  readonly id: string
  readonly article: ArticleText
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
}

export interface PlacedMarks {
  /** What is to be kept of the reader's marks on the article. */
  readonly annotations: readonly Annotation[]
  readonly pageNote: PageNote | null
  /** What became of each mark, in the order given. */
  readonly outcomes: readonly MarkOutcome[]
}

/** Passages that are looked for at once, between which others have their turn. */
const AT_ONCE = 250

const anchor = async (
  article: ArticleText,
  marks: readonly ArrivingMark[],
  options: AnchoringOptions,
): Promise<Verdict[]> => {
  const verdicts: Verdict[] = []
  for (let from = 0; from < marks.length; from += AT_ONCE) {
    const sought = marks.slice(from, from + AT_ONCE).map(({ mark: { quote, prefix, suffix, program, place } }) => ({
      quote: { exact: quote, prefix, suffix },
      // Only Pathmark counts the characters of this very text.
      position: program === 'pathmark' ? place?.position : undefined,
    }))
    verdicts.push(...anchorAll(article, sought, options))
    await pause()
  }
  return verdicts
}

/** Puts marks on an article: those with words on their passages, where they can be told for certain, and the others into its page note. */
export const placeMarks = async (
  { id, article, annotations, pageNote }: ArticleToMark,
  marks: readonly ArrivingMark[],
  kept: (id: string) => WaitingMark | null,
  options: AnchoringOptions,
  now: string,
): Promise<PlacedMarks> => {
  const there = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const fresh = marks.filter(({ id: mark, mark: { quote } }) => quote.trim() !== '' && !there.has(mark))
  const verdicts = new Map((await anchor(article, fresh, options)).map((verdict, at) => [fresh[at], verdict]))
  const saved: Annotation[] = []
  const outcomes = new Map<ArrivingMark, MarkOutcome>()
  for (const arriving of marks) {
    const { mark } = arriving
    if (mark.quote.trim() === '') continue
    const known = there.get(arriving.id)
    const verdict = verdicts.get(arriving)
    if (known !== undefined) {
      const isSame = isKnown(known, mark)
      if (!isSame) saved.push(updateForeignAnnotation(known, arriving, now))
      outcomes.set(arriving, isSame ? (known.deleted === undefined ? 'present' : 'removed') : 'updated')
    } else if (verdict !== undefined) {
      const { annotation, outcome } = makeForeignAnnotation(arriving, article, verdict, now)
      saved.push(annotation)
      outcomes.set(arriving, outcome)
    }
  }
  const wordless = marks.filter(({ mark }) => mark.quote.trim() === '')
  const noted = putIntoPageNote(
    pageNote,
    wordless.map(arriving => ({ arriving, known: kept(arriving.id) })),
    id,
    now,
  )
  for (const [at, arriving] of wordless.entries()) outcomes.set(arriving, noted.outcomes[at] ?? 'present')
  return { annotations: saved, pageNote: noted.pageNote, outcomes: marks.map(mark => outcomes.get(mark) ?? 'present') }
}
