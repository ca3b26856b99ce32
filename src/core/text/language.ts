import { englishFunctionWords, functionWordsOfOthers } from './function-words-of-languages.ts'

const english = new Set(englishFunctionWords.split(' '))
const others = new Set(Object.values(functionWordsOfOthers).flatMap(list => list.split(' ')))

/** Three windows of this many UTF-16 units (front, middle, end) are read of a longer text: enough to tell, and quick. */
const WINDOW = 20_000

/** The other language has to outweigh English by this factor: half of an article in English is worth reading. */
const OUTWEIGHS = 1.5

/** Running text of any language has at least one such word among this many. */
const LEAST_SHARE = 12

/** A character of these scripts stands for a syllable or a word: it counts as much as this many letters. */
const UNSPACED_WEIGHT = 3

const LATIN = /\p{Script=Latin}/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu
/** Greek letters are part of English names (TNF-α), and a few of them make no Greek text: they count like any others. */
const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/gu
/** Words as prose has them: symbols in capitals or with digits are no words of any language. */
const PROSE_WORD = /(?<![\p{L}\p{N}\p{M}’'-])\p{L}[\p{Ll}\p{M}]+(?![\p{L}\p{N}\p{M}])/gu
/** A letter with a mark, as English words do not have it: it also tells a language that has no list here. */
const MARKED = /[^\p{ASCII}\p{Script=Greek}’]/u

const sampleOf = (text: string): string => {
  if (text.length <= 3 * WINDOW) return text
  const middle = Math.floor((text.length - WINDOW) / 2)
  return [text.slice(0, WINDOW), text.slice(middle, middle + WINDOW), text.slice(-WINDOW)].join('\n')
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const isInAnotherScript = (text: string): boolean => {
  const unspaced = count(text, UNSPACED)
  const foreign = count(text, OTHER_LETTERS) + unspaced * (UNSPACED_WEIGHT - 1)
  return foreign > 3 && foreign > OUTWEIGHS * count(text, LATIN)
}

/**
 * False when `text` is written in another language than English, by its script and by its function words: an old and
 * robust way for texts of a sentence or more (N. C. Ingle, "A language identification table", 1976; G. Grefenstette,
 * "Comparing two language identification schemes", JADT 1995). True as long as nothing speaks for another language, so
 * also for a word, a number or a table of symbols. Reads at most 60,000 characters.
 */
export const isEnglish = (text: string): boolean => {
  const sample = sampleOf(text).normalize('NFC')
  if (isInAnotherScript(sample)) return false
  const prose = (sample.match(PROSE_WORD) ?? []).map(word => word.toLowerCase())
  const ours = prose.filter(word => english.has(word)).length
  const theirs = prose.filter(word => others.has(word) || MARKED.test(word)).length
  // One such word alone may be part of a name: "Los Angeles", "Guillain-Barré".
  return !(theirs > OUTWEIGHS * ours + 1 && theirs * LEAST_SHARE >= prose.length)
}
