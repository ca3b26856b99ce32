import { passageAt } from '../../text/span.ts'
import type { Passage } from '../../text/span.ts'
import { slugOf, uniqueId } from '../cards/slug.ts'
import type { Entity } from '../mechanism.ts'
import type { Mention } from './find-mentions.ts'

/** A name that was found by its shape, without the s of a plural. */
const singular = (name: string): string => name.replace(/(?<=\p{L}{3}[^s])s$/u, '')

/** The mentions of a text, gathered by what they name, in the order in which the text first names them. */
export const groupEntities = (text: string, mentions: readonly Mention[]): Entity[] => {
  const byName = new Map<string, { first: Mention; places: Passage[] }>()
  for (const mention of mentions) {
    const key = mention.source === 'shape' ? singular(mention.name.toLowerCase()) : mention.name
    const known = byName.get(key)
    if (known) known.places.push(passageAt(text, mention))
    else byName.set(key, { first: mention, places: [passageAt(text, mention)] })
  }
  const taken = new Set<string>()
  return [...byName.values()].map(({ first, places }) => {
    const name = first.source === 'shape' ? singular(first.name) : first.name
    return { id: uniqueId(taken, `t-${slugOf(name)}`), type: first.type, name, mentions: places }
  })
}
