import type { StatedEffect } from './stated-effect.ts'

/** A document of the index. */
export interface IndexedDocument {
  readonly id: string
  readonly title: string
}

/** An effect with its names resolved; things and the document are numbers in the index's lists. */
export interface IndexedEffect {
  readonly document: number
  readonly stated: StatedEffect
  /** Null when the article names none. */
  readonly agent: number | null
  readonly target: number
  /** Everything that it names: agent, target, and what stands within their words. */
  readonly things: readonly number[]
  /** The processes that its target names. */
  readonly processes: readonly number[]
}
