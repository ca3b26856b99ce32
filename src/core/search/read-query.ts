import { searchWords } from './search-words.ts'
import { searchFields } from './search-query.ts'
import type { SearchField, SearchQuery, SearchTerm, WordRun } from './search-query.ts'
import { otherForms, symbolWords } from './word-forms.ts'

/** More than anybody asks for at once. */
const MOST_TERMS = 16

/** Fields by what is typed before the colon. */
const fields = new Map<string, SearchField>([
  ...searchFields.map((field): [string, SearchField] => [field, field]),
  ['notes', 'note'],
  ['tags', 'tag'],
  ['authors', 'author'],
  ['card', 'mechanism'],
])

/** A sign of negation, a field, and words in quotation marks or up to the next blank. A mark that is not closed goes to the end. */
const TERM = new RegExp(`(-)?(?:(${[...fields.keys()].join('|')}):\\s*)?(?:"([^"]*)("?)|([^\\s"]+))`, 'giu')

/** A field for which nothing has been typed yet. */
const isBareField = (words: string): boolean => words.endsWith(':') && fields.has(words.slice(0, -1).toLowerCase())

/** Other forms of a run: of its last word, with its words in one, and of a symbol that was typed in small letters. */
const formsOf = (run: WordRun, typed: string): readonly WordRun[] => {
  const [last = '', ...before] = run.toReversed()
  const joined = run.join('')
  const isCompound = run.length > 1 && /^[\p{L}-]+$/u.test(typed)
  const symbol = run.length === 1 ? symbolWords(last) : null
  return [
    run,
    ...otherForms(last).map(form => [...before.toReversed(), form]),
    ...(isCompound ? [[joined], ...otherForms(joined).map(form => [form])] : []),
    ...(symbol === null ? [] : [symbol]),
  ]
}

/** Two letters begin too much, and a number is not cut: `IL-1` is not `IL-10`. */
const mayGoOn = (run: WordRun): boolean => /^\P{N}{3,}$/u.test(run.at(-1) ?? '')

/**
 * Reads what was typed: words that all have to be there, `"words one behind the other"`, `-without`, `begin*`, and `title:`, `author:`,
 * `text:`, `note:`, `tag:` or `mechanism:` before a word or a quotation. The last word counts as being typed still, unless a blank
 * follows. What holds no letter or digit is passed over.
 */
export const readQuery = (typed: string): SearchQuery => {
  const terms: SearchTerm[] = []
  const text = typed.replace(/[“”„«»]/g, '"')
  for (const match of text.matchAll(TERM)) {
    const [whole, minus, field, quoted, closing, bare] = match
    const words = quoted ?? bare ?? ''
    const run = searchWords(words).map(({ word }) => word)
    if (run.length === 0 || isBareField(words)) continue
    const negated = minus !== undefined
    const exact = quoted !== undefined
    const isLast = match.index + whole.length === text.length
    const isOpen = words.endsWith('*') || (isLast && !negated && closing !== '"')
    terms.push({
      typed: words,
      field: field === undefined ? null : (fields.get(field.toLowerCase()) ?? null),
      negated,
      exact,
      forms: exact ? [run] : formsOf(run, words),
      open: isOpen && mayGoOn(run),
    })
    if (terms.length === MOST_TERMS) break
  }
  return { terms }
}

/** Combinations of near words that are looked for in place of one term. */
const MOST_FORMS = 6

/** The term with words that are nowhere replaced by those that may have been meant. */
export const withNearWords = (term: SearchTerm, near: ReadonlyMap<string, readonly string[]>): SearchTerm => {
  const [run = []] = term.forms
  let forms: readonly WordRun[] = [[]]
  for (const word of run) {
    const choices = near.get(word) ?? [word]
    forms = forms.flatMap(form => choices.map(choice => [...form, choice])).slice(0, MOST_FORMS)
  }
  return { ...term, forms }
}
