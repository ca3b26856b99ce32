import type { ArticleText } from '#core/article/article.ts'
import { sectionPathAt } from '#core/article/locate.ts'
import { placesOf } from '#core/mechanism/cards/merge-effects.ts'
import { partsWithin } from '#core/mechanism/cards/parts-within.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'
import { directions } from '#core/mechanism/mechanism.ts'
import type { Direction, Entity, Extraction } from '#core/mechanism/mechanism.ts'
import type { Span } from '#core/text/span.ts'
import { paddedName } from './padded-name.ts'

/** Which effects are shown: those that pass all that is chosen. Null chooses nothing. */
export interface CardFilter {
  /** Id of an entity that acts or is acted on. */
  readonly entity: string | null
  readonly direction: Direction | null
  /** Id of a section, which stands for its subsections as well. */
  readonly section: string | null
}

export const noFilter: CardFilter = { entity: null, direction: null, section: null }

export const isFiltering = ({ entity, direction, section }: CardFilter): boolean =>
  entity !== null || direction !== null || section !== null

/** Answers about one article's effects that filtering asks again and again. */
export interface FilterContext {
  readonly namesEntity: (effect: ShownEffect, entity: string) => boolean
  readonly entitiesOf: (effect: ShownEffect) => readonly string[]
  /** Sections around a place, by id, the outermost first. */
  readonly sectionsAt: (span: Span) => readonly string[]
}

export const filterContext = (article: Pick<ArticleText, 'sections'>, found: Extraction): FilterContext => {
  const within = partsWithin(found.entities, entity => entity.mentions)
  const effects = new Map(found.effects.map(effect => [effect.id, effect]))
  const names = new Map(
    found.entities.map(entity => [
      entity.id,
      [...new Set([entity.name, ...entity.mentions.map(mention => mention.quote)].map(paddedName))],
    ]),
  )
  const known = new Map<string, readonly string[]>()
  const inWords = (effect: ShownEffect): readonly string[] => {
    const sides = [effect.agent ?? '', effect.target].map(paddedName)
    return found.entities
      .filter(({ id }) => names.get(id)?.some(name => sides.some(side => side.includes(name))) === true)
      .map(({ id }) => id)
  }
  const inText = (effect: ShownEffect): readonly string[] | null => {
    const source = effect.origin === 'found' ? effects.get(effect.id) : undefined
    if (source === undefined) return null
    const sides = source.agent === null ? [source.target] : [source.agent, source.target]
    return [...new Set(sides.flatMap(side => within(side).map(({ id }) => id)))]
  }
  const entitiesOf = (effect: ShownEffect): readonly string[] => {
    const key = `${effect.origin} ${effect.id} ${effect.agent ?? ''} ${effect.target}`
    const before = known.get(key)
    if (before !== undefined) return before
    const read = inText(effect) ?? inWords(effect)
    known.set(key, read)
    return read
  }
  return {
    entitiesOf,
    namesEntity: (effect, entity) => entitiesOf(effect).includes(entity),
    sectionsAt: ({ start }) => sectionPathAt(article, start).map(({ id }) => id),
  }
}

const passes = (effect: ShownEffect, filter: CardFilter, context: FilterContext): boolean =>
  (filter.direction === null || effect.direction === filter.direction) &&
  (filter.entity === null || context.namesEntity(effect, filter.entity)) &&
  (filter.section === null ||
    placesOf(effect).some(({ passage }) => context.sectionsAt(passage).includes(filter.section ?? '')))

/** A card on which no effect was read passes by what it names and by where it stands. */
const passesEmpty = (card: ShownCard, filter: CardFilter, context: FilterContext): boolean =>
  filter.direction === null &&
  (filter.entity === null || card.entities.some(({ id }) => id === filter.entity)) &&
  (filter.section === null || context.sectionsAt(card.passage).includes(filter.section))

/** Cards that have an effect of the wanted kind, with those effects only; numbers stay as they are. */
export const filterCards = (
  cards: readonly ShownCard[],
  filter: CardFilter,
  context: FilterContext,
): readonly ShownCard[] =>
  isFiltering(filter)
    ? cards.flatMap(card => {
        if (card.effects.length === 0) return passesEmpty(card, filter, context) ? [card] : []
        const effects = card.effects.filter(effect => passes(effect, filter, context))
        return effects.length === 0 ? [] : [{ ...card, effects }]
      })
    : cards

interface EntityCount {
  readonly entity: Entity
  readonly effects: number
}

/** What can be chosen beside what is chosen already, each with the number of effects that would be left. */
export interface FilterCounts {
  readonly directions: Readonly<Record<Direction, number>>
  readonly allDirections: number
  /** Commonest first, of equal ones by the alphabet. */
  readonly entities: readonly EntityCount[]
  /** By section id; a section counts what stands in its subsections. */
  readonly sections: ReadonlyMap<string, number>
}

const countBy = (effects: readonly ShownEffect[], keysOf: (effect: ShownEffect) => Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const effect of effects) for (const key of new Set(keysOf(effect))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export const countChoices = (
  cards: readonly ShownCard[],
  filter: CardFilter,
  context: FilterContext,
  entities: readonly Entity[],
): FilterCounts => {
  const left = (without: Partial<CardFilter>): readonly ShownEffect[] =>
    filterCards(cards, { ...filter, ...without }, context).flatMap(card => card.effects)
  const byDirection = countBy(left({ direction: null }), effect => [effect.direction])
  const byEntity = countBy(left({ entity: null }), context.entitiesOf)
  const bySection = countBy(left({ section: null }), effect =>
    placesOf(effect).flatMap(({ passage }) => context.sectionsAt(passage)),
  )
  const count = (direction: Direction): number => byDirection.get(direction) ?? 0
  return {
    directions: {
      increases: count('increases'),
      decreases: count('decreases'),
      converts: count('converts'),
      affects: count('affects'),
    },
    allDirections: directions.reduce((sum, direction) => sum + count(direction), 0),
    entities: entities
      .flatMap(entity => {
        const effects = byEntity.get(entity.id)
        return effects === undefined ? [] : [{ entity, effects }]
      })
      .toSorted((a, b) => b.effects - a.effects || a.entity.name.localeCompare(b.entity.name)),
    sections: bySection,
  }
}
