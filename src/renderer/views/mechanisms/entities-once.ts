import type { Entity } from '#core/mechanism/mechanism.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'

const known = new WeakMap<Entity, Entity>()

/**
 * An entity with one mention for each way in which the text writes it. A book names one thing a thousand times, in three
 * spellings: who asks for its names need not look at every mention.
 */
export function withSpellings(entity: Entity): Entity {
  const before = known.get(entity)
  if (before !== undefined) return before
  const bySpelling = new Map(entity.mentions.toReversed().map(mention => [mention.quote, mention]))
  const mentions = entity.mentions.filter(mention => bySpelling.get(mention.quote) === mention)
  const shorter = { ...entity, mentions }
  known.set(entity, shorter)
  return shorter
}

/** The cards with each entity on the first of them that names it only, and with each of its spellings once. */
export function withEntitiesOnce(cards: readonly ShownCard[]): readonly ShownCard[] {
  const seen = new Set<Entity>()
  return cards.map(card => {
    const entities = card.entities.filter(entity => !seen.has(entity))
    for (const entity of entities) seen.add(entity)
    return { ...card, entities: entities.map(withSpellings) }
  })
}
