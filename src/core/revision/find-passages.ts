import { anchorAll } from '../anchoring/anchor-all.ts'
import type { AnchorSelectors, AnchoringOptions } from '../anchoring/anchor-all.ts'
import type { Verdict } from '../anchoring/verdict.ts'
import type { ArticleText } from '../article/article.ts'

/** Looks for passages in one text, all at once, so that its index is made once; a verdict for each, in the same order. */
export type FindPassages = (list: readonly AnchorSelectors[]) => readonly Verdict[]

export const findPassagesIn =
  (article: ArticleText, options: AnchoringOptions): FindPassages =>
  list =>
    list.length === 0 ? [] : anchorAll(article, list, options)

/** What stands in for a verdict that a search did not give. */
const NOTHING_ASKED: Verdict = { status: 'orphaned', reason: 'no-words', rejected: null }

/** Gathers passages to look for, so that one search answers for all of them. */
export class PassageSearch {
  readonly #asked: AnchorSelectors[] = []
  #verdicts: readonly Verdict[] = []

  /** Remembers a passage; what is returned gives its verdict once `run` has been called. */
  ask(selectors: AnchorSelectors): () => Verdict {
    const place = this.#asked.push(selectors) - 1
    return () => this.#verdicts[place] ?? NOTHING_ASKED
  }

  run(find: FindPassages): void {
    this.#verdicts = find(this.#asked)
  }
}
