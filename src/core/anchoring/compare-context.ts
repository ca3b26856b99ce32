import { alignWords } from './align-words.ts'
import { listWords } from './word-list.ts'
import type { AlignedPair } from './align-words.ts'
import { compareMeaning } from './meaning/compare-meaning.ts'
import type { WordKnowledge } from './meaning/compare-meaning.ts'
import type { Statement } from './meaning/statement.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'
import type { Refusal } from './verdict.ts'
import { differenceOf } from './word-difference.ts'
import type { Weighed } from './weigh-candidate.ts'

/** Ends of sentences in a folded text, in any script. */
const SENTENCE_END = /[.!?](?=\s)|[\u3002\uFF01\uFF1F\u061F\u0964]/gu

/** The part of the context before a quote that belongs to the quote's sentence; its first word may be cut off and is left out. */
const sameSentenceBefore = (text: string, isWhole: boolean): string => {
  const end = [...text.matchAll(SENTENCE_END)].at(-1)
  if (end !== undefined) return text.slice(end.index + 1).trim()
  return isWhole ? text.trim() : text.slice(text.indexOf(' ') + 1).trim()
}

const sameSentenceAfter = (text: string, isWhole: boolean): string => {
  const end = text.search(SENTENCE_END)
  if (end !== -1) return text.slice(0, end).trim()
  return isWhole ? text.trim() : text.slice(0, text.lastIndexOf(' ') + 1).trim()
}

/** How many words of the text beside the place are compared with the context beside the quote. */
const SLACK = 12

/** The text's words up to the place, or from it on, belong to the comparison even where nothing of the context is like them. */
const compare = (
  { words: { vocabulary } }: TextIndex,
  ours: string,
  theirs: string,
  side: 'before' | 'after',
  knowledge: WordKnowledge,
): Refusal | null => {
  if (ours === '' || ours === theirs) return null
  const quoted = listWords(ours, vocabulary)
  const there = listWords(theirs, vocabulary)
  const pairs = alignWords(quoted, there, 0, 0)
  const aligned = pairs.filter(({ b }) => b !== -1)
  const first = aligned[0]?.b
  const last = aligned.at(-1)?.b
  if (first === undefined || last === undefined) return null
  const from = side === 'before' ? first : 0
  const to = side === 'before' ? there.count : last + 1
  const put = (b: number): AlignedPair => ({ a: -1, b, likeness: 0 })
  const beside = [...range(from, first).map(put), ...pairs, ...range(last + 1, to).map(put)]
  const found = theirs.slice(there.starts[from], there.ends[to - 1])
  return compareMeaning(plain(ours), plain(found), differenceOf(quoted, there, beside), knowledge)
}

const plain = (text: string): Statement => ({ text, original: text })

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** Beginning of `text` cut off at a blank, so that no word is compared in part. */
const fromBlank = (text: string): string => text.slice(text.indexOf(' ') + 1)
const toBlank = (text: string): string => text.slice(0, Math.max(0, text.lastIndexOf(' ')))

/**
 * In which respect the words beside a place, in the same sentence, say something else than those beside the quote; null
 * for a side that says the same, or nothing that can be compared. A look-alike gives itself away there: "IL-10 was
 * increased" and "IL-1β was increased" have the same last two words.
 */
export const compareContext = (
  index: TextIndex,
  sought: Sought,
  place: Pick<Weighed, 'start' | 'end' | 'before' | 'after'>,
  knowledge: WordKnowledge,
): { readonly before: Refusal | null; readonly after: Refusal | null } => {
  const { text } = index.folded
  let before: Refusal | null = null
  let after: Refusal | null = null
  // What agrees altogether needs no look, and what has nothing in common cannot be compared.
  if (!sought.opensBlock && place.before < 1 && place.before >= COMPARABLE) {
    const from = Math.max(0, place.start - sought.prefix.length - SLACK)
    const there = text.slice(from, place.start)
    before = compare(
      index,
      sameSentenceBefore(sought.prefix, false),
      sameSentenceBefore(from === 0 ? there : fromBlank(there), true),
      'before',
      knowledge,
    )
  }
  if (!sought.closesBlock && !ENDS_SENTENCE.test(sought.quote) && place.after < 1 && place.after >= COMPARABLE) {
    const to = Math.min(text.length, place.end + sought.suffix.length + SLACK)
    const there = text.slice(place.end, to)
    after = compare(
      index,
      sameSentenceAfter(sought.suffix, false),
      sameSentenceAfter(to === text.length ? there : toBlank(there), true),
      'after',
      knowledge,
    )
  }
  return { before, after }
}

/** Nothing that stands after the end of a sentence belongs to it. */
const ENDS_SENTENCE = /[.!?\u3002\uFF01\uFF1F\u061F\u0964]["')\]]*$/u

/** Likeness from which two contexts are worth comparing. */
const COMPARABLE = 0.5
