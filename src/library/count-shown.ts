import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { Mechanisms } from './mechanism-files.ts'

/** Cards that are shown and not rejected. */
export const countShown = ({
  found,
  cards,
  effectDecisions = [],
}: Pick<Mechanisms, 'found' | 'cards' | 'effectDecisions'>): number =>
  showCards(found, cards, effectDecisions).filter(({ number }) => number > 0).length
