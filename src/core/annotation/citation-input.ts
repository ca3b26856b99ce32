import { articleTypes } from '../article/article.ts'
import type { ArticleMetadata } from '../article/article.ts'
import { readDoi } from '../article/doi.ts'
import { isIsoDate } from '../article/iso-date.ts'
import { authorNames, listedName } from '../article/person-name.ts'
import { readIsbn, readIssn } from '../article/publication-numbers.ts'
import { readPmcid, readPmid } from '../article/pubmed-numbers.ts'
import { citationFieldNames, citationFieldTitles } from './citation-record.ts'
import type { CitationCorrections, CitationField } from './citation-record.ts'

/** Longest value of a field, in characters, and most authors. */
const LONGEST = 4_000
const MOST_AUTHORS = 5_000

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && URL_PARTS.test(text)
/** No white space, nor a sign that ends an address in other files. */
const URL_PARTS = /^[^\s<>"{}|\\^`]+$/u

type Read = (written: string) => string | undefined

/** What a field takes, and what it says when it takes something else. */
const rules: { readonly [Name in CitationField]?: readonly [Read, string] } = {
  published: [
    written => (isIsoDate(written) ? written : undefined),
    'The date needs a year, a year and month, or a day that exists: 2024, 2024-03 or 2024-03-02.',
  ],
  doi: [readDoi, 'That is no DOI: one begins with “10.” and has a slash, such as 10.1000/182.'],
  pmid: [readPmid, 'That is no PMID: it is a number of up to nine digits.'],
  pmcid: [readPmcid, 'That is no PMCID: it is “PMC” and a number, such as PMC7654321.'],
  issn: [readIssn, 'That is no ISSN: it has eight digits, such as 1234-5678.'],
  isbn: [readIsbn, 'That is no ISBN: it has 10 or 13 digits.'],
  address: [
    written => (isWebAddress(written) ? written : undefined),
    'That is no address of a page: it begins with http:// or https://.',
  ],
  type: [
    written => articleTypes.find(type => type === written),
    `There is no such kind of work; there are ${articleTypes.join(', ')}.`,
  ],
  key: [
    written => (/^[\p{L}\d][\p{L}\d:._-]{0,99}$/u.test(written) ? written : undefined),
    'A citation key is letters and digits, with “:”, “.”, “_” or “-” between, and no spaces.',
  ],
}

/**
 * The correction of one field as the reader wrote it, or a line that says what the field takes instead. Nothing written says that
 * there is none. Authors stand one to a line, or with semicolons between.
 */
const readField = (name: CitationField, written: string): CitationCorrections | string => {
  if (name === 'authors') {
    const authors = written.split(/[\n;]/).map(oneLine).filter(Boolean)
    if (authors.length > MOST_AUTHORS || authors.some(author => author.length > LONGEST))
      return `More than ${MOST_AUTHORS} authors, or longer names, cannot be kept.`
    return { authors: [...new Set(authors)] }
  }
  const text = oneLine(written)
  if (text.length > LONGEST) return `“${citationFieldTitles[name]}” is longer than ${LONGEST} characters.`
  if (text === '') {
    if (name === 'title') return 'An article needs a title.'
    return name === 'type' || name === 'key' ? {} : { [name]: null }
  }
  const [read, message] = rules[name] ?? [(value: string) => value, '']
  const value = read(text)
  return value === undefined ? message : { [name]: value }
}

/** A field as the reader edits it: the authors a line each, empty for what is not known. */
export const writtenField = (name: CitationField, metadata: ArticleMetadata): string => {
  if (name === 'authors') return authorNames(metadata).map(listedName).join('\n')
  if (name === 'key') return ''
  // The journal alone is who published it.
  if (name === 'publisher' && metadata.publisher === metadata.journal) return ''
  return metadata[name] ?? ''
}

/** What keeps fields from being taken, by the name of the field; a line each. */
export type CitationFaults = { readonly [Name in CitationField]?: string }

/**
 * The corrections that make of `source` what the reader wrote. A field that says what the source says is none. Fields that are not
 * given keep what `before` says.
 */
export const readCorrections = (
  source: ArticleMetadata,
  before: CitationCorrections,
  written: { readonly [Name in CitationField]?: string },
): { readonly corrections: CitationCorrections; readonly faults: CitationFaults } => {
  let corrections: CitationCorrections = {}
  const faults: { [Name in CitationField]?: string } = {}
  for (const name of citationFieldNames) {
    const value = written[name]
    const kept = before[name] === undefined ? {} : { [name]: before[name] }
    if (value === undefined) {
      corrections = { ...corrections, ...kept }
      continue
    }
    const said = writtenField(name, source)
    if (value.trim() === said.trim()) continue
    const read = readField(name, value)
    if (typeof read === 'string') faults[name] = read
    else if (read[name] !== said) corrections = { ...corrections, ...read }
  }
  return { corrections, faults }
}
