import { computed, signal } from '@preact/signals-core'
import type { ShownCard } from '#core/mechanism/cards/shown-card.ts'
import type { EntityChoice } from '../../components/suggest-entities.ts'
import { announce } from '../../state/announce.ts'
import { opened } from '../../state/article.ts'
import { mergedCards } from '../../state/cards.ts'
import { found } from '../../state/mechanisms.ts'
import { names } from '../../state/names.ts'
import { countChoices, filterCards, filterContext, isFiltering, noFilter } from './card-filter.ts'
import type { CardFilter, FilterCounts } from './card-filter.ts'
import { shownInWords } from './card-filter-bar.ts'
import type { ShownCounts } from './card-filter-bar.ts'
import { orderCards } from './card-order.ts'
import type { CardGroup, CardOrder } from './card-order.ts'

/** What the reader chose, for the article it was chosen in. */
const chosen = signal<{ readonly document: string; readonly filter: CardFilter }>({ document: '', filter: noFilter })

const documentId = computed(() => opened.value?.article.id ?? '')

/** The filter of the open article; another one begins without. */
export const cardFilter = computed<CardFilter>(() =>
  chosen.value.document === documentId.value ? chosen.value.filter : noFilter,
)

export function chooseFilter(filter: CardFilter): void {
  chosen.value = { document: documentId.peek(), filter }
}

/** Chooses a filter that the reader asked for, and says what it leaves. */
export function setFilter(filter: CardFilter): void {
  chooseFilter(filter)
  announce(isFiltered.peek() ? shownInWords(shownCounts.peek()) : 'All mechanisms')
}

export const clearFilters = (): void => setFilter(noFilter)

/** The order of the cards, as long as the window is open. */
export const cardOrder = signal<CardOrder>('certain')

// Computed, so that the map is laid out anew only when a card has changed, not whenever another one is being read.
export const keptCards = computed<readonly ShownCard[]>(() =>
  mergedCards.value.filter(card => card.decision !== 'rejected'),
)
export const rejected = computed<readonly ShownCard[]>(() =>
  mergedCards.value.filter(card => card.decision === 'rejected'),
)

const context = computed(() => {
  const article = opened.value?.article
  return article === undefined || found.value === null ? null : filterContext(article, found.value)
})

/** The cards that pass the filter, in text order. */
export const filteredCards = computed<readonly ShownCard[]>(() =>
  context.value === null ? [] : filterCards(keptCards.value, cardFilter.value, context.value),
)

/** What can be chosen beside what is chosen already. */
export const filterCounts = computed<FilterCounts | null>(() =>
  context.value === null
    ? null
    : countChoices(keptCards.value, cardFilter.value, context.value, found.value?.entities ?? []),
)

/** The lexicon's names by the usual one, once the reader has begun to look for an entity. */
const lexiconNames = computed(() => {
  const byName = new Map<string, string[]>()
  for (const [written, name] of names.value ?? []) {
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [written])
    else known.push(written)
  }
  return byName
})

/** Entities that act or are acted on in what the other filters leave, by all of their names. */
export const entityChoices = computed<readonly EntityChoice[]>(() =>
  (filterCounts.value?.entities ?? []).map(({ entity, effects }) => {
    const written = [entity.name, ...entity.mentions.map(mention => mention.quote)]
    return { entity, count: effects, names: [...new Set([...written, ...(lexiconNames.value.get(entity.name) ?? [])])] }
  }),
)

export const cardGroups = computed<readonly CardGroup[]>(() => {
  const article = opened.value?.article
  return article === undefined ? [] : orderCards(filteredCards.value, cardOrder.value, article)
})

const effectsOn = (cards: readonly ShownCard[]): number => cards.reduce((sum, card) => sum + card.effects.length, 0)

export const shownCounts = computed<ShownCounts>(() => ({
  cards: filteredCards.value.length,
  effects: effectsOn(filteredCards.value),
  allCards: keptCards.value.length,
  allEffects: effectsOn(keptCards.value),
}))

export const isFiltered = computed(() => isFiltering(cardFilter.value))
