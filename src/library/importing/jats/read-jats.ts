import type { Result } from '#core/result/result.ts'
import { fail, succeed } from '#core/result/result.ts'
import { buildContent } from '../build-content.ts'
import { FLATTENED } from '../content-tree.ts'
import { decodeText } from '../decode-text.ts'
import { parseBody } from '../parse-html.ts'
import type { ReadFile } from '../read-file.ts'
import { childOf, childrenOf, elementsBelow } from '../xml/find-elements.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { articleOfBookPart } from './book-part.ts'
import { byline, closingMatter, titleMarkup } from './jats-front.ts'
import { JatsMarkup } from './jats-markup.ts'
import { jatsMetadata } from './jats-metadata.ts'
import { namedCharacters } from './named-characters.ts'

/** Parts of `back` that have a place of their own after the others. */
const LAST = new Set(['ref-list'])

/** Names of signs that a warning tells. */
const MOST_TOLD = 10

const markupOf = (article: XmlElement, markup: JatsMarkup, isPart = false): string => {
  const front = childOf(article, 'front', 'article-meta') ?? childOf(article, 'front-stub')
  const back = childOf(article, 'back')
  const ends = back === undefined ? [] : back.children.filter(child => typeof child !== 'string')
  const [before, last] = [false, true].map(isLast => ends.filter(({ name }) => LAST.has(name) === isLast))
  const begin = [
    titleMarkup(front, markup),
    isPart ? byline(front) : '',
    ...childrenOf(front, 'abstract', 'trans-abstract').map(abstract => markup.section(abstract, 2)),
    markup.children(childOf(article, 'body'), 2),
    ...childrenOf(article, 'floats-group', 'floats-wrap').map(floats => markup.children(floats, 2)),
    ...(before ?? []).map(end => markup.element(end, 2)),
  ].join('\n')
  const closing = closingMatter(article, front, markup)
  const references = (last ?? []).map(end => markup.element(end, 2)).join('\n')
  return [
    begin,
    markup.takeNotes(2),
    closing,
    references,
    ...childrenOf(article, 'sub-article', 'response').map(part => markupOf(part, markup, true)),
  ].join('\n')
}

/** The articles of a file: one, several in an answer of a server, or a chapter of a book. */
const articlesIn = (root: XmlElement): readonly XmlElement[] => {
  if (root.name === 'article') return [root]
  if (root.name.startsWith('book-part')) return [articleOfBookPart(root) ?? []].flat()
  return elementsBelow(root, 'article')
}

/** Reads an article in JATS, or its forerunner of the NLM: the XML of PubMed Central and of publishers. */
export const readJats = (bytes: Uint8Array, fileName: string): Result<ReadFile> => {
  const decoded = decodeText(bytes)
  const { known, unknown } = namedCharacters(decoded.text)
  const { root, problem, flattened } = parseXml(decoded.text, known)
  const articles = root === null ? [] : articlesIn(root)
  const [article] = articles
  if (article === undefined) {
    return fail('not-readable', `“${fileName}” is XML and holds no article${problem === null ? '' : ` (${problem})`}.`)
  }
  const markup = new JatsMarkup()
  const metadata = jatsMetadata(article, fileName)
  const page = parseBody(markupOf(article, markup))
  const missed = [...markup.missed].map(([what, count]) => `${what} (${count})`).join(', ')
  return succeed({
    format: 'jats',
    metadata,
    content: buildContent(page, metadata.address),
    warnings: [
      ...decoded.warnings,
      ...(problem === null
        ? []
        : [`The file is not whole or not well-formed (${problem}): parts of the article may be missing.`]),
      ...(unknown.length === 0
        ? []
        : [
            `Signs that only the file's document type explains stand as they are written: ${unknown
              .slice(0, MOST_TOLD)
              .map(name => `&${name};`)
              .join(', ')}${unknown.length > MOST_TOLD ? ` and ${unknown.length - MOST_TOLD} more` : ''}.`,
          ]),
      ...(articles.length > 1
        ? [
            `The file holds ${articles.length} articles, and this is the first of them: save each in a file of its own to import the others.`,
          ]
        : []),
      ...(flattened ? [FLATTENED] : []),
      ...(missed === '' ? [] : [`Not in the file itself: ${missed}.`]),
    ],
  })
}
