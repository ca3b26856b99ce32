import { sentenceSpans } from '#core/text/sentences.ts'
import type { Span } from '#core/text/span.ts'
import type { Edit, EditedText } from './edited-text.ts'
import { applyEdits, moveSpan, textOf } from './edited-text.ts'
import type { Random } from './random.ts'

/** Lines of the text with the line feed that ends them. */
const linesOf = (text: string): Span[] =>
  [...text.matchAll(/[^\n]*\n/gu)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }))

/** Shorter lines are headings and table cells: to move those is no edit that a publisher makes. */
const isParagraph = ({ start, end }: Span): boolean => end - start > 120

/** Moves `count` paragraphs elsewhere, one after another. */
export const moveParagraphs = (edited: EditedText, count: number, random: Random): EditedText => {
  let result = edited
  for (let moved = 0; moved < count; moved++) {
    const lines = linesOf(textOf(result))
    const span = random.pick(lines.filter(isParagraph))
    const { start: to } = random.pick(lines.filter(line => line.end <= span.start || line.start > span.end))
    result = moveSpan(result, span, to)
  }
  return result
}

const proseSentences = (text: string): Span[] => sentenceSpans(text).filter(({ start, end }) => end - start > 30)

/** The sentence and the space after it, or before it where it ends a paragraph. */
const withSpace = (text: string, { start, end }: Span): Span =>
  text.charAt(end) === ' '
    ? { start, end: end + 1 }
    : text.charAt(start - 1) === ' '
      ? { start: start - 1, end }
      : { start, end }

export const deleteSentences = (edited: EditedText, share: number, random: Random): EditedText => {
  const text = textOf(edited)
  const sentences = proseSentences(text)
  return applyEdits(
    edited,
    random
      .sample(sentences, Math.round(sentences.length * share))
      .map(span => ({ ...withSpace(text, span), text: '' })),
  )
}

/** Puts `sentences` in, each after another sentence of the text. */
export const insertSentences = (edited: EditedText, sentences: readonly string[], random: Random): EditedText => {
  const places = random.sample(proseSentences(textOf(edited)), sentences.length)
  return applyEdits(
    edited,
    places.map(({ end }, index): Edit => ({ start: end, end, text: ` ${sentences[index] ?? ''}` })),
  )
}
