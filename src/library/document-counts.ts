import type { DocumentEntry } from '#core/article/document-entry.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import type { Mechanisms, Notes } from './library-files.ts'

/** Annotations that are not deleted. */
export const countAnnotations = (records: Notes['annotations']): number =>
  records.filter(record => record['pathmark:deleted'] === undefined).length

/** True when the index has counted more annotations than these notes hold. */
export const lacksAnnotations = (notes: Notes, entry: DocumentEntry | null): boolean =>
  countAnnotations(notes.annotations) < (entry?.annotations ?? 0)

/** Cards that are shown and not rejected. */
export const countShown = ({
  found,
  cards,
  effectDecisions = [],
}: Pick<Mechanisms, 'found' | 'cards' | 'effectDecisions'>): number =>
  showCards(found, cards, effectDecisions).filter(({ number }) => number > 0).length
