import type { SearchField, SearchTerm } from '#core/search/search-query.ts'
import type { IndexColumn } from '#core/search/index-rows.ts'

/** The columns of the index in which a field of the query is looked for. */
const columnsOf: Readonly<Record<SearchField, readonly IndexColumn[]>> = {
  title: ['title'],
  author: ['author'],
  text: ['heading', 'text'],
  note: ['note'],
  tag: ['tag'],
  mechanism: ['mechanism'],
}

/** Columns in which a word says more of a document than somewhere in its text. */
const TELLING: readonly IndexColumn[] = ['title', 'author', 'heading', 'note', 'tag', 'mechanism']

const within = (columns: readonly IndexColumn[], expression: string): string =>
  `{${columns.join(' ')}} : (${expression})`

/** A term in the language of FTS5. A word that may go on counts more where it does not. */
export const matchExpression = ({ forms, field, open }: SearchTerm): string => {
  const runs = forms.map(run => `"${run.join(' ').replaceAll('"', '""')}"`)
  const expression = (open ? [...runs, ...runs.map(run => `${run} *`)] : runs).join(' OR ')
  return field === null ? `(${expression})` : within(columnsOf[field], expression)
}

/** All of the terms in one row. */
export const matchAll = (terms: readonly SearchTerm[]): string => terms.map(matchExpression).join(' AND ')

/** All of the terms in one row, and not in the running text. */
export const matchTelling = (terms: readonly SearchTerm[]): string => within(TELLING, matchAll(terms))
