import type { Entity } from '../mechanism.ts'
import { nameKey } from './effect-graph.ts'
import type { EffectStatement } from './effect-verb.ts'

/** Tells under which key a name or a whole statement is found again, whatever it is called in this place. */
export interface StatementKeys {
  readonly side: (name: string | null) => string
  readonly statement: (effect: EffectStatement) => string
}

/**
 * Keys of an article's statements: the same for effects that say the same of the same pair. A side is known by any name of
 * its entity ("iNOS" and "NO synthase"), others by `nameKey`; direction, negation and hedge count.
 */
export const statementKeys = (entities: readonly Entity[]): StatementKeys => {
  const names = new Map<string, string>()
  for (const entity of entities) {
    const key = nameKey(entity.name)
    const spellings = new Set([entity.name, ...entity.mentions.map(mention => mention.quote)])
    for (const spelling of spellings) {
      const written = nameKey(spelling)
      if (!names.has(written)) names.set(written, key)
    }
  }
  // A book says the same few names ten thousand times.
  const known = new Map<string, string>()
  const side = (name: string | null): string => {
    if (name === null) return ''
    const before = known.get(name)
    if (before !== undefined) return before
    const written = nameKey(name)
    const key = names.get(written) ?? written
    known.set(name, key)
    return key
  }
  return {
    side,
    statement: ({ agent, target, direction, negated, hedged }) =>
      JSON.stringify([side(agent), side(target), direction, negated, hedged]),
  }
}
