import type { Span } from '../../text/span.ts'
import { findAbbreviations } from './abbreviations.ts'
import { typeOfLongForm } from './head-nouns.ts'
import type { LexiconIndex } from './index-lexicon.ts'
import { lookUp } from './look-up.ts'
import type { Named, OwnNames } from './look-up.ts'
import { normaliseName } from './normalise-name.ts'
import { mayBeSymbol } from './symbol-shapes.ts'
import { typeOfEnding } from './word-endings.ts'

/** Words that only genes and their products have: what stands before them is a symbol, here and elsewhere in the text. */
const EVIDENCE =
  /(?<![\p{L}\p{N}-])([\p{L}][\p{L}\p{N}-]{1,10})[ -](?:cDNA|m?RNA|gene|genes|kinase|knockdown|knockout|oncogene|phosphorylation|promoter|protein|proteins|receptor|receptors|siRNA|shRNA|transcript|transcripts|transgene)(?![\p{L}\p{N}])/gu

/** What `longForm`, which no entry names, is by its last word; undefined when that says nothing. */
const nameOfLongForm = (index: LexiconIndex, longForm: string): Named | undefined => {
  const words = longForm.split(/\s+/u)
  const last = words.at(-1) ?? ''
  // "X receptor 2" and "X factor alpha" are named by the word before.
  const head = /^(?:\p{N}+\p{L}?|\p{Lu}|[IVX]+|alpha|beta|gamma|delta|epsilon|[α-ω])$/u.test(last)
    ? (words.at(-2) ?? '')
    : last
  const type = typeOfLongForm(head) ?? typeOfEnding(head) ?? lookUp(index, head)?.type
  return type ? { name: longForm, type } : undefined
}

/** The lexicon's entry for a short form, where the long form is a thing of the same kind; otherwise the long form. */
const sameAsListed = (listed: Named | undefined, named: Named | undefined): Named | undefined =>
  listed && named && listed.type === named.type ? listed : named

/**
 * What `surface`, introduced as a short form of something unknown, is: nothing when it is short and without digits
 * ("overall survival (OS)"); undefined leaves it to the lexicon and to its shape.
 */
const unknownShortForm = (index: LexiconIndex, surface: string): null | undefined =>
  /^\p{Lu}{2,5}$/u.test(surface) && (surface.length < 4 || !lookUp(index, surface)) ? null : undefined

/**
 * The names that the text in `span` introduces by itself, by normalised short form, for use in every part of it:
 * abbreviations with their long forms, and symbols that it somewhere calls a gene, a protein or the like.
 */
const ownNamesIn = (text: string, span: Span, index: LexiconIndex): OwnNames => {
  const own = new Map<string, Named | null>()
  for (const { short, long } of findAbbreviations(text, span)) {
    const surface = text.slice(short.start, short.end)
    const key = normaliseName(surface)
    if (key.length < 2 || own.has(key)) continue
    const longForm = text.slice(long.start, long.end)
    const named = lookUp(index, longForm) ?? sameAsListed(lookUp(index, surface), nameOfLongForm(index, longForm))
    const meaning = named ?? unknownShortForm(index, surface)
    if (meaning === undefined) continue
    own.set(key, meaning)
    // "Hepatic stellate cells (HSCs)" gives a name to a single HSC too.
    const single = /\p{Lu}s$/u.test(surface) ? key.slice(0, -1) : key
    if (single.length > 1 && !own.has(single)) own.set(single, meaning)
  }
  for (const match of text.slice(span.start, span.end).matchAll(EVIDENCE)) {
    const symbol = match[1] ?? ''
    const key = normaliseName(symbol)
    if (own.has(key) || !mayBeSymbol(symbol) || lookUp(index, symbol)) continue
    if (/^\p{Lu}\p{Ll}+$/u.test(symbol)) continue
    own.set(key, { name: symbol, type: 'gene-or-protein' })
  }
  return own
}

/** The names that `text` introduces by itself, for use in every part of it. */
export const findOwnNames = (text: string, index: LexiconIndex): OwnNames =>
  ownNamesIn(text, { start: 0, end: text.length }, index)
