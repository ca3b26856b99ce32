import { isFound } from '../anchoring/verdict.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { ArticleText } from '../article/article.ts'
import { carryAnnotation, sameTies, tiesOf, withTies } from './carry-annotations.ts'
import type { FindPassages } from './find-passages.ts'
import { heedReader } from './heed-reader.ts'

/** Records of one kind at the three moments that count when a version of an article is read again. */
export interface ReturningRecords<R> {
  /** As they are now. */
  readonly now: readonly R[]
  /** As they were when the version that is left now was taken up. */
  readonly begun: readonly R[]
  /** As they were when the version that is read again was left. */
  readonly left: readonly R[]
}

export const byId = <R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map(record => [record.id, record]))

/**
 * Annotations as they stand on a version that is read again (`article`). One whose passage nobody changed in between
 * points where it pointed then, with the note and looks that it has now. One that was made or attached anew in between
 * is looked for in the text; when it is not there it goes back to where it pointed then, or stays as an orphan. Nothing
 * is left out, and versions only grow. `now` is ISO 8601, UTC.
 */
export const returnAnnotations = (
  records: ReturningRecords<Annotation>,
  article: ArticleText,
  find: FindPassages,
  now: string,
): Annotation[] => {
  const [begun, left] = [byId(records.begun), byId(records.left)]
  const isTheirs = (record: Annotation): boolean => {
    const taken = begun.get(record.id)
    return left.has(record.id) && taken !== undefined && sameTies(record, taken)
  }
  const madeSince = records.now.filter(record => !isTheirs(record) && record.deleted === undefined)
  const verdicts = find(madeSince.map(({ selectors }) => selectors))
  const verdictOf = new Map(
    madeSince.flatMap((record, index) => {
      const verdict = verdicts[index]
      return verdict === undefined ? [] : [[record.id, heedReader(record, verdict)] as const]
    }),
  )
  return records.now.map(record => {
    const then = left.get(record.id)
    const verdict = verdictOf.get(record.id)
    if (verdict !== undefined && (isFound(verdict) || then === undefined)) {
      return carryAnnotation(record, article, verdict, now)
    }
    return then === undefined ? record : withTies(record, tiesOf(then), now, then.version)
  })
}
