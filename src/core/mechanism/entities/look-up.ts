import type { Token } from '../../text/words.ts'
import { functionWords } from '../words/function-words.ts'
import type { EntityType } from '../mechanism.ts'
import { beginsName, entryNamed, formsOf, isListed } from './index-lexicon.ts'
import type { LexiconIndex } from './index-lexicon.ts'
import type { LexiconEntry } from './lexicon.ts'
import { normaliseName } from './normalise-name.ts'

/** What a name stands for. */
export interface Named {
  readonly name: string
  readonly type: EntityType
}

/** What the text itself says about a short form: what it names, or null when that is nothing of the field. */
export type OwnNames = ReadonlyMap<string, Named | null>

/**
 * A name found at a token: how many tokens it takes, where it ends, and whether the text introduces it itself; `named`
 * is null for a phrase that looks like a name and is none.
 */
interface FoundName {
  readonly length: number
  readonly end: number
  readonly named: Named | null
  readonly introduced: boolean
}

/** `"a gene"` is no agene: words run together count only where the name that they make is written apart there too. */
const isWrittenApart = (entry: LexiconEntry, key: string, before: string): boolean =>
  [entry.name, ...(entry.synonyms ?? [])].some(name => {
    if (normaliseName(name) !== key) return false
    let start = ''
    for (const word of name.split(/[^\p{L}\p{N}+]+|(?<=\p{L})(?=\p{N})/u)) {
      start += normaliseName(word)
      if (start.length >= before.length) return start === before
    }
    return false
  })

/** A word that often stands beside another without being one name with it. */
const isLooseWord = (word: string): boolean => word.length < 3 || functionWords.has(word)

/** The entry that the last word's `forms`, after the normalised words before it, name. */
const entryFor = (
  index: LexiconIndex,
  before: string,
  forms: readonly string[],
  surface: string,
  apart = '',
): Named | undefined => {
  for (const form of forms) {
    const entry = entryNamed(index, before + form, surface)
    if (entry && (apart === '' || isWrittenApart(entry, before + form, apart))) return entry
  }
  return undefined
}

/** The entry for a whole name, its last word in singular or plural. */
export const lookUp = (index: LexiconIndex, surface: string): Named | undefined => {
  const last = /[^\s-]+$/u.exec(surface)?.[0] ?? ''
  const whole = entryNamed(index, normaliseName(surface), surface)
  return (
    whole ??
    entryFor(index, normaliseName(surface.slice(0, surface.length - last.length)), formsOf(index, last), surface)
  )
}

/** What `surface` is called in this text: as the text introduces it, else as the lexicon has it. Null: nothing. */
export const nameOf = (index: LexiconIndex, own: OwnNames, surface: string): Named | null | undefined => {
  const introduced = /\p{Lu}|\p{N}/u.test(surface)
    ? (own.get(normaliseName(surface)) ?? own.get(normaliseName(surface.replace(/s$/u, ''))))
    : undefined
  return introduced === undefined ? lookUp(index, surface) : introduced
}

/** True when nothing but a blank or a hyphen stands between two tokens. */
export const adjacent = (text: string, a: Token, b: Token): boolean =>
  b.start === a.end || (b.start === a.end + 1 && /^[ \u00a0\n\-\u2010\u2011]$/u.test(text.charAt(a.end)))

const opens = (mark: string): boolean => mark === '(' || mark === '['
const closes = (mark: string): boolean => mark === ')' || mark === ']'
const isInside = (mark: string): boolean => mark === '/' || mark === '+' || mark === '-' || opens(mark) || closes(mark)

/** Whether a name may end with this token, or go on after it with a blank: a word, `)` or `+`. */
const mayPrecede = ({ kind, text }: Token): boolean => kind === 'word' || text === '+' || closes(text)

/**
 * The longest name that begins at token `at`. A name runs over words with a blank or a hyphen between them, and over
 * brackets and strokes without any blank, as chemical and older gene symbols have them: `Ca(2+)`, `p21(WAF1/CIP1)`.
 */
export const longestName = (
  text: string,
  list: readonly Token[],
  at: number,
  index: LexiconIndex,
  own: OwnNames,
): FoundName | null => {
  const first = list[at]
  if (!first) return null
  let best: FoundName | null = null
  if (functionWords.has(first.text)) return null
  let before = ''
  let depth = 0
  /** What stands before a blank beside which a short word stands. */
  let apart = ''
  for (let i = at; i < list.length; i++) {
    const token = list[i]
    const previous = list[i - 1]
    if (!token) break
    const glued = i === at || previous?.end === token.start
    if (token.kind === 'mark') {
      if (!glued || !isInside(token.text)) break
      if (opens(token.text)) depth++
      if (closes(token.text)) depth--
      if (depth < 0) break
      if (token.text === '+') before += '+'
    } else {
      if (!glued && (depth > 0 || !previous || !mayPrecede(previous) || !adjacent(text, previous, token))) break
      if (!glued && (isLooseWord(token.text) || isLooseWord(previous?.text ?? ''))) apart = before
    }
    const forms = token.kind === 'word' ? formsOf(index, token.text) : ['']
    const next = list[i + 1]
    const closing = depth === 1 && next?.kind === 'mark' && closes(next.text) && next.start === token.end ? 1 : 0
    const mayName = (form: string): boolean =>
      isListed(index, before + form) || own.has(before + form) || index.nothing.has(before + form)
    if (depth === closing && mayPrecede(token) && forms.some(mayName)) {
      const end = closing ? (next?.end ?? token.end) : token.end
      const surface = text.slice(first.start, end)
      const introduced = /\p{Lu}|\p{N}/u.test(surface) ? own.get(before + (forms[0] ?? '')) : undefined
      const isNothing = introduced === undefined && forms.some(form => index.nothing.has(before + form))
      const entry = isNothing ? null : (introduced ?? entryFor(index, before, forms, surface, apart))
      if (introduced === null) best = null
      else if (entry !== undefined)
        best = { length: i - at + 1 + closing, end, named: entry, introduced: introduced !== undefined }
    }
    before += forms[0] ?? ''
    if (before !== '' && !beginsName(index, before)) break
  }
  return best
}
