import type { Refusal } from '../verdict.ts'

/** A word on which the meaning of a statement turns, by one value for all its spellings. */
export interface MeaningWord {
  readonly kind: Extract<Refusal, 'negation' | 'polarity' | 'number' | 'unit' | 'comparison' | 'order' | 'entity'>
  readonly value: string
}
