import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { TellProgress } from '../read-file.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { placeOf } from './book-paths.ts'
import type { BookPage } from './book-page.ts'
import { isPage, isPicture, shownItem } from './package-document.ts'
import type { BookPackage, ManifestItem } from './package-document.ts'
import { append, elementsOf, makeElement } from './page-element.ts'
import { parsePage } from './parse-page.ts'
import { cannotBeUnpacked } from './cannot-be-unpacked.ts'
import type { Protection } from './protection.ts'

export interface BookPages {
  readonly pages: readonly BookPage[]
  readonly warnings: readonly string[]
}

/** Each item of the spine once, in the line of reading, and after it those that stand outside of the line. */
const itemsInOrder = (
  book: BookPackage,
): { readonly items: readonly ManifestItem[]; readonly missed: readonly string[] } => {
  const ordered = [...book.spine.filter(({ linear }) => linear), ...book.spine.filter(({ linear }) => !linear)]
  const shown = ordered.map(({ item }) => ({ id: item, item: shownItem(book, item) }))
  const items = shown.flatMap(({ item }) => item ?? [])
  const missed = shown.filter(({ item }) => item === null).map(({ id }) => book.items.get(id)?.path ?? id)
  return { items: [...new Map(items.map(item => [item.path, item])).values()], missed }
}

const picturePage = (path: string): BookPage => {
  const root = makeElement('div')
  append(root, makeElement('img', { src: `/${encodeURI(path)}` }))
  return { path, root }
}

class PageReader {
  readonly pages = new Map<string, BookPage>()
  readonly warnings: string[] = []
  readonly #archive: ZipArchive
  readonly #protection: Protection
  readonly #fileName: string

  constructor(archive: ZipArchive, protection: Protection, fileName: string) {
    this.#archive = archive
    this.#protection = protection
    this.#fileName = fileName
  }

  /** Reads an item; a failure is one of the whole book, which is not shown in part. */
  read(item: ManifestItem): Result<null> {
    const path = item.path === null ? null : this.#archive.find(item.path)
    if (path === null) {
      this.warnings.push(`Named in the book and not in the file: ${item.path ?? item.id}.`)
      return succeed(null)
    }
    if (this.pages.has(path)) return succeed(null)
    if (this.#protection.encrypted.has(path.toLowerCase()))
      return fail(
        'not-readable',
        `“${this.#fileName}” is protected by ${this.#protection.scheme}: only the program that it was bought for can open it, and Pathmark cannot.`,
      )
    if (isPicture(item)) {
      this.pages.set(path, picturePage(path))
      return succeed(null)
    }
    const read = this.#archive.read(path)
    if (read.kind === 'missing') return succeed(null)
    if (read.kind !== 'bytes')
      return fail(
        'not-readable',
        `“${this.#fileName}” was not imported: its page ${path} ${cannotBeUnpacked[read.kind]}.`,
      )
    if (!read.intact)
      this.warnings.push(`${path} is not as it was packed (its checksum is another): letters may be wrong.`)
    const { root, warnings } = parsePage(read.bytes, path)
    this.warnings.push(...warnings)
    this.pages.set(path, { path, root })
    return succeed(null)
  }
}

/** Items of the book's list by their paths in the archive. */
const itemsByPath = (book: BookPackage, archive: ZipArchive): ReadonlyMap<string, ManifestItem> =>
  new Map(
    [...book.items.values()].flatMap(item => {
      const path = item.path === null ? null : archive.find(item.path)
      return path === null || !isPage(item) || item.properties.includes('nav') ? [] : [[path, item]]
    }),
  )

/** The paths of the archive that the links of a page lead to. */
const linkedFrom = ({ path, root }: BookPage, archive: ZipArchive): readonly string[] =>
  elementsOf(root).flatMap(({ name, attributes }) => {
    const place = name === 'a' ? placeOf(attributes.get('href') ?? '', path) : null
    return (place === null ? null : archive.find(place.path)) ?? []
  })

/** All pages of a book as they are read: the spine, then those of the book's list that links lead to and the spine forgot. */
export const readPages = async (
  book: BookPackage,
  archive: ZipArchive,
  protection: Protection,
  fileName: string,
  tell?: TellProgress,
): Promise<Result<BookPages>> => {
  const reader = new PageReader(archive, protection, fileName)
  const byPath = itemsByPath(book, archive)
  const { items, missed } = itemsInOrder(book)
  if (missed.length > 0)
    reader.warnings.push(`In the book's order and no page that can be shown: ${missed.join(', ')}.`)
  for (const [index, item] of items.entries()) {
    const read = reader.read(item)
    if (!read.ok) return read
    await tell?.({ unit: 'chapter', number: index + 1, total: items.length })
  }
  // The walk goes on to the pages that it finds: each is looked at once.
  for (const page of reader.pages.values()) {
    for (const path of linkedFrom(page, archive)) {
      const item = reader.pages.has(path) ? undefined : byPath.get(path)
      const read = item === undefined ? succeed(null) : reader.read(item)
      if (!read.ok) return read
    }
  }
  return succeed({ pages: [...reader.pages.values()], warnings: reader.warnings })
}
