import { words } from '#core/text/words.ts'
import type { Token } from '#core/text/words.ts'
import type { Edit, EditedText } from './edited-text.ts'
import { applyEdits, textOf } from './edited-text.ts'
import { bearsMeaning } from './meaning-words.ts'
import { nearWordsOf, otherSpellingOf } from './near-words.ts'
import type { Random } from './random.ts'

/** What may be put in and taken out of a text in one language without a change of what is said. */
export interface LooseWords {
  /** BCP 47; tells how words are parted where spaces do not part them. */
  readonly locale: string
  readonly putIn: readonly string[]
  readonly takeOut: ReadonlySet<string>
  /** False where words are not parted by spaces: then words are put in without one. */
  readonly spaced: boolean
}

const englishLooseWords: LooseWords = {
  locale: 'en',
  putIn: ['also', 'indeed', 'here', 'clearly', 'then', 'thus', 'in fact', 'of course', 'notably', 'the'],
  takeOut: new Set(['the', 'a', 'an', 'also', 'that', 'of', 'which', 'there', 'very']),
  spaced: true,
}

/** Makes one edit of a word, or undefined where this kind of edit does not fit the word. */
type WordEdit = (token: Token, random: Random, context: WordContext) => Edit | undefined

interface WordContext {
  readonly text: string
  readonly loose: LooseWords
  /** Every word of the text in lower case: a slip of the pen must not make another word out of one. */
  readonly known: ReadonlySet<string>
}

const inCaseOf = (word: string, model: string): string =>
  /^\p{Lu}/u.test(model) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word

const replaceWord = (token: Token, text: string): Edit => ({
  start: token.start,
  end: token.end,
  text,
  meaning: bearsMeaning(token.text),
})

const putNearWord: WordEdit = (token, random) => {
  const near = nearWordsOf(token.text.toLowerCase())
  return near.length === 0 ? undefined : replaceWord(token, inCaseOf(random.pick(near), token.text))
}

const slipOfThePen: WordEdit = (token, random, { known }) => {
  const { text } = token
  if (text.length < 5 || !/^[\p{L}\p{M}]+$/u.test(text) || /^.+\p{Lu}/u.test(text)) return undefined
  const at = random.between(1, text.length - 3)
  const [a = '', b = ''] = [text.charAt(at), text.charAt(at + 1)]
  const changed = random.pick([
    text.slice(0, at) + b + a + text.slice(at + 2),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + a + text.slice(at),
  ])
  return changed === text || known.has(changed.toLowerCase()) || /\p{M}/u.test(text.slice(at - 1, at + 3))
    ? undefined
    : replaceWord(token, changed)
}

const putInWord: WordEdit = (token, random, { text, loose }) => {
  const word = random.pick(loose.putIn)
  // Nobody parts a number from its unit, or puts an article before a preposition or another article.
  if (/\p{N}.?$/u.test(text.slice(Math.max(0, token.start - 2), token.start))) return undefined
  if (word === 'the' && (token.text.length < 5 || bearsMeaning(token.text))) return undefined
  return { start: token.start, end: token.start, text: loose.spaced ? `${word} ` : word }
}

const takeOutWord: WordEdit = (token, _random, { text, loose }) => {
  if (!loose.takeOut.has(token.text.toLowerCase())) return undefined
  const spaceAfter = text.charAt(token.end) === ' '
  if (loose.spaced && !spaceAfter) return undefined
  return { start: token.start, end: token.end + Number(spaceAfter), text: '' }
}

const changeCapital: WordEdit = (token, random) => {
  if (!/^\p{L}\p{Ll}{2,}$/u.test(token.text)) return undefined
  const { text } = token
  const changed = random.pick([inCaseOf(text, 'A'), inCaseOf(text, 'A'), text.toLowerCase(), text.toUpperCase()])
  return changed === text ? undefined : replaceWord(token, changed)
}

const changePlural: WordEdit = (token, _random, { loose }) => {
  if (loose !== englishLooseWords || token.text.length < 5 || bearsMeaning(token.text)) return undefined
  if (/^\p{L}?\p{Ll}+(?:cell|neuron|pain|fibre|level|dose|group|factor|right|tissue|member|state)$/u.test(token.text))
    return replaceWord(token, `${token.text}s`)
  return /^(?:cell|neuron|fibre|level|dose|group|factor|right|tissue|member|state|pellet|pump|user|nation)s$/u.test(
    token.text,
  )
    ? replaceWord(token, token.text.slice(0, -1))
    : undefined
}

const changeSpelling: WordEdit = token => {
  const other = otherSpellingOf(token.text.toLowerCase())
  return other === undefined ? undefined : replaceWord(token, inCaseOf(other, token.text))
}

const putInCitation: WordEdit = (token, random, { text }) =>
  /[.,;]/.test(text.charAt(token.end))
    ? {
        start: token.end,
        end: token.end,
        text: random.pick([` [${random.between(1, 80)}]`, `[${random.between(1, 80)},${random.between(81, 99)}]`]),
      }
    : undefined

const NEGATIONS = /[不没無无未非否ない]/u

/** Two signs change places, or one is written twice. */
const slipWithoutSpaces: WordEdit = (token, random, { loose, known }) => {
  const { text } = token
  if (loose.spaced || text.length < 2 || !/^\p{L}+$/u.test(text) || NEGATIONS.test(text)) return undefined
  const changed = random.pick([text.charAt(1) + text.charAt(0) + text.slice(2), text.charAt(0) + text])
  return changed === text || known.has(changed) ? undefined : replaceWord(token, changed)
}

const kinds: readonly WordEdit[] = [
  putNearWord,
  putNearWord,
  putNearWord,
  slipOfThePen,
  slipOfThePen,
  slipWithoutSpaces,
  putInWord,
  takeOutWord,
  changeCapital,
  changePlural,
  changeSpelling,
  putInCitation,
]

/** Ways that are tried where the chosen one does not fit, in an order of chance. */
const otherKinds: readonly WordEdit[] = [
  putNearWord,
  putNearWord,
  slipOfThePen,
  slipWithoutSpaces,
  takeOutWord,
  changePlural,
]

const unspacedWords = (text: string, locale: string): Token[] =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length, text: segment, kind: 'word' }))

/**
 * Edits `share` (0 to 1) of the words, each in a way of its own that leaves what is said as it was. A word that the
 * chosen way does not fit is tried with others, so that the share is met.
 */
export const editWords = (
  edited: EditedText,
  share: number,
  random: Random,
  loose: LooseWords = englishLooseWords,
): EditedText => {
  const text = textOf(edited)
  const all = loose.spaced ? words(text) : unspacedWords(text, loose.locale)
  const known = new Set(all.map(token => token.text.toLowerCase()))
  const context: WordContext = { text, loose, known }
  const edits: Edit[] = []
  const wanted = Math.round(all.length * share)
  for (const token of random.shuffle(all)) {
    if (edits.length >= wanted) break
    const edit = [random.pick(kinds), ...random.shuffle(otherKinds)]
      .map(kind => kind(token, random, context))
      .find(made => made !== undefined)
    if (edit) edits.push(edit)
  }
  return applyEdits(edited, edits)
}
