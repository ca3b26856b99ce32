import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { JSDOM } from 'jsdom'
import { parseHTML } from 'linkedom'
import { buildContent } from '#library/importing/build-content.ts'
import { decodeText } from '#library/importing/decode-text.ts'
import { readHtml } from '#library/importing/import-html.ts'
import { parseBody } from '#library/importing/parse-html.ts'
import { writeContent } from '#library/importing/write-content.ts'

/** One way to come from a page to the text of its article. */
interface Extractor {
  readonly name: string
  /** What it was made to do here, for the reader of the figures. */
  readonly how: string
  /** The text; empty when it found none. */
  extract(bytes: Uint8Array): Promise<string>
}

/** An address for those that want one; nothing is ever fetched. */
const ADDRESS = 'https://page.example/article'

/** The text that the same canonical writer makes of what a library kept. */
const textOf = (html: string): string => writeContent(buildContent(parseBody(html), ADDRESS)).text

const documentOf = (bytes: Uint8Array): Document => parseHTML(decodeText(bytes).text).document

export const OURS = 'Pathmark'

export const extractors: readonly Extractor[] = [
  {
    name: OURS,
    how: 'as the program imports it.',
    extract: async bytes => {
      const read = readHtml(bytes, 'page.html')
      return read.ok ? writeContent(read.value.content).text : ''
    },
  },
  {
    name: 'Readability',
    how: '@mozilla/readability as it comes, on linkedom; what it keeps written by Pathmark.',
    extract: async bytes => textOf(new Readability(documentOf(bytes)).parse()?.content ?? ''),
  },
  {
    name: 'Readability, jsdom',
    how: 'the same on jsdom, for which it is made.',
    extract: async bytes => {
      const { document } = new JSDOM(decodeText(bytes).text).window as { document: Document }
      return textOf(new Readability(document).parse()?.content ?? '')
    },
  },
  {
    name: 'Defuddle',
    how: 'defuddle as it comes, on linkedom, not allowed to ask anything of the network; what it keeps written by Pathmark.',
    extract: async bytes => textOf((await Defuddle(documentOf(bytes), ADDRESS, { useAsync: false })).content),
  },
]
