import fitted from './weights.json' with { type: 'json' }
import { Weigher } from './find-readings.ts'

const asMap = (weights: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(weights))

/** The weights that `tests/bench/mechanisms/fit.mjs` fitted; how, stands in docs/decisions/0015. */
export const shippedWeigher = new Weigher({
  agent: asMap(fitted.agent),
  target: asMap(fitted.target),
  pair: asMap(fitted.pair),
})

/** Probabilities that decide what is told. */
export interface Thresholds {
  /** From which an effect is told that no construction states. */
  readonly least: number
  /** Below which an effect that a construction states is taken for misread. */
  readonly misread: number
}

/** Where the entities were given: these give the best F1 on the development sets. */
export const givenThresholds: Thresholds = { least: 0.33, misread: 0.2 }

/** Where they were found: a card that is wrong costs a reader more than one that is missing. */
export const foundThresholds: Thresholds = { least: 0.65, misread: 0.2 }
