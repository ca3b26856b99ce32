import * as v from 'valibot'
import { recordEditsSchema } from '../../annotation/record-edits.ts'
import type { LexiconEntry } from '../entities/lexicon.ts'
import { entityTypes } from '../mechanism.ts'

const LONGEST_NAME = 200
/** Ways to write a name that a record may have beside the name itself. */
export const MOST_SYNONYMS = 100

const written = v.pipe(
  v.string(),
  v.regex(/^\S(?:.*\S)?$/su, 'must not be empty or begin or end with a blank'),
  v.maxLength(LONGEST_NAME),
)

/** An entity that the reader named: it counts in every article from then on. */
export const ownNameSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  created: v.string(),
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  deleted: v.optional(v.string()),
  name: written,
  type: v.picklist(entityTypes),
  /** Other ways to write it. */
  synonyms: v.pipe(v.array(written), v.maxLength(MOST_SYNONYMS)),
  edits: v.optional(recordEditsSchema),
})
export type OwnName = v.InferOutput<typeof ownNameSchema>

/** The names as entries of a lexicon, in an order that does not depend on when they were made; deleted ones are left out. */
export const ownEntries = (names: readonly OwnName[]): LexiconEntry[] =>
  names
    .filter(({ deleted }) => deleted === undefined)
    .map(({ name, type, synonyms }) => ({ name, type, synonyms: synonyms.toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)) || (a.type < b.type ? -1 : 1))
