import type { Entity } from '#core/mechanism/mechanism.ts'
import type { ShownCard, ShownEffect } from '#core/mechanism/cards/shown-card.ts'

/** A span of `length` characters that quotes `quote`, for cards whose text does not matter. */
const passage = (quote: string, start = 0) => ({ start, end: start + quote.length, quote })

/** "stem cells > IL-10" increases, "<" decreases, "=" converts, "~" affects; a leading "not" or "may" marks it. */
export const effect = (sentence: string, changes: Partial<ShownEffect> = {}): ShownEffect => {
  const [, marks = '', agent = '', sign = '', target = ''] =
    /^((?:not |may )*)(.*?) ?([><=~]) (.*)$/.exec(sentence) ?? []
  const directions = { '>': 'increases', '<': 'decreases', '=': 'converts', '~': 'affects' } as const
  return {
    id: sentence,
    origin: 'found',
    agent: agent === '' ? null : agent,
    target,
    direction: directions[sign as keyof typeof directions],
    trigger: 'trigger',
    negated: marks.includes('not'),
    hedged: marks.includes('may'),
    passage: passage(sentence),
    rule: 'test',
    confidence: 1,
    ...changes,
  }
}

export const entity = (name: string, mentions: readonly string[], type: Entity['type'] = 'cell'): Entity => ({
  id: `e-${name}`,
  type,
  name,
  mentions: mentions.map((quote, index) => passage(quote, index * 100)),
})

export const card = (changes: Partial<ShownCard> = {}): ShownCard => ({
  id: 'm1',
  number: 1,
  title: 'A mechanism',
  origin: 'found',
  decision: null,
  passage: passage('What the text says of it.'),
  effects: [],
  entities: [],
  record: null,
  ...changes,
})
