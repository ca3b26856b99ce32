import type { Span } from './span.ts'

/** Shortened words after which a sentence goes on, without their last stop. Sorted. */
const abbreviations = new Set([
  'al',
  'approx',
  'ca',
  'cf',
  'dr',
  'e.g',
  'ed',
  'eds',
  'eq',
  'eqs',
  'etc',
  'fig',
  'figs',
  'i.e',
  'i.m',
  'i.p',
  'i.v',
  'incl',
  'jr',
  'mr',
  'mrs',
  'ms',
  'no',
  'nos',
  'p.o',
  'pp',
  'prof',
  'ref',
  'refs',
  's.c',
  'sp',
  'spp',
  'sr',
  'st',
  'subsp',
  'supp',
  'tab',
  'u.k',
  'u.s',
  'var',
  'viz',
  'vol',
  'vs',
])
/** Of these a capital letter after the stop does begin a new sentence. Sorted. */
const mayEndSentence = new Set(['al', 'etc', 'i.m', 'i.p', 'i.v', 'p.o', 's.c', 'u.k', 'u.s'])
/** These need a number after them to be a shortening at all. Sorted. */
const beforeNumber = new Set(['eq', 'fig', 'figs', 'no', 'nos', 'pp', 'ref', 'refs', 'tab', 'vol'])

const END = /[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]/gu
const WORD_BEFORE = /[\p{L}\p{N}.]+$/u

const continues = (before: string, after: string, mark: string): boolean => {
  if (!mark.startsWith('.')) return /^\p{Ll}/u.test(after)
  if (/^[\p{Ll},;:)]/u.test(after) && !/^(?:i?PS|m?RNA|p\d)/u.test(after)) return true
  const word = (WORD_BEFORE.exec(before)?.[0] ?? '').toLowerCase()
  // A single capital is an initial ("J. Smith", "S. cerevisiae"), unless it closes a symbol ("vitamin C.").
  if (
    /(?:^|[\s(.])\p{Lu}$/u.test(before) &&
    /^\p{Lu}\p{Ll}/u.test(after) &&
    !/\b(?:vitamin|type|group|hepatitis|factor|protein) \p{Lu}$/iu.test(before)
  )
    return true
  if (!abbreviations.has(word)) return false
  if (beforeNumber.has(word)) return /^[\p{N}S(]/u.test(after)
  return !(mayEndSentence.has(word) && /^["“(]?\p{Lu}/u.test(after))
}

/**
 * The sentences of `text` inside `span` (by default all of it), in order, without white space around them. A line feed
 * always ends one: it stands between blocks. Every character that is not white space lies in exactly one sentence.
 */
export const sentenceSpans = (text: string, span: Span = { start: 0, end: text.length }): Span[] => {
  const found: Span[] = []
  const keep = (from: number, to: number): void => {
    const piece = text.slice(from, to)
    const start = from + piece.length - piece.trimStart().length
    const end = from + piece.trimEnd().length
    if (start < end) found.push({ start, end })
  }
  let lineStart = span.start
  for (const line of text.slice(span.start, span.end).split('\n')) {
    let from = 0
    for (const match of line.matchAll(END)) {
      const end = match.index + match[0].length
      if (
        continues(
          line.slice(Math.max(from, match.index - 40), match.index),
          line.slice(end, end + 40).trimStart(),
          match[0],
        )
      )
        continue
      keep(lineStart + from, lineStart + end)
      from = end
    }
    keep(lineStart + from, lineStart + line.length)
    lineStart += line.length + 1
  }
  return found
}
