import type { Span } from '../text/span.ts'
import { distanceToBeginning, distanceToEnding } from './bit-parallel.ts'
import { withoutLightWords } from './light-words.ts'
import type { Sought } from './sought.ts'
import type { TextIndex } from './text-index.ts'

/** Edges of blocks, in offsets of the folded text. */
export interface BlockEdges {
  readonly opensAt: (offset: number) => boolean
  readonly closesAt: (offset: number) => boolean
}

/** How far what stands around a place agrees with what stood around the quote. */
export interface Surroundings {
  /** 0 to 1: likeness of what stands before and after. */
  readonly before: number
  readonly after: number
  /** Whether a block begins or ends here as one did at the quote. */
  readonly opens: boolean
  readonly closes: boolean
}

/** Units beyond the length of the context that are looked at, so that a word put in does not push it out of view. */
const CONTEXT_SLACK = 16
/** Units right beside a place: two words or so. */
const BESIDE = 12

const beforeIn = (text: string, start: number, prefix: string): string =>
  text.slice(Math.max(0, start - prefix.length - CONTEXT_SLACK), start)
const afterIn = (text: string, end: number, suffix: string): string =>
  text.slice(end, end + suffix.length + CONTEXT_SLACK)

/** Likeness, 0 to 1, of the ends of two texts, and of their beginnings; 0 when nothing is wanted. */
const likenessOfEnds = (prefix: string, before: string): number => {
  const wanted = prefix.trimEnd()
  if (wanted === '') return 0
  const there = before.trimEnd()
  return there.endsWith(wanted) ? 1 : Math.max(0, 1 - distanceToEnding(wanted, there) / wanted.length)
}
const likenessOfBeginnings = (suffix: string, after: string): number => {
  const wanted = suffix.trimStart()
  if (wanted === '') return 0
  const there = after.trimStart()
  return there.startsWith(wanted) ? 1 : Math.max(0, 1 - distanceToBeginning(wanted, there) / wanted.length)
}

export const surroundingsOf = (
  { folded: { text } }: TextIndex,
  edges: BlockEdges,
  sought: Sought,
  { start, end }: Span,
): Surroundings => ({
  before: likenessOfEnds(sought.prefix, beforeIn(text, start, sought.prefix)),
  after: likenessOfBeginnings(sought.suffix, afterIn(text, end, sought.suffix)),
  opens: sought.opensBlock && edges.opensAt(start),
  closes: sought.closesBlock && edges.closesAt(end),
})

/** The likeness with light words and without them, whichever is more: one that was put in or taken out tells no place from another. */
const besideLikeness = (likeness: (wanted: string, there: string) => number, wanted: string, there: string): number =>
  Math.max(likeness(wanted, there), likeness(withoutLightWords(wanted), withoutLightWords(there)))

/** The lesser likeness, 0 to 1, of the few units right beside a place; the edge of a block has none that could differ. */
export const likenessBeside = ({ folded: { text } }: TextIndex, sought: Sought, { start, end }: Span): number => {
  const prefix = sought.prefix.slice(-BESIDE)
  const suffix = sought.suffix.slice(0, BESIDE)
  const before = sought.opensBlock ? 1 : besideLikeness(likenessOfEnds, prefix, beforeIn(text, start, prefix))
  const after = sought.closesBlock ? 1 : besideLikeness(likenessOfBeginnings, suffix, afterIn(text, end, suffix))
  return Math.min(before, after)
}
