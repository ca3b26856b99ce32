import { tokens } from '../../text/words.ts'
import type { Statement } from './statement.ts'

/** Share of capitals among a passage's words from which they tell nothing: German nouns, headings in title case. */
const TOO_MANY_CAPITALS = 0.3

const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word)

/** German writes every noun with a capital; two of these words give it away. */
const germanWords = new Set(
  'der das und nicht ein eine einen einer dem den des mit von für auf wurde wurden war waren sind ist bei nach sich durch aus zu im'.split(
    ' ',
  ),
)
/** After these, without an article, stands a name rather than any noun: "aus Norwegen", "mit Metformin". */
const beforeGermanNames = new Set('aus in von mit bei nach für gegen durch und oder als'.split(' '))

const isGerman = (placed: readonly Placed[]): boolean =>
  new Set(placed.flatMap(({ word }) => (germanWords.has(word) ? [word] : []))).size >= 2

interface Placed {
  readonly word: string
  readonly isCapital: boolean
  /** The word before it in its sentence, or nothing. */
  readonly after: string
  readonly opensSentence: boolean
}

/** What was read of a statement that is compared with several others. */
const readBefore = new WeakMap<Statement, readonly Placed[]>()

const placedWords = (statement: Statement): readonly Placed[] => {
  const placed = readBefore.get(statement) ?? readPlaced(statement.original)
  readBefore.set(statement, placed)
  return placed
}

/** The text is the original, in which blocks are still parted by line feeds and tabs. */
const readPlaced = (text: string): Placed[] => {
  const placed: Placed[] = []
  let opensSentence = true
  let last = 0
  let after = ''
  for (const token of tokens(text)) {
    opensSentence ||= /[\n\t]/.test(text.slice(last, token.start))
    last = token.end
    if (token.kind === 'word') {
      placed.push({ word: token.text, isCapital: isCapitalised(token.text), after, opensSentence })
    }
    after = token.kind === 'word' ? token.text : ''
    // A quotation or a bracket at a sentence's beginning leaves it the beginning.
    opensSentence = token.kind === 'word' ? false : opensSentence || /^[.!?:;\u3002\uFF01\uFF1F]$/u.test(token.text)
  }
  return placed
}

/**
 * The words, in small letters, that stand with a capital inside a sentence of either text and nowhere in small letters:
 * people, places, products, diseases named after people.
 */
export const namesIn = (
  quote: Statement,
  found: Statement,
  isWrittenSmall: (word: string) => boolean,
): ReadonlySet<string> => {
  const names = new Set<string>()
  const all = [...placedWords(quote), ...placedWords(found)]
  const inside = all.filter(({ opensSentence }) => !opensSentence)
  const allCapitals = inside.filter(({ isCapital }) => isCapital)
  if (allCapitals.length === 0) return names
  const small = new Set(all.flatMap(({ word, isCapital }) => (isCapital ? [] : [word])))
  const capitals = isGerman(all) ? allCapitals.filter(({ after }) => beforeGermanNames.has(after)) : allCapitals
  if (capitals.length > Math.max(4, inside.length * TOO_MANY_CAPITALS)) return names
  for (const { word } of capitals) {
    const lower = word.toLowerCase()
    if (!small.has(lower) && !isWrittenSmall(lower)) names.add(lower)
  }
  return names
}
