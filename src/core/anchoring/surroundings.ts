import type { Span } from '../text/span.ts'
import { distanceToBeginning, distanceToEnding } from './bit-parallel.ts'
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

const likenessBefore = (text: string, start: number, prefix: string): number => {
  const wanted = prefix.trimEnd()
  if (wanted === '') return 0
  const there = text.slice(Math.max(0, start - prefix.length - CONTEXT_SLACK), start).trimEnd()
  return there.endsWith(wanted) ? 1 : Math.max(0, 1 - distanceToEnding(wanted, there) / wanted.length)
}

const likenessAfter = (text: string, end: number, suffix: string): number => {
  const wanted = suffix.trimStart()
  if (wanted === '') return 0
  const there = text.slice(end, end + suffix.length + CONTEXT_SLACK).trimStart()
  return there.startsWith(wanted) ? 1 : Math.max(0, 1 - distanceToBeginning(wanted, there) / wanted.length)
}

export const surroundingsOf = (
  { folded: { text } }: TextIndex,
  edges: BlockEdges,
  sought: Sought,
  { start, end }: Span,
): Surroundings => ({
  before: likenessBefore(text, start, sought.prefix),
  after: likenessAfter(text, end, sought.suffix),
  opens: sought.opensBlock && edges.opensAt(start),
  closes: sought.closesBlock && edges.closesAt(end),
})

/** The lesser likeness, 0 to 1, of the few units right beside a place; the edge of a block has none that could differ. */
export const likenessBeside = ({ folded: { text } }: TextIndex, sought: Sought, { start, end }: Span): number =>
  Math.min(
    sought.opensBlock ? 1 : likenessBefore(text, start, sought.prefix.slice(-BESIDE)),
    sought.closesBlock ? 1 : likenessAfter(text, end, sought.suffix.slice(0, BESIDE)),
  )
