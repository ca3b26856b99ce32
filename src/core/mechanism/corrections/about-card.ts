import type { CardContent, ReaderCard } from '../cards/reader-card.ts'
import { showCards } from '../cards/show-cards.ts'
import type { ShownCard } from '../cards/shown-card.ts'
import type { Extraction } from '../mechanism.ts'

/** What a card says, as if the reader had written it. */
export const contentOf = ({ title, consequence, passage, effects }: ShownCard): CardContent => ({
  title,
  ...(consequence !== undefined && { consequence }),
  passage,
  effects: effects.map(effect => ({
    id: effect.id,
    agent: effect.agent,
    direction: effect.direction,
    target: effect.target,
    negated: effect.negated,
    hedged: effect.hedged,
    passage: effect.passage,
  })),
})

/** What each found card says, by its id. */
export const contentsOf = (found: Extraction): ReadonlyMap<string, CardContent> =>
  new Map(showCards(found, []).map(card => [card.id, contentOf(card)]))

/**
 * The records with what they are about: what the found card says that each was made on, so that the card is known again
 * when it is looked for anew. A record keeps what it knows, or what `stored` knows of the record with its id.
 */
export const withAbout = (
  found: Extraction,
  records: readonly ReaderCard[],
  stored: readonly ReaderCard[] = [],
): ReaderCard[] => {
  const lacking = records.filter(record => record.about === undefined && record.card !== null)
  if (lacking.length === 0) return [...records]
  const known = new Map(stored.map(({ id, about }) => [id, about]))
  const contents = contentsOf(found)
  return records.map(record => {
    if (record.about !== undefined || record.card === null) return record
    const about = known.get(record.id) ?? contents.get(record.card)
    return about === undefined ? record : { ...record, about }
  })
}
