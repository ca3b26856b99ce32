import type { ArticleMetadata } from '#core/article/article.ts'
import { divideName, keptNames } from '#core/article/person-name.ts'

const isAddress = (value: string): boolean => /^https?:\/\//i.test(value)

/** Some pages put all names into one value. */
const oneByOne = (value: string): readonly string[] => (/;/.test(value) ? value.split(';') : [value])

const cleaned = (values: readonly string[]): readonly string[] =>
  values.map(value => value.trim()).filter(value => value !== '' && !isAddress(value))

/**
 * The authors of a page. Highwire and Dublin Core write the family name first, with a comma after it, so that the parts are known;
 * elsewhere a comma says nothing for certain, and a name stays as it is.
 * @param all the values of a `<meta>` name
 * @param linked names from JSON-LD
 */
export const readAuthors = (
  all: (name: string) => readonly string[],
  linked: readonly string[],
): Pick<ArticleMetadata, 'authors' | 'names'> => {
  const indexed = ['citation_author', 'citation_authors', 'dc.creator', 'dcterms.creator']
    .map(name => cleaned(all(name).flatMap(oneByOne)))
    .find(names => names.length > 0)
  if (indexed !== undefined) {
    const { authors, names } = keptNames(indexed.map(divideName))
    const certain = names?.filter(({ author }) => !indexed.includes(author))
    return { authors, ...(certain !== undefined && certain.length > 0 && { names: certain }) }
  }
  const others = linked.length > 0 ? linked : cleaned([...all('article:author'), ...all('author')])
  return { authors: [...new Set(others)] }
}
