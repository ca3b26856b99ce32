import type { Provenance } from '#core/article/article.ts'
import { decodePlainText } from './plain-text/decode-plain-text.ts'
import { looksLikeMhtml } from './mhtml/looks-like-mhtml.ts'
import { looksLikeMarkdown } from './markdown/looks-like-markdown.ts'
import { isEpub } from './zip/recognise-archive.ts'

/** Bytes looked at; a preamble of comments longer than this is not expected. */
export const SNIFFED_LENGTH = 64 * 1024

/** First bytes of formats that could be mistaken for text by what they contain: ZIP (EPUB, DOCX), gzip, PNG, JPEG, RTF. */
const otherSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
]

/** What may stand before the first tag: white space, comments, an XML declaration. */
const preamble = /^(?:\s+|<!--[\s\S]*?-->|<\?xml[^>]*>)*/

const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|article|main|section|header|div|p|h[1-6]|table|ul|ol|dl|blockquote|pre|a|span)[\s/>])/i

/** What only a whole page begins with: Markdown may begin with an element as well. */
const pageStart = /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link)[\s/>])/i

/** After an XML declaration only XHTML is HTML: a JATS file, too, may begin with an `article`. */
const xhtmlStart = /^<(?:!doctype\s+html|html[\s>])/i

/** The start of XML that is no page: a declaration, or an element or type of a name that HTML does not have. */
const otherMarkup = /^<(?:\?xml|!doctype\s)/i

/** What begins an article in JATS or a collection of them, with all that stands in its tag. */
const jatsTag =
  /^(?:<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:[\w-]+:)?(article\b|pmc-articleset\b|book-part(?:-wrapper)?\b|oai-pmh\b)([^>]*)(>?)/i
const jatsInside = /<(?:[\w-]+:)?article\s[^>]*(?:dtd-version|article-type|jats|nlm)/i
const jatsType = /^<!doctype\s+article\s([^>]*)/i

/** Comments do not reach over their ends, so that many of them can be read in one way only. */
const frontFirst = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[\w-]+:)?front\b/i

/** An article by its type, by an attribute or element that only JATS has, or among others in an answer of PubMed Central. */
const isJats = (start: string): boolean => {
  if (/JATS|NLM|journal/i.test(jatsType.exec(start)?.[1] ?? '')) return true
  const found = jatsTag.exec(start)
  if (found === null) return false
  const [tag, name = '', attributes = '', end] = found
  // An answer of an archive may hold records of any kind.
  if (/^oai/i.test(name)) return jatsInside.test(start)
  if (name.toLowerCase() !== 'article') return true
  const namespaces = attributes.slice(Math.max(0, attributes.search(/xmlns/i)))
  if (/dtd-version|article-type/i.test(attributes) || /^xmlns[\s\S]*(?:jats|xlink|MathML)/i.test(namespaces))
    return true
  return end === '>' && frontFirst.test(start.slice(tag.length))
}

/** Where something stands in a text, from a place on; -1 when it does not. */
const placeAfter = (text: string, place: number, what: RegExp): number => {
  const found = place < 0 ? -1 : text.slice(place).search(what)
  return found < 0 ? -1 : place + found
}

/** A page in an element of another's making, as filings and archives of mail wrap one. */
const isWrappedPage = (start: string): boolean => {
  const page = placeAfter(start, start.startsWith('<') ? 1 : -1, /^[ \t]*<html[\s>]/im)
  return placeAfter(start, page, /<(?:head|body)[\s>]/i) >= 0
}

/** An element around all there is: XML without a declaration. */
const wholeElement = /^<([a-z][\w:.-]*)[\s>][\s\S]*<\/\1\s*>\s*$/i

/** What begins a record or a list in JSON, and no prose. */
const jsonStart = /^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]]|-?\d[\d.eE+-]*\s*,))/

/** Bytes within which a PDF file says that it is one; other bytes may stand before that (ISO 32000-1, annex H.3.4.1). */
const PDF_START = 1024

/** What every PDF file has soon after its start, and no text that only speaks of such files. */
const pdfObject = /\d\s+\d+\s+obj\b/

/** Whether bytes say that they are a PDF document; nothing else is looked at. */
export const isPdf = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFFED_LENGTH)).toString('latin1')
  const at = start.slice(0, PDF_START).indexOf('%PDF-')
  return at === 0 || (at > 0 && pdfObject.test(start.slice(at)))
}

/** Bytes within which a page that says what it is has said so. */
const PAGE_START = 100
const saysPage = /^\s*<(?:!doctype\s+html|html[\s>])/i

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** Controls that no writer puts into a text. Of those that terminals and old printers know, text may hold some. */
// oxlint-disable-next-line no-control-regex
const foreignControls = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f]/g

const MOST_CONTROLS = 0.01

const isText = (text: string): boolean =>
  text.trim() !== '' &&
  !text.includes('\0') &&
  (text.match(foreignControls)?.length ?? 0) <= text.length * MOST_CONTROLS

/** False of bytes that say at once that they are a PDF document, an archive or a page; `recogniseFormat` takes none of these for Markdown. */
export const mayBeMarkdown = (bytes: Uint8Array): boolean =>
  !isPdf(bytes) &&
  !otherSignatures.some(signature => beginsWith(bytes, signature)) &&
  !saysPage.test(Buffer.from(bytes.subarray(0, PAGE_START)).toString('latin1'))

const LINE_FEED = 0x0a

/** The first lines, so that no character is cut in two. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length <= SNIFFED_LENGTH) return bytes
  const sample = bytes.subarray(0, SNIFFED_LENGTH)
  const end = sample.lastIndexOf(LINE_FEED)
  return end > 0 ? sample.subarray(0, end) : sample
}

/** The share of lines that begin with a tag from which on a text is a part of a page with some marks of Markdown in it. */
const TAGGED = 0.3

const isMostlyTags = (text: string): boolean => {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.filter(line => /^\s*</.test(line)).length > lines.length * TAGGED
}

/**
 * The format of a file, by what is in it and never by its name.
 * Null when it is none that can be imported: other XML than XHTML and JATS, or what holds records instead of prose.
 */
export const recogniseFormat = (bytes: Uint8Array): Provenance['format'] | null => {
  if (isEpub(bytes)) return 'epub'
  if (otherSignatures.some(signature => beginsWith(bytes, signature))) return null
  if (isPdf(bytes)) return 'pdf'
  if (looksLikeMhtml(bytes.subarray(0, SNIFFED_LENGTH))) return 'mhtml'
  const { text } = decodePlainText(sampleOf(bytes))
  const start = text.replace(preamble, '')
  // A page says what it is, and may hold what no text does: browsers read it all the same.
  if (pageStart.test(start) && !text.includes('<?xml')) return 'html'
  if (isJats(start)) return 'jats'
  if (!isText(text)) return null
  if (text.includes('<?xml')) return xhtmlStart.test(start) ? 'html' : null
  if (otherMarkup.test(start) || jsonStart.test(start)) return null
  const isMarkdown = looksLikeMarkdown(text)
  if (htmlStart.test(start)) return isMarkdown && !isMostlyTags(text) ? 'markdown' : 'html'
  if (isMarkdown) return 'markdown'
  if (isWrappedPage(start)) return 'html'
  // Of a large file only the beginning is here, without the end of the element around all.
  return wholeElement.test(start) || (bytes.length > SNIFFED_LENGTH && start.startsWith('<') && isMostlyTags(text))
    ? null
    : 'text'
}
