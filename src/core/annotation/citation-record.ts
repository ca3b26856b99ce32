import * as v from 'valibot'
import { articleTypes } from '../article/article.ts'
import type { ArticleMetadata } from '../article/article.ts'
import { divideName, keptNames } from '../article/person-name.ts'
import { oneOf } from './field-rule.ts'
import type { FieldRule } from './field-rule.ts'
import { recordEditsSchema } from './record-edits.ts'

/** What may be said of an article instead of what its source says. Null: it has none, whatever the source says. */
const text = v.optional(v.nullable(v.string()))

const fields = {
  title: v.optional(v.string()),
  /** As a list has them, `Family, Given`; a group's name ends with a comma where it could be taken for a person's. */
  authors: v.optional(v.array(v.string())),
  type: v.optional(v.picklist(articleTypes)),
  journal: text,
  publisher: text,
  volume: text,
  issue: text,
  pages: text,
  /** ISO 8601 date, as exact as it is known. */
  published: text,
  doi: text,
  pmid: text,
  pmcid: text,
  issn: text,
  isbn: text,
  /** With the number there: `Nerves, 2`. */
  series: text,
  description: text,
  address: text,
  licence: text,
  /** By which other files cite it. */
  key: v.optional(v.string()),
}
export type CitationField = keyof typeof fields

/** In the order in which forms and lists have them. */
export const citationFieldNames = Object.keys(fields) as readonly CitationField[]

/** What the reader corrected in what an article's source says of itself: a field that is left out is as the source has it. */
export const citationRecordSchema = v.object({
  ...fields,
  modified: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  edits: v.optional(recordEditsSchema),
})
export type CitationRecord = v.InferOutput<typeof citationRecordSchema>
export type CitationCorrections = Pick<CitationRecord, CitationField>

/** What each field is called, where it is shown by itself. */
export const citationFieldTitles: Readonly<Record<CitationField, string>> = {
  title: 'Title',
  authors: 'Authors',
  type: 'Kind of work',
  journal: 'Journal or book',
  publisher: 'Publisher or site',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages or number',
  published: 'Published',
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  issn: 'ISSN',
  isbn: 'ISBN',
  series: 'Series and number',
  description: 'Description',
  address: 'Address',
  licence: 'Licence',
  key: 'Citation key',
}

export const citationFields: readonly FieldRule[] = citationFieldNames.map(name =>
  oneOf({ name, title: citationFieldTitles[name] }, fields[name]),
)

/** The corrections alone. */
export const correctionsIn = (record: CitationRecord | null): CitationCorrections =>
  Object.fromEntries(citationFieldNames.flatMap(name => (record?.[name] === undefined ? [] : [[name, record[name]]])))

/** The record that corrects nothing any more. */
export const withoutCorrections = ({ modified, version, edits }: CitationRecord): CitationRecord => ({
  modified,
  version,
  ...(edits !== undefined && { edits }),
})

/**
 * The next version of the record with other corrections in the place of all that it had; the record itself when they say the same.
 * Null for none where there was none. `now` is ISO 8601, UTC.
 */
export const withCorrections = (
  record: CitationRecord | null,
  corrections: CitationCorrections,
  now: string,
): CitationRecord | null => {
  const same = (name: CitationField): boolean => JSON.stringify(record?.[name]) === JSON.stringify(corrections[name])
  if (citationFieldNames.every(same)) return record
  return {
    ...correctionsIn({ ...corrections, modified: now, version: 1 }),
    modified: now,
    version: (record?.version ?? 0) + 1,
    ...(record?.edits !== undefined && { edits: record.edits }),
  }
}

const HAVE_PUBLISHERS: readonly (string | undefined)[] = ['book', 'chapter', 'report', 'thesis']

/**
 * What the corrections say of who published it, as one cites it: the journal that the reader names, unless the reader names a
 * publisher too. Null: nobody; undefined: they do not say. `type` is the source's.
 */
export const correctedPublisher = (
  corrections: Omit<CitationCorrections, 'key'>,
  type?: ArticleMetadata['type'],
): string | null | undefined => {
  const { publisher, journal } = corrections
  if (publisher !== undefined) return publisher
  const isIn = typeof journal === 'string' && !HAVE_PUBLISHERS.includes(corrections.type ?? type)
  return isIn ? journal : undefined
}

const publisherOf = (source: ArticleMetadata, corrections: CitationCorrections): string | null | undefined => {
  const corrected = correctedPublisher(corrections, source.type)
  if (corrected !== undefined) return corrected
  return corrections.journal === null && source.publisher === source.journal ? null : source.publisher
}

/** What counts of an article: what its source says, with what the reader corrected in it. */
export const correctedMetadata = (source: ArticleMetadata, record: CitationRecord | null): ArticleMetadata => {
  const corrections = correctionsIn(record)
  if (Object.keys(corrections).length === 0) return source
  const { title, authors, key: _key, publisher: _publisher, ...others } = corrections
  const { names, publisher: _before, ...rest } = source
  const publisher = publisherOf(source, corrections)
  const corrected = { ...rest, ...others, ...(publisher !== undefined && { publisher }) }
  const known = Object.fromEntries(Object.entries(corrected).filter(([, value]) => value !== null)) as typeof rest
  return {
    ...known,
    ...(title !== undefined && { title }),
    ...(authors === undefined ? names !== undefined && { names } : keptNames(authors.map(divideName))),
  }
}
