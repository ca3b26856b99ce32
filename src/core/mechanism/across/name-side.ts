import { contains } from '../../text/span.ts'
import type { Passage, Span } from '../../text/span.ts'
import { nameKey, thingOf } from '../cards/effect-graph.ts'
import type { Entity } from '../mechanism.ts'
import type { NamedSide } from './stated-effect.ts'

/** Where an entity is named. */
export interface EntityMention {
  readonly entity: Entity
  readonly passage: Passage
}

/** Every mention of every entity, in text order. */
export const mentionsInOrder = (entities: readonly Entity[]): readonly EntityMention[] =>
  entities
    .flatMap(entity => entity.mentions.map(passage => ({ entity, passage })))
    .toSorted((a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end)

/** The mentions that lie within a span; `mentions` are in text order. */
export const mentionsWithin = (mentions: readonly EntityMention[], span: Span): readonly EntityMention[] => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.passage.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  const within: EntityMention[] = []
  for (let at = low; at < mentions.length; at++) {
    const mention = mentions[at]
    if (mention === undefined || mention.passage.start >= span.end) break
    if (contains(span, mention.passage)) within.push(mention)
  }
  return within
}

/** Words that only say how much of a thing there is, or that it is made: "expression of IL-10" counts under IL-10. */
const amounts = new Set(
  'abundance activities activity amount amounts concentration concentrations content expression gene level levels mrna of output presence production protein quantity release secretion signalling signaling synthesis the transcription transcript transcripts'.split(
    ' ',
  ),
)
/** From here on words tell where or when: "IL-10 in the spinal cord" is IL-10. */
const PLACE = /\s(?:after|at|during|from|in|inside|on|within)\s/iu

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const isAmount = (text: string): boolean => wordsOf(text).every(word => amounts.has(word))

/** The one entity that a passage is about when nothing else but its amount or place stands with it. */
const soleEntity = (passage: Passage, mentions: readonly EntityMention[]): Entity | null => {
  const place = PLACE.exec(passage.quote)
  const end = passage.start + (place?.index ?? passage.quote.length)
  const before = mentions.filter(mention => mention.passage.end <= end)
  const things = before.filter(mention => !isAmount(mention.passage.quote))
  const named = things.length > 0 ? things : before
  const [first] = named
  if (first === undefined || named.some(mention => mention.entity !== first.entity)) return null
  let rest = ''
  let from = passage.start
  for (const { passage: mention } of named) {
    rest += ` ${passage.quote.slice(from - passage.start, mention.start - passage.start)}`
    from = Math.max(from, mention.end)
  }
  rest += ` ${passage.quote.slice(from - passage.start, end - passage.start)}`
  return isAmount(thingOf(rest)) ? first.entity : null
}

const namesOnce = (entities: readonly Entity[]): NamedSide['within'] =>
  [...new Set(entities)].map(({ name, type }) => ({ name, type }))

/**
 * What a side of an effect that was found counts under. `words` is how it reads apart from its text; `mentions` are those
 * within `passage`.
 */
export const nameFoundSide = (words: string, passage: Passage, mentions: readonly EntityMention[]): NamedSide => {
  const sole = soleEntity(passage, mentions)
  return {
    words,
    name: sole?.name ?? thingOf(words),
    type: sole?.type ?? null,
    within: namesOnce(mentions.map(({ entity }) => entity)),
  }
}

/** Every way in which a document's entities are written, by `nameKey`. */
export const entitiesByKey = (entities: readonly Entity[]): ReadonlyMap<string, Entity> => {
  const found = new Map<string, Entity>()
  for (const entity of entities) {
    for (const written of new Set([entity.name, ...entity.mentions.map(({ quote }) => quote)])) {
      const key = nameKey(written)
      if (!found.has(key)) found.set(key, entity)
    }
  }
  return found
}

/** The same for a side that the reader wrote in words. */
export const nameWrittenSide = (words: string, entities: ReadonlyMap<string, Entity>): NamedSide => {
  const entity = entities.get(nameKey(words))
  return {
    words,
    name: entity?.name ?? thingOf(words),
    type: entity?.type ?? null,
    within: entity === undefined ? [] : namesOnce([entity]),
  }
}
