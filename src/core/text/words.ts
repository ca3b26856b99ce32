import type { Span } from './span.ts'

/** A word or a mark of punctuation, with its place in the text it was read from. */
export interface Token extends Span {
  readonly text: string
  readonly kind: 'word' | 'mark'
}

/**
 * A word begins with a letter or a digit and runs on over letters, digits and combining marks, over a hyphen or an
 * apostrophe that joins two of them (`IL-1β`, `NT-3`), and over a separator between digits (`2.5`, `1,200`). A plus
 * that closes it belongs to it (`CD4+`, `Ca2+`). What is neither a word nor white space is a mark of its own. What runs on for more
 * than a hundred thousand characters is no word and is cut there: an expression that goes on for millions of them runs out of its stack.
 */
const TOKEN =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[-\u2010\u2011'\u2019](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N})){0,100000}\+?|[^\s\p{L}\p{N}]/gu

const isWordStart = /^[\p{L}\p{N}]/u

/** Words and marks of `text` inside `span` (by default all of it), in order, with offsets into `text`. */
export const tokens = (text: string, span: Span = { start: 0, end: text.length }): Token[] => {
  const found: Token[] = []
  for (const match of text.slice(span.start, span.end).matchAll(TOKEN)) {
    const start = span.start + match.index
    const word = match[0]
    found.push({ start, end: start + word.length, text: word, kind: isWordStart.test(word) ? 'word' : 'mark' })
  }
  return found
}

/** The words alone. */
export const words = (text: string, span?: Span): Token[] => tokens(text, span).filter(token => token.kind === 'word')
