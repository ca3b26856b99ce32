import { sentenceSpans } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { Match } from './find-matches.ts'

/** Characters of a snippet: two or three lines in the window. */
const LENGTH = 220
/** Least room before the first match and after the last. */
const MARGIN = 40

/** The run of matches within the length of a snippet that holds the most terms, and of those the most matches. */
const bestRun = (matches: readonly Match[]): readonly Match[] => {
  let best: readonly Match[] = []
  let most = 0
  for (let from = 0; from < matches.length; from += 1) {
    const start = matches[from]?.start ?? 0
    let to = from + 1
    while (to < matches.length && (matches[to]?.end ?? 0) - start <= LENGTH - 2 * MARGIN) to += 1
    const run = matches.slice(from, to)
    const worth = new Set(run.map(({ term }) => term)).size * 1_000 + run.length
    if (worth > most) [best, most] = [run, worth]
  }
  return best
}

/** The sentences, or lines, that a span lies in. */
const sentencesAround = (text: string, { start, end }: Span): Span => {
  const around = sentenceSpans(text).filter(
    sentence => sentence.end > start && sentence.start < Math.max(end, start + 1),
  )
  return { start: around[0]?.start ?? 0, end: around.at(-1)?.end ?? 0 }
}

/** The nearest place at which no word is cut, looking towards `limit`. */
const betweenWords = (text: string, at: number, limit: number): number => {
  const step = limit > at ? 1 : -1
  for (let place = at; place !== limit; place += step)
    if (/\s/.test(text[place - 1] ?? ' ') !== /\s/.test(text[place] ?? ' ')) return place
  return limit
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const cut = text.slice(start, end)
  return { start: start + (cut.length - cut.trimStart().length), end: end - (cut.length - cut.trimEnd().length) }
}

/**
 * The part of a text that is shown of a hit: the sentence with the most of what was looked for, or as much of it as there is room
 * for. Without matches it is the beginning.
 */
export const makeSnippet = (text: string, matches: readonly Match[]): Span => {
  const run = bestRun(matches)
  const core = {
    start: run[0]?.start ?? 0,
    end: run.reduce((end, match) => Math.max(end, match.end), run[0]?.end ?? 0),
  }
  const sentence = sentencesAround(text, core)
  if (sentence.end - sentence.start <= LENGTH) return trimmed(text, sentence)
  const room = Math.max(0, LENGTH - (core.end - core.start))
  // Two thirds of the room go to what follows: it says more than what went before.
  const before = Math.min(core.start - sentence.start, Math.max(room / 3, room - (sentence.end - core.end)))
  const from = Math.round(core.start - before)
  const to = Math.min(sentence.end, Math.round(core.end + room - before))
  return trimmed(text, {
    start: from <= sentence.start ? sentence.start : betweenWords(text, from, core.start),
    end: to >= sentence.end ? sentence.end : betweenWords(text, to, core.end),
  })
}
