import { readDoi } from '#core/article/doi.ts'
import type { ArticleMetadata } from '#core/article/article.ts'
import { lineOfText } from '../source-text.ts'
import { languageOf, present } from '../metadata-parts.ts'
import { readIsoDate } from '../read-iso-date.ts'
import { titleOfFileName } from '../title-of-file-name.ts'
import { parseBody, rawText } from '../parse-html.ts'
import { elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** One statement of a package document, with what others say of it. */
interface Statement {
  readonly name: string
  readonly value: string
  readonly attributes: ReadonlyMap<string, string>
  /** EPUB 3: `meta refines="#id"`, by property. */
  readonly refinements: ReadonlyMap<string, string>
}

const lineOf = (element: XmlElement): string => lineOfText(textOf(element))

/** EPUB 2 had them once in a `dc-metadata` of their own. */
const statementElements = (metadata: XmlElement | undefined): readonly XmlElement[] =>
  (metadata === undefined ? [] : elementsIn(metadata)).flatMap(element =>
    element.name === 'dc-metadata' || element.name === 'x-metadata' ? elementsIn(element) : [element],
  )

const statementsOf = (elements: readonly XmlElement[]): readonly Statement[] => {
  const refinements = new Map<string, Map<string, string>>()
  for (const element of elements) {
    const about = element.attributes.get('refines')?.replace(/^#/, '')
    const property = element.attributes.get('property')
    if (element.name !== 'meta' || about === undefined || property === undefined) continue
    const known = refinements.get(about) ?? new Map<string, string>()
    if (!known.has(property)) known.set(property, lineOf(element))
    refinements.set(about, known)
  }
  return elements
    .filter(({ attributes }) => !attributes.has('refines'))
    .map(element => ({
      name: element.name,
      value: lineOf(element),
      attributes: element.attributes,
      refinements: refinements.get(element.attributes.get('id') ?? '') ?? new Map<string, string>(),
    }))
}

const inDisplayOrder = (statements: readonly Statement[]): readonly Statement[] => {
  const place = ({ refinements }: Statement): number =>
    Number.parseInt(refinements.get('display-seq') ?? '', 10) || Infinity
  return statements.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** Words that follow a name after a comma, and belong to it. */
const TITLES = /^(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d|esq|inc|ltd|llc|gmbh|co|ed|eds|dr|prof)\b/i

/** Small words that family names of many languages begin with. */
const PARTICLES =
  /^(?:(?:von|van|vom|der|den|de|del|della|di|da|das|do|dos|du|des|la|le|lo|af|av|zu|zum|zur|ter|ten|bin|ibn|al|el|st\.?)\s+)+/i

/** `Roe, Jane`, as lists are sorted; as such it could as well be two names, or a name and a city. */
const seemsSorted = (name: string): boolean => {
  const [family = '', given = '', ...more] = name.split(',').map(part => part.trim())
  const isOneWord = /^\S+$/.test(family.replace(PARTICLES, ''))
  return (
    isOneWord && more.length === 0 && given.split(/\s+/).length <= 4 && /^\p{Lu}/u.test(given) && !TITLES.test(given)
  )
}

/**
 * A name as one says it; some books only have the form that lists are sorted by. Without a word on that form a name with a comma is such a form only
 * where all names of the book are (`allSorted`).
 */
const nameOf = ({ value, attributes, refinements }: Statement, allSorted: boolean): string => {
  const sorted = refinements.get('file-as') ?? attributes.get('file-as') ?? ''
  const [family = '', given = '', ...more] = (value === '' ? sorted : value).split(',').map(part => part.trim())
  const spoken = `${given} ${family}`
  const isSorted = sorted === '' ? allSorted : value === '' || value === sorted || spoken === sorted
  const turned = given !== '' && more.length === 0 && isSorted && !TITLES.test(given)
  return turned ? spoken : value === '' ? sorted : value
}

/** Some programs put all of a book's authors into one statement. */
const oneByOne = (creator: Statement): readonly Statement[] =>
  creator.value.includes(';')
    ? creator.value
        .split(';')
        .map(value => ({ ...creator, value: value.trim(), attributes: new Map(), refinements: new Map() }))
        .filter(({ value }) => value !== '')
    : [creator]

const roleOf = ({ attributes, refinements }: Statement): string =>
  (refinements.get('role') ?? attributes.get('role') ?? 'aut').toLowerCase()

/** Who wrote it; when nobody is said to have, who is said to have made it otherwise, such as its editors. */
const authorsOf = (creators: readonly Statement[]): string[] => {
  const authors = creators.filter(creator => roleOf(creator) === 'aut')
  const all = new Set(creators.flatMap(oneByOne).map(({ value }) => value))
  const allSorted = all.size > 1 && [...all].every(seemsSorted)
  const names = inDisplayOrder(authors.length > 0 ? authors : creators)
    .flatMap(oneByOne)
    .map(creator => nameOf(creator, allSorted))
  return [...new Set(names)].filter(name => name !== '')
}

const titlesOf = (titles: readonly Statement[]): { main: string | undefined; subtitle: string | undefined } => {
  const typeOf = ({ refinements }: Statement): string | undefined => refinements.get('title-type')
  const ordered = inDisplayOrder(titles)
  const main =
    ordered.find(title => typeOf(title) === 'main') ?? titles.find(title => typeOf(title) === undefined) ?? titles[0]
  return { main: main?.value, subtitle: ordered.find(title => typeOf(title) === 'subtitle' && title !== main)?.value }
}

/** ISBN-10 and ISBN-13 as they stand in `urn:isbn:…`, `ISBN 978-…` or alone; without hyphens. */
const isbnOf = (identifiers: readonly Statement[]): string | undefined => {
  for (const { value, attributes } of identifiers) {
    const bare = value.replace(/^(?:urn:)?isbn[:\s]*/i, '').replace(/[\s-]/g, '')
    const said = /isbn/i.test(value + (attributes.get('scheme') ?? ''))
    if (/^97[89]\d{10}$/.test(bare) || (said && /^\d{9}[\dXx]$/.test(bare))) return bare.toUpperCase()
  }
  return undefined
}

const doiOf = (identifiers: readonly Statement[]): string | undefined =>
  identifiers.map(({ value }) => readDoi(value)).find(doi => doi !== undefined)

/** The series that a book is part of, with its number there: EPUB 3's collection, or what Calibre writes. */
const seriesOf = (statements: readonly Statement[]): string | undefined => {
  const collection = statements.find(
    ({ name, attributes, refinements }) =>
      name === 'meta' &&
      attributes.get('property') === 'belongs-to-collection' &&
      (refinements.get('collection-type') ?? 'series') === 'series',
  )
  const named = (wanted: string): string | undefined =>
    statements
      .find(({ name, attributes }) => name === 'meta' && attributes.get('name') === wanted)
      ?.attributes.get('content')
  const series = lineOfText(collection?.value ?? named('calibre:series') ?? '')
  const number = collection === undefined ? named('calibre:series_index') : collection.refinements.get('group-position')
  if (series === '') return undefined
  return number === undefined || number === '' ? series : `${series}, ${number.replace(/\.0$/, '')}`
}

/** Of EPUB 2's dates the one of publication. */
const publishedOf = (dates: readonly Statement[]): string | undefined => {
  const [best] = [
    ...dates.filter(({ attributes }) => attributes.get('event') === 'publication'),
    ...dates.filter(({ attributes }) => !attributes.has('event')),
    ...dates.filter(({ attributes }) => attributes.get('event') === 'original-publication'),
  ]
  return best === undefined ? undefined : readIsoDate(best.value)
}

/** Descriptions may be HTML that is written as text. */
const withoutTags = (value: string): string =>
  lineOfText(rawText(parseBody(value.replace(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;'))))

/** Characters of a description that are kept. */
const LONGEST_DESCRIPTION = 4_000

const licenceOf = (rights: readonly Statement[]): string | undefined =>
  rights
    .map(({ value }) => /https?:\/\/creativecommons\.org\/\S+/.exec(value)?.[0])
    .find(licence => licence !== undefined)

/** What a book says of itself. */
export const bookMetadata = (metadata: XmlElement | undefined, fileName: string): ArticleMetadata => {
  const statements = statementsOf(statementElements(metadata))
  const named = (name: string): readonly Statement[] =>
    statements.filter(statement => statement.name === name && (statement.value !== '' || name === 'creator'))
  const titles = titlesOf(named('title'))
  const description = withoutTags(named('description')[0]?.value ?? '')
  return {
    title: titles.main ?? titleOfFileName(fileName),
    authors: authorsOf(named('creator')),
    language:
      named('language')
        .map(({ value }) => languageOf(value))
        .find(language => language !== undefined) ?? 'und',
    keywords: [...new Set(named('subject').map(({ value }) => value))],
    sourceNotes: [],
    ...present({
      subtitle: titles.subtitle,
      publisher: named('publisher')[0]?.value,
      published: publishedOf(named('date')),
      doi: doiOf([...named('identifier'), ...named('source')]),
      type: 'book',
      isbn: isbnOf([...named('identifier'), ...named('source')]),
      series: seriesOf(statements),
      description: description === '' ? undefined : description.slice(0, LONGEST_DESCRIPTION),
      licence: licenceOf(named('rights')),
    }),
  }
}

/** EPUB 2: the id of the item that `meta name="cover"` names. */
export const coverItem = (metadata: XmlElement | undefined): string | null =>
  statementElements(metadata)
    .find(({ name, attributes }) => name === 'meta' && attributes.get('name') === 'cover')
    ?.attributes.get('content') ?? null
