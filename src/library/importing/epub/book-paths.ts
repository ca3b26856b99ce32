import { pathInside } from '../zip/zip-entry.ts'

/** A place in a book: a file of it, and the `id` there; empty for the file as a whole. */
export interface BookPlace {
  readonly path: string
  readonly fragment: string
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** An address that begins with the name of a way to get there: `https:`, `mailto:`, `data:`. */
const scheme = /^[a-z][a-z\d+.-]*:/i

/** True for what leads out of the book. */
export const isAddress = (href: string): boolean => scheme.test(href.trim()) || href.trim().startsWith('//')

/**
 * Where a reference of the file `from` leads. Percent signs are resolved, `?…` is left out, and `/` at the start is the book's own root.
 * Null when it leads out of the book.
 */
export const placeOf = (href: string, from: string): BookPlace | null => {
  const wanted = href.trim()
  if (isAddress(wanted)) return null
  const [, file = '', fragment = ''] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(wanted) ?? []
  if (file === '') return { path: from, fragment: decoded(fragment) }
  const folder = file.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1)
  const path = pathInside(`${folder}${decoded(file)}`)
  return path === null ? null : { path, fragment: decoded(fragment) }
}
