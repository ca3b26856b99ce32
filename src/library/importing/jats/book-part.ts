import { childOf, childrenOf, elementsIn } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

const made = (name: string, children: XmlElement['children']): XmlElement => ({
  name,
  attributes: new Map(),
  children,
})

const asTitle = (element: XmlElement): XmlElement =>
  element.name === 'title' ? { ...element, name: 'article-title' } : element

/** What JATS calls `article-id` and the title of an article. */
const asArticleMeta = (element: XmlElement): XmlElement => {
  if (element.name === 'book-part-id') return { ...element, name: 'article-id' }
  return element.name === 'title-group' ? { ...element, children: elementsIn(element).map(asTitle) } : element
}

/**
 * A chapter of a book in BITS, as NCBI's Bookshelf gives them, as the article that it would be in JATS; undefined for what is none. Of the book around it
 * come the publisher, the ISBN and, where the chapter says none, when it was published and under which licence.
 */
export const articleOfBookPart = (root: XmlElement): XmlElement | undefined => {
  const part = root.name === 'book-part' ? root : childOf(root, 'book-part')
  const about = childOf(part, 'book-part-meta')
  if (part === undefined || about === undefined) return undefined
  const book = childOf(root, 'book-meta')
  const own = elementsIn(about).map(asArticleMeta)
  const inherited = ['pub-date', 'permissions', 'isbn']
    .filter(name => !own.some(element => element.name === name))
    .flatMap(name => childrenOf(book, name))
  const journal = made('journal-meta', [...childrenOf(book, 'publisher')])
  const front = made('front', [journal, made('article-meta', [...own, ...inherited])])
  const attributes = new Map([...root.attributes, ...part.attributes, ['article-type', 'chapter']])
  return { name: 'article', attributes, children: [front, ...childrenOf(part, 'body', 'back', 'floats-group')] }
}
