import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { TellProgress } from '../read-file.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { coverItem } from './book-metadata.ts'
import type { BookPage } from './book-page.ts'
import { readPages } from './book-pages.ts'
import { placeOf } from './book-paths.ts'
import { findPackage } from './container.ts'
import { readLandmarks, readNavDocument, readNcx } from './navigation.ts'
import type { NavigationEntry } from './navigation.ts'
import { isPage } from './package-document.ts'
import type { BookPackage, ManifestItem } from './package-document.ts'
import { elementsOf } from './page-element.ts'
import { parsePage } from './parse-page.ts'
import { DRAWING_TYPE } from '../pictures/media-kinds.ts'
import { readProtection } from './protection.ts'
import type { KnownPages } from './repeated-pages.ts'

export interface ReadBook {
  readonly book: BookPackage
  readonly pages: readonly BookPage[]
  readonly navigation: readonly NavigationEntry[]
  readonly known: KnownPages
  /** Path of the picture on its cover. */
  readonly cover: string | null
  readonly warnings: readonly string[]
}

interface Navigation {
  readonly entries: readonly NavigationEntry[]
  readonly landmarks: readonly { readonly type: string; readonly path: string }[]
  readonly path: string | null
}

const NCX = 'application/x-dtbncx+xml'

/** The table of contents: that of EPUB 3, or else that of EPUB 2. */
const readNavigation = (book: BookPackage, archive: ZipArchive): Navigation => {
  const items = [...book.items.values()]
  const nav = items.find(({ properties }) => properties.includes('nav'))
  const navPath = nav?.path ?? null
  const read = navPath === null ? null : archive.read(navPath)
  const page = navPath === null || read?.kind !== 'bytes' ? null : parsePage(read.bytes, navPath).root
  const entries = page === null || navPath === null ? [] : readNavDocument(page, navPath)
  const landmarks = page === null || navPath === null ? [] : readLandmarks(page, navPath)
  if (entries.length > 0) return { entries, landmarks, path: navPath }
  const ncx =
    (book.toc === null ? undefined : book.items.get(book.toc)) ?? items.find(({ mediaType }) => mediaType === NCX)
  const bytes = ncx?.path == null ? null : archive.read(ncx.path)
  return {
    entries: ncx?.path != null && bytes?.kind === 'bytes' ? readNcx(bytes.bytes, ncx.path) : [],
    landmarks,
    path: navPath,
  }
}

const firstPicture = (page: BookPage | undefined): string | null => {
  const picture =
    page === undefined ? undefined : elementsOf(page.root).find(({ name }) => name === 'img' || name === 'image')
  const source = picture?.attributes.get('src') ?? picture?.attributes.get('href')
  return page === undefined || source === undefined ? null : (placeOf(source, page.path)?.path ?? null)
}

const pictureInDrawing = (path: string, archive: ZipArchive): string | null => {
  const read = archive.read(path)
  return read.kind === 'bytes' ? firstPicture({ path, root: parsePage(read.bytes, path).root }) : null
}

/** The picture that stands for the book: as EPUB 3 names it, as EPUB 2 does, or that of the page which is said to be the cover. */
const coverOf = (
  book: BookPackage,
  pages: readonly BookPage[],
  covers: ReadonlySet<string>,
  archive: ZipArchive,
): string | null => {
  const items = [...book.items.values()]
  const named = items.find(({ properties }) => properties.includes('cover-image'))
  const id = coverItem(book.metadata)
  const older: ManifestItem | undefined =
    id === null ? undefined : (book.items.get(id) ?? items.find(({ path }) => path?.endsWith(`/${id}`)))
  const item = named ?? older
  if (item?.path != null && !isPage(item)) return item.path
  // A drawing that only shows a picture stands for that picture.
  if (item?.path != null && item.mediaType === DRAWING_TYPE) return pictureInDrawing(item.path, archive) ?? item.path
  const page = item?.path ?? pages.find(({ path }) => covers.has(path))?.path
  return firstPicture(pages.find(({ path }) => path === page))
}

/** Reads the parts of a book; fails with `not-readable` when one that is needed cannot be read. `tell` hears of each chapter. */
export const readBook = async (
  archive: ZipArchive,
  fileName: string,
  tell?: TellProgress,
): Promise<Result<ReadBook>> => {
  const found = findPackage(archive, fileName)
  if (!found.ok) return found
  const { book, warnings } = found.value
  const read = await readPages(book, archive, readProtection(archive), fileName, tell)
  if (!read.ok) return read
  const { pages } = read.value
  const { entries, landmarks, path } = readNavigation(book, archive)
  // As the archive writes them: the book may name its files in other case.
  const inArchive = (place: string): string => archive.find(place) ?? place
  const places = [...book.guide, ...landmarks]
  const pathsOf = (...types: readonly string[]): ReadonlySet<string> =>
    new Set(places.filter(({ type }) => types.includes(type)).map(place => inArchive(place.path)))
  const covers = pathsOf('cover')
  const cover = coverOf(book, pages, covers, archive)
  return succeed({
    book,
    pages,
    navigation: entries.map(entry => ({ ...entry, place: { ...entry.place, path: inArchive(entry.place.path) } })),
    known: { covers, contents: new Set([...pathsOf('toc'), ...(path === null ? [] : [inArchive(path)])]) },
    cover: cover === null ? null : inArchive(cover),
    warnings: [...warnings, ...read.value.warnings],
  })
}
