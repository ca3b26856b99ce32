import { computed, signal } from '@preact/signals-core'
import type { ShelfChange } from '#core/annotation/shelf.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { countNames, everyDocument, filterDocuments } from '#core/article/filter-documents.ts'
import type { DocumentFilter } from '#core/article/filter-documents.ts'
import { sortDocuments, startsAscending } from '#core/article/sort-documents.ts'
import type { DocumentOrder } from '#core/article/sort-documents.ts'
import { counted } from '../components/counted.ts'
import { callBridge } from './bridge.ts'
import { library } from './library.ts'
import { notify } from './notices.ts'
import { changeSettings, settings } from './settings.ts'
import { shelvesShown } from './shelves-shown.ts'

/** What the library's list is narrowed to. */
export const documentFilter = signal<DocumentFilter>(everyDocument)
/** Ids of the documents that the reader has chosen together; empty when the one with the keyboard is meant. */
export const chosenDocuments = signal<ReadonlySet<string>>(new Set())
/** Grows whenever the field for words is wanted. */
export const filterTurn = signal(0)

/** Gives the keyboard to the field for words. */
export function seekDocuments(): void {
  filterTurn.value += 1
}

const documents = computed<readonly DocumentEntry[]>(() => library.value?.documents ?? [])

/** All of them in the reader's order; nothing is sorted while the list is not shown. */
const sortedDocuments = computed(() =>
  shelvesShown.value
    ? sortDocuments(documents.value, settings.value.libraryOrder, settings.value.libraryAscending)
    : [],
)
/** The documents that are listed, in order. */
export const listedDocuments = computed(() => filterDocuments(sortedDocuments.value, documentFilter.value))

export const collections = computed(() => (shelvesShown.value ? countNames(documents.value, 'collections') : []))
/** The tags of the documents that are listed, so that each choice leaves something. */
export const tags = computed(() => (shelvesShown.value ? countNames(listedDocuments.value, 'tags') : []))

export function changeFilter(changes: Partial<DocumentFilter>): void {
  documentFilter.value = { ...documentFilter.peek(), ...changes }
  chosenDocuments.value = new Set()
}

export function toggleTag(tag: string): void {
  const { tags: chosen } = documentFilter.peek()
  changeFilter({ tags: chosen.includes(tag) ? chosen.filter(name => name !== tag) : [...chosen, tag] })
}

/** Sorts by a column, or the other way round when it is sorted by it already. */
export function sortBy(order: DocumentOrder): void {
  const { libraryOrder, libraryAscending } = settings.peek()
  changeSettings({
    libraryOrder: order,
    libraryAscending: order === libraryOrder ? !libraryAscending : startsAscending(order),
  })
}

const inverse = ({
  addCollections = [],
  removeCollections = [],
  addTags = [],
  removeTags = [],
}: ShelfChange): ShelfChange => ({
  addCollections: removeCollections,
  removeCollections: addCollections,
  addTags: removeTags,
  removeTags: addTags,
})

/**
 * Changes collections and tags of documents, and offers to take it back. `said` says what was done, as “Put into “Pain””; without it
 * nothing is said.
 */
export async function changeShelves(ids: readonly string[], change: ShelfChange, said?: string): Promise<void> {
  const result = await callBridge('shelf.change', { ids: [...ids], change })
  if (!result.ok) {
    notify({ kind: 'failure', text: `Collections and tags were not changed. ${result.error.message}` })
    return
  }
  const { changed, failures } = result.value
  for (const failure of failures) notify({ kind: 'failure', text: failure })
  if (said === undefined || (changed.length === 0 && failures.length > 0)) return
  if (changed.length === 0) {
    notify({ kind: 'information', text: 'Nothing to change: it was so before.' })
    return
  }
  notify({
    kind: 'success',
    text: `${said}: ${counted(changed.length, 'article', 'articles')}.`,
    action: { label: 'Undo', run: () => void changeShelves(changed, inverse(change)) },
  })
}

const inCollection = (name: string): string[] =>
  documents.peek().flatMap(({ id, collections: names }) => (names?.includes(name) === true ? [id] : []))

export async function renameCollection(name: string, to: string): Promise<void> {
  const change = { removeCollections: [name], addCollections: [to] }
  if (documentFilter.peek().collection === name) changeFilter({ collection: to })
  await changeShelves(inCollection(name), change, `“${name}” is called “${to}” now`)
}

/** Takes all articles out of a collection, which then is none any more. */
export async function deleteCollection(name: string): Promise<void> {
  if (documentFilter.peek().collection === name) changeFilter({ collection: null })
  await changeShelves(inCollection(name), { removeCollections: [name] }, `The collection “${name}” was taken apart`)
}
