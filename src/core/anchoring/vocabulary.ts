import { isUnspaced, isWord } from '../text/scan-words.ts'

/** Words as short as this are different words when a letter is. */
const TOO_SHORT = 3
const DIGIT = /\p{N}/u

/** First and last unit of a word in small letters; 0 for what is never another word misspelt: signs, figures, short words. */
const edgesOf = (lower: string): number =>
  lower.length < TOO_SHORT || DIGIT.test(lower) ? 0 : (lower.charCodeAt(0) << 16) | lower.charCodeAt(lower.length - 1)

/**
 * The different words of some texts. Each way of writing one is a form, with a number; what the forms of a word have in
 * common, the word in small letters, is its term. Numbers are compared where words would be.
 */
export class Vocabulary {
  readonly #forms = new Map<string, number>()
  readonly #terms = new Map<string, number>()
  /** Of each form: the word as it is written, and in small letters. */
  readonly words: string[] = []
  readonly lower: string[] = []
  readonly terms: number[] = []
  /** 1 for a word, 0 for a sign. */
  readonly isWord: number[] = []
  /** 1 for a character of a script without blanks. */
  readonly isUnspaced: number[] = []
  /** First unit shifted by 16, and last unit, by which most pairs of words are told apart; 0 for what is never misspelt. */
  readonly edges: number[] = []

  get termCount(): number {
    return this.#terms.size
  }

  /** The form's number; a new one for a word that was not there yet. */
  formOf(word: string): number {
    const known = this.#forms.get(word)
    if (known !== undefined) return known
    const form = this.words.length
    const lower = word.toLowerCase()
    const kind = isWord(word) ? 1 : 0
    this.#forms.set(word, form)
    this.words.push(word)
    this.lower.push(lower)
    this.terms.push(this.addTerm(lower))
    this.isWord.push(kind)
    this.isUnspaced.push(isUnspaced(word) ? 1 : 0)
    this.edges.push(kind === 1 ? edgesOf(lower) : 0)
    return form
  }

  /** The term's number; undefined for one that is not there. */
  termOf(name: string): number | undefined {
    return this.#terms.get(name)
  }

  addTerm(name: string): number {
    const known = this.#terms.get(name)
    if (known !== undefined) return known
    const term = this.#terms.size
    this.#terms.set(name, term)
    return term
  }
}
