import type { ArticleMetadata } from '#core/article/article.ts'
import { divideName, keptNames } from '#core/article/person-name.ts'

const isAddress = (value: string): boolean => /^https?:\/\//i.test(value)

/** Some pages put all names into one value. */
const oneByOne = (value: string): readonly string[] => (/;/.test(value) ? value.split(';') : [value])

const cleaned = (values: readonly string[]): readonly string[] =>
  values.map(value => value.trim()).filter(value => value !== '' && !isAddress(value))

/** All names that a page hands on to those who share it, where JSON-LD has but the first. */
const sharedNames = (all: (name: string) => readonly string[]): readonly string[] =>
  all('twitter:label1')[0]?.toLowerCase() === 'written by' ? cleaned((all('twitter:data1')[0] ?? '').split(',')) : []

/**
 * The authors of a page. Highwire and Dublin Core write the family name first, with a comma after it, so that the parts are known;
 * elsewhere a comma says nothing for certain, and a name stays as it is.
 * @param all the values of a `<meta>` name
 * @param linked names from JSON-LD
 * @param bylines names from elements that are marked as an author's
 */
export const readAuthors = (
  all: (name: string) => readonly string[],
  linked: readonly string[],
  bylines: readonly string[],
): Pick<ArticleMetadata, 'authors' | 'names'> => {
  const indexed = ['citation_author', 'citation_authors', 'dc.creator', 'dcterms.creator']
    .map(name => cleaned(all(name).flatMap(oneByOne)))
    .find(names => names.length > 0)
  if (indexed !== undefined) {
    const { authors, names } = keptNames(indexed.map(divideName))
    const certain = names?.filter(({ author }) => !indexed.includes(author))
    return { authors, ...(certain !== undefined && certain.length > 0 && { names: certain }) }
  }
  const said = [
    linked,
    cleaned([...all('article:author'), ...all('author')].flatMap(oneByOne)),
    cleaned(all('parsely-author')),
    bylines,
    cleaned(all('dc.contributor').flatMap(oneByOne)),
  ]
  const others = said.find(names => names.length > 0) ?? []
  const shared = sharedNames(all)
  return { authors: [...new Set(shared.length > 0 && others.every(name => shared.includes(name)) ? shared : others)] }
}
