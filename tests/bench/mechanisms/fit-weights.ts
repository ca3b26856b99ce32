import type { Weights } from '#core/mechanism/readings/find-readings.ts'

/** A reading with its features, and whether the gold set has it. */
export interface Example {
  readonly features: readonly string[]
  readonly isRight: boolean
}

/** Features that fewer examples have say nothing. */
const FEWEST = 25
const ROUNDS = 4
const STEP = 0.05
const DECAY = 0.02

/** A fixed sequence, so that the same examples give the same weights (Park & Miller 1988). */
const sequence = (): (() => number) => {
  let state = 20_130_809
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Logistic regression over sparse features, fitted by AdaGrad (Duchi, Hazan & Singer 2011). */
export const fitWeights = (examples: readonly Example[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name)
  const ids = new Map(names.map((name, id) => [name, id]))
  const rows = examples.map(({ features, isRight }) => ({
    ids: Int32Array.from(features.flatMap(feature => ids.get(feature) ?? [])),
    isRight,
  }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(0.01)
  const next = sequence()
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const [one, other] = [rows[i], rows[j]]
      if (one && other) [rows[i], rows[j]] = [other, one]
    }
    for (const { ids: own, isRight } of rows) {
      let score = 0
      for (const id of own) score += weights[id] ?? 0
      const error = 1 / (1 + Math.exp(-score)) - (isRight ? 1 : 0)
      if (Math.abs(error) < 1e-4) continue
      for (const id of own) {
        const weight = weights[id] ?? 0
        const slope = error + DECAY * weight
        const square = (squares[id] ?? 0) + slope * slope
        squares[id] = square
        weights[id] = weight - (STEP * slope) / Math.sqrt(square)
      }
    }
  }
  return new Map(names.map((name, id) => [name, Math.round((weights[id] ?? 0) * 100) / 100]))
}

/** Weights nearer to 0 than this are left out of the file. */
const SMALLEST = 0.08

/** Features are named `A …`, `T …` and `P …` for agent, target and pair. */
export const asWeights = (weights: ReadonlyMap<string, number>): Weights => {
  const part = (letter: string): Map<string, number> =>
    new Map(
      [...weights]
        .filter(([name, weight]) => name.startsWith(`${letter} `) && Math.abs(weight) >= SMALLEST)
        .map(([name, weight]) => [name.slice(2), weight] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  return { agent: part('A'), target: part('T'), pair: part('P') }
}
