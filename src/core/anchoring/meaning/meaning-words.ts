import { greekLetters } from '../../text/greek-letters.ts'
import { tokens } from '../../text/words.ts'
import type { Token } from '../../text/words.ts'
import { comparisonOf, directionOf } from './directions.ts'
import { formsOf } from './joined-words.ts'
import { readKorean } from './korean-words.ts'
import type { MeaningWord } from './meaning-word.ts'
import { negations, notDenying } from './negations.ts'
import { isRoman, numberOf, orderOf, unitOf } from './quantities.ts'
import { remember } from './remember.ts'
import { readUnspaced } from './unspaced-words.ts'

/** A symbol by one name: `TNF-α`, `TNFα` and `TNF-alpha` are one thing. */
const symbolName = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\u03B1-\u03C9]/gu, letter => greekLetters[letter] ?? letter)
    .replaceAll('-', '')

/** Letters with digits (`p38`), more than one capital (`BDNF`), a capital inside (`iNOS`), or a Greek letter. */
const isSymbol = (word: string): boolean => {
  if (/\p{L}/u.test(word) && /\p{N}/u.test(word)) return true
  if (/[\u03B1-\u03C9]/u.test(word) && /[A-Za-z]/.test(word)) return true
  // Two of the letters are articles in Greek.
  if (/^[\u0391-\u03A9\u03B1-\u03C9]$/u.test(word)) return !/^[ηοΗΟ]$/u.test(word)
  // Words in capitals throughout are headings rather than symbols when they are long.
  return /\p{Lu}.*\p{Lu}/u.test(word) ? word.length <= 5 || /\p{Ll}/u.test(word) : /^\p{Ll}+\p{Lu}/u.test(word)
}

/**
 * References in brackets and raised behind a word tell where something is said, not what; one that is cut off at an edge is
 * one all the same. Signs of Markdown tell how it looks.
 */
const beside: readonly RegExp[] = [
  /\]\([^()\s]*\)/g,
  /\[\^[^\]\s]*\]/g,
  /[*_`#|]+/g,
  /\[\s*\d+(?:\s*[,;-]\s*\d+)*\s*\]?/g,
  /^[\d\s,;-]*\]/g,
  /(?<=\p{L}{3}|[.,;)])[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+/gu,
  /\((?:see )?\p{Lu}[^()]{0,60}\b(?:1[89]|20)\d\d[a-z]?\)/gu,
]

/** What one of them has in it; most passages have nothing of it. */
const MAY_BE_BESIDE = /[[\](*_`#|\u00B9\u00B2\u00B3\u2070\u2074-\u2079]/

const withoutReferences = (text: string): string => {
  let plain = text
  if (!MAY_BE_BESIDE.test(text)) return plain
  for (const pattern of beside) plain = plain.replace(pattern, found => ' '.repeat(found.length))
  return plain
}

const comparisonSigns: Readonly<Record<string, string>> = {
  '<': '-',
  '≤': '-',
  '>': '+',
  '≥': '+',
  '≠': 'not',
  '±': '±',
}

const greekNames = new Set(Object.values(greekLetters))
const isPlain = (part: string): boolean => /^\p{Ll}{3,}$/u.test(part)

/** Pieces of a compound that mean something by themselves: `low-dose`, `IL-10-induced`; a symbol is one piece. */
const piecesOf = (word: string): string[] => {
  const parts = word.split('-')
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    const joins = last !== undefined && (greekNames.has(part) || (!isPlain(part) && !isPlain(last)))
    if (joins) pieces[pieces.length - 1] = `${last}-${part}`
    else pieces.push(part)
  }
  return pieces
}

