import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { Origin } from '#core/article/article.ts'
import { baseAddress } from './base-address.ts'
import { BROKEN_OFF, breaksOff } from './breaks-off.ts'
import { buildContent } from './build-content.ts'
import { closeDrawings } from './close-drawings.ts'
import { FLATTENED } from './content-tree.ts'
import { decodeText } from './decode-text.ts'
import { expandEmptyElements } from './expand-empty-elements.ts'
import { findMainContent } from './main-content/find-main-content.ts'
import { limitNesting } from './limit-nesting.ts'
import { makeArticle } from './make-article.ts'
import type { ImportContext, MadeArticle } from './make-article.ts'
import { pageWithoutFrames } from './page-without-frames.ts'
import { parseHtml } from './parse-html.ts'
import { NO_PICTURES } from './pictures/take-in-pictures.ts'
import type { ReadFile } from './read-file.ts'
import { readMetadata } from './read-metadata.ts'

/** Reads a page: what it says of itself, and what of it is the article. */
export const readHtml = (bytes: Uint8Array, fileName: string, origin?: Origin): Result<ReadFile> => {
  const decoded = decodeText(bytes, { told: origin?.encoding })
  const unframed = pageWithoutFrames(expandEmptyElements(decoded.text))
  const limited = limitNesting(closeDrawings(unframed.html))
  const page = parseHtml(limited.html)
  const said = readMetadata(page, fileName)
  const { root, leftOut } = findMainContent(limited.html, page, said.title)
  const metadata = origin === undefined ? said : { ...said, address: said.address ?? origin.address }
  const base = origin === undefined ? undefined : baseAddress(page, origin.address)
  return succeed({
    format: 'html',
    metadata,
    content: buildContent(root, base ?? metadata.address, base, leftOut),
    warnings: [
      ...decoded.warnings,
      ...(unframed.frames > 0 ? [`Left out: pages in frames (${unframed.frames}).`] : []),
      ...(limited.flattened ? [FLATTENED] : []),
      ...(breaksOff(decoded.text) ? [BROKEN_OFF] : []),
    ],
  })
}

/** Makes a page into an article, known to be one and to have no pictures. */
export const importHtml = (bytes: Uint8Array, context: ImportContext): Result<MadeArticle> => {
  const read = readHtml(bytes, context.fileName)
  return read.ok ? makeArticle(read.value, NO_PICTURES, bytes, context) : read
}
