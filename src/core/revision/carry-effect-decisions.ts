import type { ArticleText } from '../article/article.ts'
import type { EffectDecision } from '../mechanism/corrections/effect-decision.ts'
import { carriedPassage, selectorsOfPassage } from './carry-passage.ts'
import { PassageSearch } from './find-passages.ts'
import type { FindPassages } from './find-passages.ts'

/**
 * The reader's decisions on effects taken from one text to another: each to the passage that it is about, found again.
 * One whose passage is gone keeps its words, marked `lost`, and is about no effect until the passage comes back.
 * Deleted ones stay as they are. `now` is ISO 8601, UTC.
 */
export const carryEffectDecisions = (
  before: ArticleText,
  after: ArticleText,
  decisions: readonly EffectDecision[],
  find: FindPassages,
  now: string,
): EffectDecision[] => {
  const search = new PassageSearch()
  const plans = decisions.map(decision => {
    if (decision.deleted !== undefined) return () => decision
    const { about, version } = decision
    const selectors = selectorsOfPassage(before, about.passage)
    const verdict = search.ask(selectors)
    return (): EffectDecision => {
      const passage = carriedPassage(about.passage, selectors, verdict(), after.text)
      return JSON.stringify(passage) === JSON.stringify(about.passage)
        ? decision
        : { ...decision, about: { ...about, passage }, version: version + 1, modified: now }
    }
  })
  search.run(find)
  return plans.map(plan => plan())
}
