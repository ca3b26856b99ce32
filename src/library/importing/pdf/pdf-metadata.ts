import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ArticleMetadata } from '#core/article/article.ts'
import { lineOfText } from '../source-text.ts'
import { languageOf, present } from '../metadata-parts.ts'
import { readIsoDate } from '../read-iso-date.ts'
import { titleOfFileName } from '../title-of-file-name.ts'

/** What a document's Info and XMP say, as text. */
export interface GivenMetadata {
  readonly title: string
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  readonly publisher: string
  readonly published: string | undefined
  readonly doi: string | undefined
  readonly language: string
  readonly licence: string
}

const nothing: GivenMetadata = {
  title: '',
  authors: [],
  keywords: [],
  publisher: '',
  published: undefined,
  doi: undefined,
  language: '',
  licence: '',
}

const LONGEST = 2_000

const textOf = (value: unknown): string => (typeof value === 'string' ? lineOfText(value.slice(0, LONGEST)) : '')

const doiPattern = /\b10\.\d{4,9}\/[-._;()/:<>A-Z0-9]*[A-Z0-9]/i

/** A DOI in running text, such as that of an article's first page; undefined when there is none. */
const doiIn = (text: string): string | undefined => doiPattern.exec(text)?.[0]

/** What programs write for a title: the name of a file or of themselves, or nothing that says anything. */
const junk =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled\b.*|\(?anonymous\)?|document\d*|doc\d*|title|no title|slide \d+|layout \d+|.*\.(?:docx?|rtf|odt|tex|dvi|pdf|indd|qxd|pages|pptx?|html?|txt|fm|p65|ps)|[\w.-]*\d[\w.-]*|[A-Z]{2,6}[-_ ]?[\d_-]+.*?\d+\.\.\d+|[a-z]:\\.*|\/.*|about:blank|https?:.*)$/i

/** True when a title from the document's information is one that a person would give. */
const isTitle = (title: string): boolean => title.length >= 4 && /\p{L}{2}/u.test(title) && !junk.test(title)

/** Names in one field: parted by semicolons, by "and", or by commas unless a comma parts surname and given name. */
const namesIn = (written: string): string[] => {
  const byMark = written.split(/\s*;\s*|\s+(?:and|&)\s+/).filter(name => name !== '')
  if (byMark.length > 1) return byMark.flatMap(part => (part.split(',').length > 2 ? part.split(/\s*,\s*/) : [part]))
  const byComma = written.split(/\s*,\s*/).filter(name => name !== '')
  return byComma.length > 1 && byComma.every(name => /\S\s\S/.test(name)) ? byComma : [written]
}

const isName = (name: string): boolean =>
  /\p{L}{2}/u.test(name) && name.length < 200 && !/^(?:user|admin|unknown|author|owner|pc|windows user)\b/i.test(name)

interface Xmp {
  get(name: string): unknown
}

const xmpText = (xmp: Xmp | null, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = xmp?.get(name)
    const text = textOf(Array.isArray(value) ? value[0] : value)
    if (text !== '') return text
  }
  return ''
}

const xmpList = (xmp: Xmp | null, name: string): string[] => {
  const value = xmp?.get(name)
  return (Array.isArray(value) ? value : [value])
    .map(textOf)
    .filter(text => text !== '')
    .slice(0, 500)
}

/** Reads Info and XMP; a document whose own are damaged says nothing. */
export const givenMetadata = async (document: PDFDocumentProxy): Promise<GivenMetadata> => {
  let read: Awaited<ReturnType<PDFDocumentProxy['getMetadata']>>
  try {
    read = await document.getMetadata()
  } catch {
    // The article is read all the same.
    return nothing
  }
  const info = read.info as Readonly<Record<string, unknown>>
  const xmp = read.metadata as Xmp | null
  const creators = xmpList(xmp, 'dc:creator')
  const keywords = [textOf(info['Keywords']), ...xmpList(xmp, 'dc:subject')].flatMap(text => text.split(/\s*[;,]\s*/))
  const titles = [xmpText(xmp, 'dc:title'), textOf(info['Title'])]
  return {
    title: titles.find(isTitle) ?? '',
    authors: [
      ...new Set((creators.length > 1 ? creators : [creators[0] ?? textOf(info['Author'])]).flatMap(namesIn)),
    ].filter(isName),
    keywords: [...new Set(keywords)].filter(word => word !== '').slice(0, 100),
    publisher: xmpText(xmp, 'prism:publicationname', 'dc:publisher'),
    published: readIsoDate(xmpText(xmp, 'prism:coverdate', 'prism:publicationdate')),
    doi: doiIn(
      `${xmpText(xmp, 'prism:doi')} ${xmpText(xmp, 'dc:identifier')} ${textOf(info['doi'])} ${textOf(info['Subject'])}`,
    ),
    language: textOf(info['Language']),
    licence: xmpText(xmp, 'xmprights:webstatement', 'dc:rights'),
  }
}

/** What the article says of itself: the document's information first, then what its first page shows. */
export const pdfMetadata = (
  given: GivenMetadata,
  page: { readonly title: string; readonly text: string; readonly language: string | null },
  fileName: string,
): ArticleMetadata => {
  const doi = given.doi ?? doiIn(page.text)
  return {
    title: given.title || page.title || titleOfFileName(fileName),
    authors: [...given.authors],
    language: languageOf(given.language || page.language || undefined) ?? 'und',
    keywords: [...given.keywords],
    sourceNotes: [],
    ...present({
      publisher: given.publisher || undefined,
      address: doi === undefined ? undefined : `https://doi.org/${encodeURI(doi)}`,
      published: given.published,
      doi,
      licence: given.licence || undefined,
    }),
  }
}
