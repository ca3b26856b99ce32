import type { ArticleText } from '#core/article/article.ts'
import { sentenceSpans } from '#core/text/sentences.ts'
import type { Span } from '#core/text/span.ts'
import { words } from '#core/text/words.ts'
import { trimSpan } from './edited-text.ts'
import type { Random } from './random.ts'

const LONGEST = 300

const cutAt = (text: string, offset: number): number => {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}

/**
 * Passages as readers mark them, in the order of the text: whole sentences, runs of words, two or three words, words that
 * occur more than once, runs that begin and end inside of words, and runs across the border of two blocks.
 */
export const choosePassages = (article: ArticleText, count: number, random: Random): Span[] => {
  const { text } = article
  const tokens = words(text)
  const sentences = sentenceSpans(text).filter(({ start, end }) => end - start >= 20 && end - start <= LONGEST)
  const borders = article.blocks.slice(1).map(block => block.start)
  const wordRun = (low: number, high: number): Span => {
    const first = random.between(0, tokens.length - 1)
    const last = Math.min(tokens.length - 1, first + random.between(low, high) - 1)
    return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
  }
  const anyRun = (): Span => {
    const start = random.between(0, Math.max(0, text.length - 40))
    return { start: cutAt(text, start), end: cutAt(text, Math.min(text.length, start + random.between(20, LONGEST))) }
  }
  const acrossBorder = (): Span => {
    const border = random.pick(borders)
    return {
      start: cutAt(text, Math.max(0, border - random.between(10, 120))),
      end: cutAt(text, Math.min(text.length, border + random.between(10, 120))),
    }
  }
  const repeated = (): Span => {
    for (let trial = 0; trial < 40; trial++) {
      const run = wordRun(2, 5)
      if (text.indexOf(text.slice(run.start, run.end)) !== text.lastIndexOf(text.slice(run.start, run.end))) return run
    }
    return wordRun(2, 5)
  }
  const makers: readonly (() => Span)[] = [
    () => (sentences.length > 0 ? random.pick(sentences) : wordRun(5, 20)),
    () => (sentences.length > 0 ? random.pick(sentences) : wordRun(5, 20)),
    () => wordRun(4, 40),
    () => wordRun(4, 40),
    () => wordRun(2, 3),
    repeated,
    anyRun,
    () => (borders.length > 0 ? acrossBorder() : anyRun()),
  ]
  const chosen = new Map<string, Span>()
  for (let trial = 0; chosen.size < count && trial < 20 * count; trial++) {
    const span = trimSpan(text, random.pick(makers)())
    const length = span.end - span.start
    if (length >= 5 && length <= LONGEST) chosen.set(`${span.start}-${span.end}`, span)
  }
  return [...chosen.values()].toSorted((a, b) => a.start - b.start || a.end - b.end)
}
