import * as v from 'valibot'
import { cleanTags } from './clean-tags.ts'
import { allWords } from './field-rule.ts'
import type { FieldRule } from './field-rule.ts'
import { recordEditsSchema } from './record-edits.ts'

/** Characters of a collection's or tag's name, and how many of either one document may have. */
const LONGEST_NAME = 100
const MOST_NAMES = 200

const namesSchema = v.array(v.string())

/** Where the reader has put a document: the names of its collections, and its tags. */
export const shelfSchema = v.object({
  collections: namesSchema,
  tags: namesSchema,
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  edits: v.optional(recordEditsSchema),
})
export type Shelf = v.InferOutput<typeof shelfSchema>

/** Of what two copies say, all is kept: each collection and each tag of either. */
export const shelfFields: readonly FieldRule[] = [
  allWords({ name: 'collections', title: 'collections' }),
  allWords({ name: 'tags', title: 'tags' }),
]

const givenNames = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(MOST_NAMES))

/** What is to become of the collections and tags of some documents. */
export const shelfChangeSchema = v.object({
  addCollections: v.optional(givenNames),
  removeCollections: v.optional(givenNames),
  addTags: v.optional(givenNames),
  removeTags: v.optional(givenNames),
})
export type ShelfChange = v.InferOutput<typeof shelfChangeSchema>

const changeNames = (
  before: readonly string[],
  add: readonly string[] = [],
  remove: readonly string[] = [],
): string[] => {
  const going = new Set(cleanTags(remove))
  return [...new Set([...before.filter(name => !going.has(name)), ...cleanTags(add)])].slice(0, MOST_NAMES)
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at])

/** The next version of a document's shelf; null when the change leaves it as it is. `now` is ISO 8601, UTC. */
export const changeShelf = (before: Shelf | null, change: ShelfChange, now: string): Shelf | null => {
  const { collections: had = [], tags: tagged = [] } = before ?? {}
  const collections = changeNames(had, change.addCollections, change.removeCollections)
  const tags = changeNames(tagged, change.addTags, change.removeTags)
  if (sameNames(had, collections) && sameNames(tagged, tags)) return null
  return { ...before, collections, tags, modified: now, version: (before?.version ?? 0) + 1 }
}
