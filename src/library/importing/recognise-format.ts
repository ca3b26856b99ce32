import type { Provenance } from '#core/article/article.ts'
import { decodeText } from './decode-text.ts'

/** Bytes looked at; a preamble of comments longer than this is not expected. */
const SNIFFED_LENGTH = 4096

/** First bytes of formats that could be mistaken for text by what they contain: ZIP (EPUB, DOCX), PDF, gzip, PNG, JPEG. */
const binarySignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

/** What may stand before the first tag: white space, comments, an XML declaration. */
const preamble = /^(?:\s+|<!--[\s\S]*?-->|<\?xml[^>]*>)*/

const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|article|main|section|header|div|p|h[1-6]|table|ul|ol|dl|blockquote|pre|a|span)[\s/>])/i

/** After an XML declaration only XHTML is HTML: a JATS file, too, may begin with an `article`. */
const xhtmlStart = /^<(?:!doctype\s+html|html[\s>])/i

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/**
 * The format of a file, by what is in it and never by its name.
 * Null when it is none that can be imported; JATS and other XML that is not XHTML is none.
 */
export const recogniseFormat = (bytes: Uint8Array): Provenance['format'] | null => {
  if (binarySignatures.some(signature => beginsWith(bytes, signature))) return null
  const { text } = decodeText(bytes.subarray(0, SNIFFED_LENGTH))
  if (text.includes('\0')) return null
  const start = text.includes('<?xml') ? xhtmlStart : htmlStart
  return start.test(text.replace(preamble, '')) ? 'html' : null
}
