import { namedSection } from './plain-headings.ts'
import type { GivenText } from './given-text.ts'

/** Letters with room between them, as titles and heads have, which come as words of one letter each. */

/** Letters of a line that are no accident. */
const FEWEST = 5

const spacedOut = /^\p{L}\p{M}*(?: \p{L}\p{M}*)*$/u

const isSpacedOut = ({ str }: GivenText): boolean => spacedOut.test(str)

const lettersOf = (text: string): string => text.replaceAll(' ', '')

/** True for letters in the order of the alphabet, such as an index has them. */
const isAlphabet = (letters: string): boolean => {
  const codes = [...letters.toLowerCase()].map(letter => letter.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.filter(step => step === 1).length >= 0.6 * steps.length
}

/** Parts of the usual size of a page from which on a line is a title or a head. */
const LARGE = 1.2

/** Lengths that the words of a line have at least: letters that are no words come in groups that are alike. */
const FEWEST_LENGTHS = 3

const capitalised = /^\p{Lu}\p{M}*(?:\p{Ll}\p{M}*){4,}$/u

/** What the text of a page tells of the letters of a line in it. */
class Around {
  readonly #items: readonly GivenText[]
  #words: ReadonlySet<string> | null = null
  #size: number | null = null

  constructor(items: readonly GivenText[]) {
    this.#items = items
  }

  /**
   * True when letters with room between them are words: in the type of a head, of several lengths, words of the page or of sections, or
   * with a capital first.
   */
  areWords(line: readonly GivenText[]): boolean {
    if ((line[0]?.height ?? 0) > LARGE * this.#usualSize()) return true
    const words = line.map(({ str }) => lettersOf(str))
    if (new Set(words.map(word => word.length)).size >= FEWEST_LENGTHS) return true
    const long = words.filter(word => [...word].length >= FEWEST)
    return long.some(
      word => capitalised.test(word) || namedSection.test(word) || this.#allWords().has(word.toLowerCase()),
    )
  }

  #allWords(): ReadonlySet<string> {
    this.#words ??= new Set(
      this.#items.flatMap(item => (isSpacedOut(item) ? [] : (item.str.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []))),
    )
    return this.#words
  }

  /** That of most of the letters. */
  #usualSize(): number {
    if (this.#size !== null) return this.#size
    const letters = new Map<number, number>()
    for (const { height, str } of this.#items) letters.set(height, (letters.get(height) ?? 0) + str.trim().length)
    let most = 0
    this.#size = 0
    for (const [height, count] of letters) if (count > most) [this.#size, most] = [height, count]
    return this.#size
  }
}

const onOneLine = (a: GivenText, b: GivenText): boolean =>
  a.fontName === b.fontName &&
  a.height === b.height &&
  Math.abs((a.transform[5] ?? 0) - (b.transform[5] ?? 0)) < 0.1 * a.height

/** Pieces of text in the order in which a page draws them, those with room between their letters without it. */
export const withoutLetterSpacing = (items: readonly GivenText[]): readonly GivenText[] => {
  const around = new Around(items)
  const closed: GivenText[] = []
  let line: GivenText[] = []
  let taken: GivenText[] = []
  const settle = (): void => {
    const letters = line.map(({ str }) => lettersOf(str)).join('')
    const isLine =
      line.some(({ str }) => str.length > 3) &&
      letters.length >= FEWEST &&
      !isAlphabet(letters) &&
      around.areWords(line)
    closed.push(
      ...(isLine ? taken.map(item => (item.str.trim() === '' ? item : { ...item, str: lettersOf(item.str) })) : taken),
    )
    line = []
    taken = []
  }
  for (const item of items) {
    const [first] = line
    if (item.str.trim() === '' ? first === undefined : !isSpacedOut(item)) {
      settle()
      closed.push(item)
      continue
    }
    if (item.str.trim() !== '') {
      if (first !== undefined && !onOneLine(first, item)) settle()
      line.push(item)
    }
    taken.push(item)
  }
  settle()
  return closed
}