/** The beginning with which a word denies what follows it (`un`, `non`, `anti`); null for a word that does not. */
const denialOf = (word: string): string | null => {
  if (notDenying.has(word)) return null
  return /^(un|non|anti)(?=\p{Ll}{4})/u.exec(word)?.[1] ?? null
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const HANGUL = /\p{Script=Hangul}/u
const NUMBER_WITH_UNIT = /^(\p{N}[\p{N}.,]*)(\p{L}+)$/u

/** What a piece of a word means in any of its forms: the first one that means something. */
const readPiece = (piece: string, afterNumber: boolean): MeaningWord[] => {
  for (const form of formsOf(piece)) {
    const read = readForm(form, afterNumber)
    if (read.length > 0) return read
  }
  return []
}

const readForm = (piece: string, afterNumber: boolean): MeaningWord[] => {
  const lower = piece.toLowerCase()
  if (negations.has(lower)) return [{ kind: 'negation', value: 'not' }]
  const number = numberOf(lower)
  if (number !== null) return [{ kind: 'number', value: number }]
  const order = orderOf(lower)
  if (order !== null) return [{ kind: 'order', value: order }]
  const unit = unitOf(piece, afterNumber)
  if (unit !== null) return [{ kind: 'unit', value: unit }]
  const [, digits, letters] = NUMBER_WITH_UNIT.exec(piece) ?? []
  if (digits !== undefined && letters !== undefined) {
    const joined = unitOf(letters, true)
    if (joined !== null) {
      return [
        { kind: 'number', value: numberOf(digits) ?? digits },
        { kind: 'unit', value: joined },
      ]
    }
  }
  const comparison = comparisonOf(lower)
  if (comparison !== null) return [{ kind: 'comparison', value: comparison }]
  if (isSymbol(piece) || isRoman(piece)) return [{ kind: 'entity', value: symbolName(piece) }]
  const denial = denialOf(lower)
  const denied = denial === null ? [] : [{ kind: 'negation' as const, value: denial }]
  const direction = directionOf(denial === null ? lower : lower.slice(denial.length)) ?? directionOf(lower)
  return direction === null ? denied : [...denied, { kind: 'polarity', value: direction }]
}

const NO_NAMES: ReadonlySet<string> = new Set()
const readAfterNumber = remember(word => readAnew(word, true, NO_NAMES))
const readElsewhere = remember(word => readAnew(word, false, NO_NAMES))

const readWord = (word: string, afterNumber: boolean, names: ReadonlySet<string>): readonly MeaningWord[] => {
  const mayBeName = names.size > 0 && (word.includes('-') || names.has(word.toLowerCase()))
  if (mayBeName) return readAnew(word, afterNumber, names)
  return afterNumber ? readAfterNumber(word) : readElsewhere(word)
}

const readAnew = (word: string, afterNumber: boolean, names: ReadonlySet<string>): readonly MeaningWord[] => {
  if (UNSPACED.test(word)) return readUnspaced(word)
  if (HANGUL.test(word)) return readKorean(word)
  const whole = numberOf(word.toLowerCase())
  if (whole !== null) return [{ kind: 'number', value: whole }]
  const found: MeaningWord[] = []
  let follows = afterNumber
  const pieces = piecesOf(word)
  for (const piece of pieces) {
    const lower = piece.toLowerCase()
    // By itself "un" is an article in many languages.
    if (pieces.length > 1 && /^(?:un|non|anti)$/.test(lower)) found.push({ kind: 'negation', value: lower })
    else {
      const read = readPiece(piece, follows)
      if (read.length > 0) found.push(...read)
      else if (names.has(lower)) found.push({ kind: 'entity', value: lower })
    }
    follows = found.at(-1)?.kind === 'number'
  }
  return found
}

const readMark = (mark: Token, before: Token | undefined, after: Token | undefined): MeaningWord | null => {
  if (mark.text === '%' || mark.text === '‰') return { kind: 'unit', value: mark.text }
  const comparison = comparisonSigns[mark.text]
  if (comparison !== undefined) return { kind: 'comparison', value: comparison }
  // A hyphen before a figure, with nothing right before it, is a minus.
  const isMinus =
    mark.text === '-' && before?.end !== mark.start && after?.start === mark.end && /^\p{N}/u.test(after.text)
  return isMinus ? { kind: 'number', value: 'minus' } : null
}

/** Words and signs after a number within which a short unit is read as one: "1.5 in fact mg". */
const UNIT_REACH = 3

/**
 * The words of a statement, folded, on which its meaning turns, in their order. Two statements with different ones are not
 * the same statement. `names` holds, in small letters, the words that name somebody or something.
 */
export const meaningWords = (text: string, names: ReadonlySet<string>): MeaningWord[] => {
  const read = tokens(withoutReferences(text))
  const found: MeaningWord[] = []
  let sinceNumber = UNIT_REACH
  for (const [index, token] of read.entries()) {
    const before = read[index - 1]
    if (token.kind === 'mark') {
      const mark = readMark(token, before, read[index + 1])
      if (mark !== null) found.push(mark)
      // "10–20 mg", "10 %": the sign does not part a number from its unit.
      if (!/^[-°%]$/.test(token.text)) sinceNumber += 1
      continue
    }
    const words = readWord(token.text, sinceNumber < UNIT_REACH, names)
    // A letter by itself names a group, a type or a vitamin; "A" and "I" may be words.
    if (words.length === 0 && /^[B-HJ-Z]$/.test(token.text)) found.push({ kind: 'entity', value: token.text })
    else for (const word of words) found.push(word)
    sinceNumber = words.at(-1)?.kind === 'number' ? 0 : sinceNumber + 1
  }
  return found
}
