import type { ArticleText, Section } from '#core/article/article.ts'
import { sectionPathAt } from '#core/article/locate.ts'
import { certainties, certaintyNames, certaintyOf } from '#core/mechanism/cards/certainty.ts'
import type { Certainty } from '#core/mechanism/cards/certainty.ts'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'

export const cardOrders = ['certain', 'text'] as const
export type CardOrder = (typeof cardOrders)[number]

export const orderNames: Readonly<Record<CardOrder, string>> = {
  certain: 'Most certain first',
  text: 'As in the text',
}

/** Cards that stand together, under a name where they need one. */
export interface CardGroup {
  readonly name: string | null
  /** How many there are, also when only the first of them are put on screen. */
  readonly count: number
  readonly cards: readonly ShownCard[]
}

/**
 * How sure a card is: as sure as its surest effect. What the reader wrote is sure, and so is a card without effects, which the
 * text itself announces. Accepting a card does not move it: it would leave the reader's hand.
 */
const certaintyOfCard = ({ effects }: Pick<ShownCard, 'effects'>): Certainty =>
  effects.length === 0 ? 'plain' : certaintyOf(Math.max(...effects.map(effect => effect.confidence)))

const groupsInARow = (
  cards: readonly ShownCard[],
  nameOf: (card: ShownCard) => string | null,
): readonly CardGroup[] => {
  const groups: { name: string | null; cards: ShownCard[] }[] = []
  for (const card of cards) {
    const name = nameOf(card)
    const last = groups.at(-1)
    if (last !== undefined && last.name === name) last.cards.push(card)
    else groups.push({ name, cards: [card] })
  }
  return groups.map(group => ({ ...group, count: group.cards.length }))
}

/** The outermost section around a card that does not hold all cards, unless it has the card's own name. */
const sectionName = (card: ShownCard, path: readonly Section[], holdsAll: ReadonlySet<string>): string | null => {
  const title = path.find(section => !holdsAll.has(section.id))?.title ?? null
  return title === card.title ? null : title
}

/** The cards, which come in text order, in the order that was chosen, parted into groups. */
export const orderCards = (
  cards: readonly ShownCard[],
  order: CardOrder,
  article: Pick<ArticleText, 'sections'>,
): readonly CardGroup[] => {
  if (order === 'certain')
    return certainties
      .map(step => ({ name: certaintyNames[step], cards: cards.filter(card => certaintyOfCard(card) === step) }))
      .filter(group => group.cards.length > 0)
      .map(group => ({ ...group, count: group.cards.length }))
  const paths = new Map(cards.map(card => [card, sectionPathAt(article, card.passage.start)]))
  const [firstPath = []] = paths.values()
  const holdsAll = new Set(
    firstPath
      .map(({ id }) => id)
      .filter(id => [...paths.values()].every(path => path.some(section => section.id === id))),
  )
  return groupsInARow(cards, card => sectionName(card, paths.get(card) ?? [], holdsAll))
}

/** The first `limit` cards of the groups. */
export const firstOf = (groups: readonly CardGroup[], limit: number): readonly CardGroup[] => {
  let left = limit
  return groups.flatMap(group => {
    if (left <= 0) return []
    const cards = group.cards.slice(0, left)
    left -= cards.length
    return [{ ...group, cards }]
  })
}
