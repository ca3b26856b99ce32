import { childOf, childrenOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { placeOf } from './book-paths.ts'

/** A file that the book's list names. */
export interface ManifestItem {
  readonly id: string
  /** Inside the archive; null when it lies outside. */
  readonly path: string | null
  /** In lower case, without parameters. */
  readonly mediaType: string
  readonly properties: readonly string[]
  /** Id of the one to use instead when this one cannot be shown. */
  readonly fallback: string | null
}

/** What a book's package document says: which files there are, and in which order they are read (EPUB 3.3, OPF 2.0.1). */
export interface BookPackage {
  readonly path: string
  readonly metadata: XmlElement | undefined
  readonly items: ReadonlyMap<string, ManifestItem>
  /** Ids of items with those that are out of the line of reading told apart. */
  readonly spine: readonly { readonly item: string; readonly linear: boolean }[]
  /** Id of the NCX. */
  readonly toc: string | null
  /** EPUB 2: places of a kind, such as `cover` and `toc`. */
  readonly guide: readonly { readonly type: string; readonly path: string }[]
}

const words = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')

const itemOf = ({ attributes }: XmlElement, path: string): ManifestItem => ({
  id: attributes.get('id') ?? '',
  path: placeOf(attributes.get('href') ?? '', path)?.path ?? null,
  mediaType: (attributes.get('media-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
  properties: words(attributes.get('properties')),
  fallback: attributes.get('fallback') ?? null,
})

/** @param path of the package document in the archive, from which its references lead */
export const readPackage = (root: XmlElement, path: string): BookPackage => {
  const spine = childOf(root, 'spine')
  const items = childrenOf(childOf(root, 'manifest'), 'item').map(item => itemOf(item, path))
  return {
    path,
    metadata: childOf(root, 'metadata'),
    items: new Map(items.map(item => [item.id, item])),
    spine: childrenOf(spine, 'itemref').map(({ attributes }) => ({
      item: attributes.get('idref') ?? '',
      linear: attributes.get('linear')?.toLowerCase() !== 'no',
    })),
    toc: spine?.attributes.get('toc') ?? null,
    guide: childrenOf(childOf(root, 'guide'), 'reference').flatMap(({ attributes }) => {
      const place = placeOf(attributes.get('href') ?? '', path)
      return place === null ? [] : [{ type: (attributes.get('type') ?? '').toLowerCase(), path: place.path }]
    }),
  }
}

const PAGES = new Set([
  'application/xhtml+xml',
  'text/html',
  'text/x-oeb1-document',
  'application/x-dtbook+xml',
  'image/svg+xml',
])

/** Types of files that are no pages, whatever they are called. */
const OTHERS = /^(?:image|audio|video|font)\/|css|font|javascript|ncx|page-map|smil|pdf/

/** True for what can be read as a page. A type that is missing or says nothing is told by the file's name. */
export const isPage = ({ mediaType, path }: ManifestItem): boolean =>
  PAGES.has(mediaType) || (!OTHERS.test(mediaType) && /\.(?:x?html?|xml)$/i.test(path ?? ''))

export const isPicture = ({ mediaType }: ManifestItem): boolean =>
  mediaType.startsWith('image/') && mediaType !== 'image/svg+xml'

/** The item that can be shown in place of one: itself, or what it falls back on. Null when there is none, or they go round in a circle. */
export const shownItem = ({ items }: BookPackage, id: string): ManifestItem | null => {
  const seen = new Set<string>()
  for (let next: string | null = id; next !== null && !seen.has(next);) {
    seen.add(next)
    const item: ManifestItem | undefined = items.get(next)
    if (item === undefined) return null
    if (isPage(item) || (isPicture(item) && item.fallback === null)) return item
    next = item.fallback
  }
  return null
}
