import type { ArticleMetadata } from '../article/article.ts'
import type { DocumentEntry } from '../article/document-entry.ts'
import { likenessOf, sketchText } from './text-sketch.ts'

/** What names an article. */
type NamedArticle = Pick<ArticleMetadata, 'title' | 'authors' | 'publisher' | 'address'>

/** A document that may be an older copy, with its text. */
export interface ReadEntry {
  readonly entry: DocumentEntry
  readonly text: string
}

/**
 * Likeness from which two texts of one name are copies. Measured on the bundled article with words replaced at random: one in
 * twenty leaves 0.41 to 0.46, one in ten 0.22 to 0.27, 15 in a hundred 0.11 to 0.16; half of it against the whole has 0.40, and
 * its two halves, which are two texts on one matter, have 0.
 */
const ALIKE = 0.1

/** Parameters that tell where a reader came from and nothing about the page. */
const trackingParameter = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|source)$/i

/** RFC 3986, appendix B, for addresses that begin with http or https: host, path, query. */
const addressParts = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i

/**
 * An address in the form in which two of one page are the same: without scheme, `www.`, fragment, tracking parameters and
 * closing slash, the host in lower case, parameters sorted. What is no web address stays as it is.
 */
export const normaliseAddress = (address: string): string => {
  const [, host, path = '', query = ''] = addressParts.exec(address) ?? []
  if (host === undefined) return address
  const parameters = query
    .split('&')
    .filter(parameter => parameter !== '' && !trackingParameter.test(parameter.split('=')[0] ?? ''))
    .toSorted()
    .join('&')
  return `${host.toLowerCase()}${path.replace(/\/+$/, '')}${parameters === '' ? '' : `?${parameters}`}`
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** By the same publisher or one of the same authors; a source that names neither speaks for nothing and against nothing. */
const sameOrigin = (a: Pick<NamedArticle, 'authors' | 'publisher'>, b: typeof a): boolean => {
  const authors = new Set(a.authors.map(plain))
  if (b.authors.some(author => authors.has(plain(author)))) return true
  if (a.publisher !== undefined && b.publisher !== undefined) return plain(a.publisher) === plain(b.publisher)
  const named = (one: typeof a): boolean => one.authors.length > 0 || one.publisher !== undefined
  return !named(a) || !named(b)
}

const sameTitle = (a: string, b: string): boolean => plain(a) === plain(b) && plain(a) !== ''

/** True when the names alone do not speak against a copy; then the texts decide. */
export const mayBeCopy = (article: NamedArticle, entry: DocumentEntry): boolean =>
  (article.address !== undefined &&
    entry.address !== undefined &&
    normaliseAddress(article.address) === normaliseAddress(entry.address)) ||
  (sameTitle(article.title, entry.title) && sameOrigin(article, entry))

/**
 * The document that an article looks like a newer copy of: of those that may be one by their names, the one whose text is most like the
 * article's. Null when none is like it.
 */
export const likestCopy = (text: string, candidates: readonly ReadEntry[]): DocumentEntry | null => {
  // A sketch of a long book takes a second and a hundred megabytes.
  if (candidates.length === 0) return null
  const sketch = sketchText(text)
  const rated = candidates
    .map(({ entry, text: older }) => ({ entry, likeness: likenessOf(sketch, sketchText(older)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
  return rated.toSorted((a, b) => b.likeness - a.likeness)[0]?.entry ?? null
}
