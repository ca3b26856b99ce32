import { scanWords } from '../text/scan-words.ts'
import { Vocabulary } from './vocabulary.ts'

/** Words and signs of a folded text, by their numbers in a vocabulary. */
export interface WordList {
  readonly text: string
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly forms: Uint32Array
  readonly vocabulary: Vocabulary
}

/** Numbers of words: from the first up to, not with, the end. */
export interface WordRange {
  readonly first: number
  readonly end: number
}

export const listWords = (text: string, vocabulary = new Vocabulary()): WordList => {
  const { count, starts, ends } = scanWords(text)
  const forms = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) forms[at] = vocabulary.formOf(text.slice(starts[at], ends[at]))
  return { text, count, starts, ends, forms, vocabulary }
}

/** The same words by the numbers of another vocabulary. */
export const inVocabulary = (list: WordList, vocabulary: Vocabulary): WordList =>
  list.vocabulary === vocabulary
    ? list
    : { ...list, vocabulary, forms: list.forms.map(form => vocabulary.formOf(list.vocabulary.words[form] ?? '')) }

export const wordAt = ({ vocabulary, forms }: WordList, at: number): string => vocabulary.words[forms[at] ?? -1] ?? ''

export const isWordAt = ({ vocabulary, forms }: WordList, at: number): boolean =>
  vocabulary.isWord[forms[at] ?? -1] === 1

export const isUnspacedAt = ({ vocabulary, forms }: WordList, at: number): boolean =>
  vocabulary.isUnspaced[forms[at] ?? -1] === 1

/**
 * The term under which a word is indexed: in scripts without blanks it is two characters that stand together, because
 * single ones are everywhere.
 */
export const termAt = (list: WordList, at: number): number => {
  const { vocabulary, forms, starts, ends, count } = list
  const joins = isUnspacedAt(list, at) && at + 1 < count && starts[at + 1] === ends[at] && isUnspacedAt(list, at + 1)
  if (joins) return vocabulary.addTerm(wordAt(list, at) + wordAt(list, at + 1))
  return vocabulary.terms[forms[at] ?? -1] ?? -1
}
