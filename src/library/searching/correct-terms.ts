import { nearWords } from '#core/search/near-words.ts'
import { withNearWords } from '#core/search/read-query.ts'
import type { CorrectedWord } from '#core/search/search-answer.ts'
import type { SearchTerm } from '#core/search/search-query.ts'
import type { IndexQuestions } from './index-questions.ts'
import { matchExpression } from './match-expression.ts'

/** Near words that are looked for in place of one; those that stand in most places. */
const MOST_NEAR = 3

export interface CorrectedTerms {
  readonly terms: readonly SearchTerm[]
  readonly corrected: readonly CorrectedWord[]
  readonly unknown: readonly string[]
}

/**
 * Takes words that stand nowhere for such as may have been meant. Quotations are taken at their word, and so is what is to be left out.
 * `vocabulary` is asked for only when there is such a word.
 */
export const correctTerms = (
  terms: readonly SearchTerm[],
  index: IndexQuestions,
  vocabulary: () => readonly string[],
): CorrectedTerms => {
  const corrected: CorrectedWord[] = []
  const unknown: string[] = []
  const stands = (term: SearchTerm): boolean => index.count(matchExpression({ ...term, field: null }), 1) > 0
  const correct = (term: SearchTerm): SearchTerm => {
    if (term.negated || stands(term)) return term
    if (term.exact) {
      unknown.push(term.typed)
      return term
    }
    const [run = []] = term.forms
    const near = new Map<string, readonly string[]>()
    for (const [at, word] of run.entries()) {
      const open = term.open && at === run.length - 1
      if (stands({ ...term, forms: [[word]], open })) continue
      const taken = nearWords(word, vocabulary(), open)
        .map(candidate => ({ ...candidate, rows: index.frequency(candidate.word) }))
        .filter(({ rows }) => rows > 0)
        .toSorted((a, b) => b.rows - a.rows)
        .slice(0, MOST_NEAR)
        .map(candidate => candidate.word)
      if (taken.length === 0) unknown.push(word)
      else {
        near.set(word, taken)
        corrected.push({ typed: word, taken })
      }
    }
    return near.size === 0 ? term : withNearWords(term, near)
  }
  return { terms: terms.map(correct), corrected, unknown }
}
