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

/**
 * Probabilities from which a weighed effect is told: where the entities were given, and where they were found, which asks for more
 * (on the development sets of the BioNLP shared task 2013 these give the best F1, and a precision of 58 per cent).
 */
export const LEAST_GIVEN = 0.33
export const LEAST_FOUND = 0.45
