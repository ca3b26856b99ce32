import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { buildContent } from '#library/importing/build-content.ts'
import { decodeText } from '#library/importing/decode-text.ts'
import { readHtml } from '#library/importing/import-html.ts'
import { parseBody } from '#library/importing/parse-html.ts'
import { writeContent } from '#library/importing/write-content.ts'
import type { Said } from './compare-said.ts'

/** What an extractor makes of a page. */
interface Extracted {
  /** Of the article; empty when it found none. */
  readonly text: string
  readonly says: Said
}

/** One way to come from a page to its article. */
interface Extractor {
  readonly name: string
  /** What it was made to do here, for the reader of the figures. */
  readonly how: string
  extract(bytes: Uint8Array): Promise<Extracted>
}

/** An address for those that want one; nothing is ever fetched. */
const ADDRESS = 'https://page.example/article'

/** Named by its file: of the package's name, the test runner knows only the types that are given here in its place. */
const JSDOM_FILE = 'jsdom/lib/api.js'

interface JsdomWindow {
  readonly document: Document
  close(): void
}

const windowOf = async (html: string): Promise<JsdomWindow> => {
  const { JSDOM } = (await import(JSDOM_FILE)) as { JSDOM: new (page: string) => { readonly window: JsdomWindow } }
  return new JSDOM(html).window
}

/** The text that the same canonical writer makes of what a library kept. */
const textOf = (html: string): string => writeContent(buildContent(parseBody(html), ADDRESS)).text

const readBy = (document: Document): Extracted => {
  const article = new Readability(document).parse()
  return {
    text: textOf(article?.content ?? ''),
    says: {
      title: article?.title,
      authors: article?.byline,
      published: article?.publishedTime,
      publisher: article?.siteName,
      language: article?.lang,
    },
  }
}

const documentOf = (bytes: Uint8Array): Document => parseHTML(decodeText(bytes).text).document

export const OURS = 'Pathmark'

export const extractors: readonly Extractor[] = [
  {
    name: OURS,
    how: 'as the program imports it.',
    extract: async bytes => {
      const read = readHtml(bytes, 'page.html')
      if (!read.ok) return { text: '', says: {} }
      const { metadata, content } = read.value
      return { text: writeContent(content).text, says: { ...metadata, authors: metadata.authors.join(', ') } }
    },
  },
  {
    name: 'Readability',
    how: '@mozilla/readability as it comes, on linkedom; what it keeps written by Pathmark.',
    extract: async bytes => readBy(documentOf(bytes)),
  },
  {
    name: 'Readability, jsdom',
    how: 'the same on jsdom, for which it is made.',
    extract: async bytes => {
      const window = await windowOf(decodeText(bytes).text)
      const read = readBy(window.document)
      window.close()
      return read
    },
  },
  {
    name: 'Defuddle',
    how: 'defuddle as it comes, on linkedom, not allowed to ask anything of the network; what it keeps written by Pathmark.',
    extract: async bytes => {
      const found = await Defuddle(documentOf(bytes), ADDRESS, { useAsync: false })
      return { text: textOf(found.content), says: { ...found, authors: found.author, publisher: found.site } }
    },
  },
]
