import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { Entity } from '#core/mechanism/mechanism.ts'
import { withSpellings } from './entities-once.ts'
import { paddedName } from './padded-name.ts'

/** A card's entities, those that act or are acted on in its effects before those that its passage only names. */
export const entitiesInEffects = ({
  effects,
  entities,
}: Pick<ShownCard, 'effects' | 'entities'>): readonly Entity[] => {
  const sides = effects.flatMap(({ agent, target }) => [paddedName(agent ?? ''), paddedName(target)])
  const takesPart = (entity: Entity): boolean => {
    const names = [entity.name, ...withSpellings(entity).mentions.map(mention => mention.quote)].map(paddedName)
    return names.some(name => sides.some(side => side.includes(name)))
  }
  const first = new Set(entities.filter(takesPart))
  return [...first, ...entities.filter(entity => !first.has(entity))]
}
