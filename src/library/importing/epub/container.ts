import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { decodeText } from '../decode-text.ts'
import { elementsBelow } from '../xml/find-elements.ts'
import { jatsEntities } from '../jats/jats-entities.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { placeOf } from './book-paths.ts'
import { readPackage } from './package-document.ts'
import type { BookPackage } from './package-document.ts'
import { cannotBeUnpacked } from './cannot-be-unpacked.ts'

const CONTAINER = 'META-INF/container.xml'

/** Paths of the book's package documents: those that its container names, or else all that look like one. */
const packagePaths = (archive: ZipArchive): readonly string[] => {
  const container = archive.read(CONTAINER)
  const { root } = parseXml(container.kind === 'bytes' ? decodeText(container.bytes).text : '<none/>')
  const named = (root === null ? [] : elementsBelow(root, 'rootfile')).flatMap(({ attributes }) => {
    // A container may name the book in other formats beside.
    const type = attributes.get('media-type') ?? ''
    if (type !== '' && !/oebps-package/i.test(type) && !/\.opf$/i.test(attributes.get('full-path') ?? '')) return []
    const place = placeOf(`/${(attributes.get('full-path') ?? '').replace(/^\/+/, '')}`, '')
    return place === null || archive.find(place.path) === null ? [] : [place.path]
  })
  return named.length > 0 ? named : archive.paths.filter(path => /\.opf$/i.test(path))
}

/** Finds the book in an archive. Of several renditions the first counts, which is the one that reading systems show (OCF 3.3). */
export const findPackage = (
  archive: ZipArchive,
  fileName: string,
): Result<{ readonly book: BookPackage; readonly warnings: readonly string[] }> => {
  const paths = packagePaths(archive)
  const path = archive.find(paths[0] ?? '')
  if (path === null) return fail('not-readable', `“${fileName}” is no whole book: the list of its parts is missing.`)
  const read = archive.read(path)
  if (read.kind !== 'bytes') {
    const why = read.kind === 'missing' ? 'is missing' : cannotBeUnpacked[read.kind]
    return fail('not-readable', `“${fileName}” was not imported: the list of its parts (${path}) ${why}.`)
  }
  const { root, problem } = parseXml(decodeText(read.bytes).text, jatsEntities)
  const book = root === null ? null : readPackage(root, path)
  if (book === null || book.spine.length === 0)
    return fail(
      'not-readable',
      `“${fileName}” is no whole book: the list of its parts (${path}) names no page${problem === null ? '' : ` (${problem})`}.`,
    )
  return succeed({
    book,
    warnings: [
      ...(paths.length > 1 ? [`The file holds ${paths.length} forms of the book; the first was imported.`] : []),
      ...(problem === null ? [] : [`${path} is not well-formed (${problem}).`]),
    ],
  })
}
