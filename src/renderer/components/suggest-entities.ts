import { nameKey } from '#core/mechanism/cards/effect-graph.ts'
import { normaliseName } from '#core/mechanism/entities/normalise-name.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'

/** An entity that can be picked, with every name by which it may be looked for and how often it is met. */
export interface EntityChoice {
  readonly entity: Entity
  /** Its name first; then how the text writes it, and its other names. */
  readonly names: readonly string[]
  readonly count: number
}

export interface EntitySuggestion {
  readonly choice: EntityChoice
  /** The other name by which it was found; null when that is its own name, or nothing is typed. */
  readonly by: string | null
}

const MOST = 50

/** How well a name answers what is typed: as a whole, at its beginning, at the beginning of a word, within; null when not. */
const rankOf = (name: string, typed: string): number | null => {
  const compared = normaliseName(name)
  if (compared === typed) return 0
  if (compared.startsWith(typed)) return 1
  if (name.split(/[\s/-]+/u).some(word => normaliseName(word).startsWith(typed))) return 2
  return compared.includes(typed) ? 3 : null
}

/**
 * The choices that answer what is typed, by any of their names; the best answers first, of equally good ones in the order
 * in which they came. Case, Greek letters, hyphens and blanks do not count. At most `most`.
 */
export const suggestEntities = (
  choices: readonly EntityChoice[],
  typed: string,
  most = MOST,
): readonly EntitySuggestion[] => {
  const wanted = normaliseName(typed)
  if (wanted === '') return choices.slice(0, most).map(choice => ({ choice, by: null }))
  return choices
    .flatMap((choice, place) => {
      const ranked = choice.names.flatMap((name, index) => {
        const rank = rankOf(name, wanted)
        return rank === null ? [] : [{ name, index, rank }]
      })
      const [best] = ranked.toSorted((a, b) => a.rank - b.rank || a.index - b.index)
      if (best === undefined) return []
      const by = nameKey(best.name) === nameKey(choice.entity.name) ? null : best.name
      return [{ suggestion: { choice, by }, rank: best.rank, place }]
    })
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, most)
    .map(({ suggestion }) => suggestion)
}
