import { findMatches, withoutOverlaps } from '#core/search/find-matches.ts'
import { makeSnippet } from '#core/search/make-snippet.ts'
import { readQuery } from '#core/search/read-query.ts'
import type { FoundDocument, SearchAnswer, SearchHit, SearchQuestion } from '#core/search/search-answer.ts'
import type { SearchTerm } from '#core/search/search-query.ts'
import { correctTerms } from './correct-terms.ts'
import { IndexQuestions, documentOf } from './index-questions.ts'
import type { PassageRow, RankedRow, Scope } from './index-questions.ts'
import { matchAll, matchExpression, matchTelling } from './match-expression.ts'

/** More rows than this are not ranked: that takes long, and what stands nearly everywhere tells no row from another. */
const MOST_RANKED = 3_000
/** Rows that are looked at for an answer. */
const MOST_ROWS = 400
/** Documents that are asked one by one whether they hold a word. */
const MOST_ASKED = 200

const NOTHING: SearchAnswer = { documents: [], more: false, corrected: [], unknown: [] }

/** Rows by document, the best document first. */
type FoundRows = Map<number, RankedRow[]>

const group = (rows: readonly RankedRow[]): FoundRows => {
  const found: FoundRows = new Map()
  for (const row of rows) {
    const document = documentOf(row.row)
    const known = found.get(document)
    if (known === undefined) found.set(document, [row])
    else known.push(row)
  }
  return found
}

/** How many rows agree with an expression, counted no further than to one more than are ranked. */
type CountRows = (expression: string) => number

/** Counts each expression once for an answer: the same is wanted to correct words, to choose how to rank, and to find the rarest. */
const countOnce = (index: IndexQuestions): CountRows => {
  const counts = new Map<string, number>()
  return expression => {
    const rows = counts.get(expression) ?? index.count(expression, MOST_RANKED + 1)
    counts.set(expression, rows)
    return rows
  }
}

/** Rows that hold all of the terms: the best, or, of words that stand nearly everywhere, those that tell most and the newest. */
const rowsWithAll = (index: IndexQuestions, count: CountRows, terms: readonly SearchTerm[], scope: Scope) => {
  const expression = matchAll(terms)
  if (scope.only !== null || count(expression) <= MOST_RANKED) return index.best(expression, scope, MOST_ROWS)
  const telling = matchTelling(terms)
  const best = count(telling) > MOST_RANKED ? [] : index.best(telling, scope, MOST_ROWS)
  const known = new Set(best.map(({ row }) => row))
  const newest = index.newest(expression, scope, MOST_ROWS).filter(row => !known.has(row))
  return [...best, ...newest.map(row => ({ row, score: 0 }))]
}

interface Counted {
  readonly term: SearchTerm
  readonly rows: number
}

/** Documents that hold each of the terms somewhere, with the rows that hold most of them. */
const rowsOfDocumentsWithAll = (
  index: IndexQuestions,
  terms: readonly Counted[],
  scope: Scope,
  known: FoundRows,
  wanted: number,
): FoundRows => {
  const found: FoundRows = new Map()
  const [rarest, ...others] = terms.toSorted((a, b) => a.rows - b.rows)
  if (rarest === undefined || rarest.rows > MOST_RANKED) return found
  const first = index.best(matchExpression(rarest.term), scope, MOST_RANKED)
  let documents = [...new Set(first.map(({ row }) => documentOf(row)))].filter(number => !known.has(number))
  for (const { term, rows } of others) {
    if (documents.length <= MOST_ASKED || rows > MOST_RANKED) continue
    const holders = new Set(index.documents(matchExpression(term)))
    documents = documents.filter(number => holders.has(number))
  }
  for (const document of documents.slice(0, MOST_ASKED)) {
    const counts = new Map<number, number>()
    const hasAll = terms.every(({ term }) => {
      const rows = index.rowsWithin(document, term, 8)
      for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
      return rows.length > 0
    })
    if (!hasAll) continue
    // Below every row that holds all of them: their scores begin above zero.
    const rows = [...counts].map(([row, count]) => ({ row, score: count / terms.length - 1 }))
    found.set(
      document,
      rows.toSorted((a, b) => b.score - a.score || a.row - b.row),
    )
    if (found.size >= wanted) break
  }
  return found
}

const hitOf = (
  { place, text, first, last, quote }: PassageRow,
  score: number,
  terms: readonly SearchTerm[],
): SearchHit => {
  const matches = findMatches(text, terms)
  const span = makeSnippet(text, matches)
  const snippet = text.slice(span.start, span.end)
  const marks = withoutOverlaps(matches)
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .map(({ start, end }) => ({ start: start - span.start, end: end - span.start }))
  const passage = (): SearchHit['passage'] => {
    if (first === null || last === null) return null
    if (quote !== null) return { start: first, end: last, quote }
    return { start: first + span.start, end: first + span.end, quote: snippet }
  }
  return {
    place,
    snippet,
    marks,
    cut: { before: text.slice(0, span.start).trim() !== '', after: text.slice(span.end).trim() !== '' },
    passage: passage(),
    score: Math.round(score * 1_000) / 1_000,
  }
}

/**
 * Answers a question from the index as it is. Documents come first that hold all that was asked for in one place, then those that
 * hold it in several. `vocabulary` is asked for when a word stands nowhere.
 */
export const answerQuestion = (
  index: IndexQuestions,
  question: SearchQuestion,
  vocabulary: () => readonly string[],
): SearchAnswer => {
  const { terms } = readQuery(question.typed)
  const asked = terms.filter(({ negated }) => !negated)
  const only = question.document === null ? null : index.numberOf(question.document)
  if (asked.length === 0 || (question.document !== null && only === null)) return NOTHING
  const count = countOnce(index)
  // Where a row holds all of them none stands nowhere.
  const {
    terms: wanted,
    corrected,
    unknown,
  } = count(matchAll(asked)) > 0 ? { terms: asked, corrected: [], unknown: [] } : correctTerms(asked, index, vocabulary)
  if (unknown.length > 0) return { ...NOTHING, corrected, unknown }
  const refused = terms.filter(({ negated }) => negated).flatMap(term => index.documents(matchExpression(term)))
  if (only !== null && refused.includes(only)) return NOTHING
  const scope: Scope = { without: [...new Set(refused)], only }
  let found = group(rowsWithAll(index, count, wanted, scope))
  if (found.size <= question.documents && wanted.length > 1) {
    const counted = wanted.map(term => ({ term, rows: count(matchExpression(term)) }))
    const missing = question.documents + 1 - found.size
    found = new Map([...found, ...rowsOfDocumentsWithAll(index, counted, scope, found, missing)])
  }
  const shown = [...found].slice(0, question.documents)
  const ids = index.idsOf(shown.map(([number]) => number))
  const passages = index.passages(shown.flatMap(([, rows]) => rows.slice(0, question.hits).map(({ row }) => row)))
  const documents = shown.flatMap(([number, rows]): FoundDocument[] => {
    const id = ids.get(number)
    const hits = rows.slice(0, question.hits).flatMap(({ row, score }) => {
      const passage = passages.get(row)
      return passage === undefined ? [] : [hitOf(passage, score, wanted)]
    })
    return id === undefined ? [] : [{ id, hits, more: rows.length > hits.length }]
  })
  return { documents, more: found.size > shown.length, corrected, unknown }
}
