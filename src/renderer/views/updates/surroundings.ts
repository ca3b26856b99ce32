import type { Span } from '#core/text/span.ts'

/** How much of the text is shown before and after a passage, and of the passage itself, in UTF-16 units. */
const BESIDE = 80
const WITHIN = 320

/** A passage with some of the text around it, on one line. */
export interface Surroundings {
  readonly before: string
  readonly words: string
  readonly after: string
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** The end of `text`, from the start of a word on; an ellipsis says that there is more. */
function ending(text: string, length: number): string {
  if (text.length <= length) return text
  const from = text.length - length
  const word = /\s\S/.exec(text.slice(from))
  return `…${word === null ? text.slice(from).replace(/^[\uDC00-\uDFFF]/, '') : text.slice(from + word.index + 1)}`
}

function beginning(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, length)
  const word = head.search(/\s\S*$/)
  return `${word > length / 2 ? head.slice(0, word) : head.replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The context that a mark keeps is cut after so many characters, in the middle of a word; it is shown from whole words on. */
export const keptBefore = (prefix: string): string => (prefix === '' ? '' : `…${prefix.replace(/^\S*\s+(?=\S)/, '')}`)
export const keptAfter = (suffix: string): string => (suffix === '' ? '' : `${suffix.replace(/(?<=\S)\s+\S*$/, '')}…`)

/** What stands beside a passage in the same paragraph, heading or row: a line feed parts those in an article's text. */
const inItsBlock = (text: string, direction: 1 | -1): string =>
  (direction === 1 ? text.split('\n')[0] : text.split('\n').at(-1)) ?? ''

/** Where a passage stands, short enough to choose by: whole words, and of a long passage its beginning and its end. */
export function surroundingsOf(text: string, { start, end }: Span): Surroundings {
  const words = onOneLine(text.slice(start, end))
  return {
    before: onOneLine(ending(inItsBlock(text.slice(Math.max(0, start - BESIDE * 2), start), -1), BESIDE)),
    words: words.length > WITHIN ? `${beginning(words, WITHIN / 2)} ${ending(words, WITHIN / 2)}` : words,
    after: onOneLine(beginning(inItsBlock(text.slice(end, end + BESIDE * 2), 1), BESIDE)),
  }
}
