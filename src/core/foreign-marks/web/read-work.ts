import type { MarkedWork } from '../foreign-mark.ts'
import { findDoi, findIsbn } from '../identifiers.ts'
import { fieldsOf, lineOf, linesOf, listOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'

const WITHOUT_TITLE = 'Without a title'

/** The work that an address stands for; `source` may be an object that says more. */
export const workOfSource = (given: string, source: unknown): MarkedWork => {
  const address = given.replace(/#.*$/s, '')
  const about = fieldsOf(source)
  const [doi, isbn] = [findDoi(address), /^urn:isbn:/i.test(address) ? findIsbn(address) : undefined]
  return {
    title: lineOf(about['title'] ?? about['label'] ?? about['dc:title']) ?? (address || WITHOUT_TITLE),
    authors: linesOf(about['creator']),
    ...(address !== '' && { address }),
    ...(doi !== undefined && { doi }),
    ...(isbn !== undefined && { isbn }),
  }
}

/** The publication that a Readium annotation set is about. `title` is the set's own. */
export const workOfPublication = (about: Fields, title: string | undefined): MarkedWork => {
  const named = (name: string): unknown => about[`dc:${name}`] ?? about[name]
  const identifiers = linesOf(named('identifier'))
  const doi = identifiers.map(findDoi).find(found => found !== undefined)
  const isbn = identifiers.map(findIsbn).find(found => found !== undefined)
  const address = identifiers.find(identifier => /^https?:\/\//i.test(identifier))
  const creators = listOf(named('creator')).flatMap(creator => lineOf(fieldsOf(creator)['name'] ?? creator) ?? [])
  return {
    title: lineOf(named('title')) ?? title ?? WITHOUT_TITLE,
    authors: creators,
    ...(address !== undefined && { address }),
    ...(doi !== undefined && { doi }),
    ...(isbn !== undefined && { isbn }),
  }
}
