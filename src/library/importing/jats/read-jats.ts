import type { Result } from '#core/result/result.ts'
import { fail, succeed } from '#core/result/result.ts'
import { buildContent } from '../build-content.ts'
import { escapeText } from '../canonical-markup.ts'
import { FLATTENED } from '../content-tree.ts'
import { decodeText } from '../decode-text.ts'
import { parseBody } from '../parse-html.ts'
import type { ReadFile } from '../read-file.ts'
import { childOf, childrenOf, elementsBelow } from '../xml/find-elements.ts'
import { parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { jatsEntities } from './jats-entities.ts'
import { JatsMarkup } from './jats-markup.ts'
import { jatsMetadata, lineOf } from './jats-metadata.ts'

/** Parts of `back` that have a place of their own after the others. */
const LAST = new Set(['ref-list'])

const markupOf = (article: XmlElement, markup: JatsMarkup): string => {
  const front = childOf(article, 'front', 'article-meta') ?? childOf(article, 'front-stub')
  const titles = childOf(front, 'title-group')
  const title = markup.children(childOf(titles, 'article-title'), 1, ['fn', 'xref'])
  const subtitle = lineOf(childOf(titles, 'subtitle'))
  const back = childOf(article, 'back')
  const ends = back === undefined ? [] : back.children.filter(child => typeof child !== 'string')
  const ordered = [...ends.filter(({ name }) => !LAST.has(name)), ...ends.filter(({ name }) => LAST.has(name))]
  return [
    title.trim() === '' ? '' : `<h1>${title}</h1>`,
    subtitle === '' ? '' : `<p role="doc-subtitle">${escapeText(subtitle)}</p>`,
    ...childrenOf(front, 'abstract', 'trans-abstract').map(abstract => markup.section(abstract, 2)),
    markup.children(childOf(article, 'body'), 2),
    markup.children(childOf(article, 'floats-group'), 2),
    ...ordered.map(end => markup.element(end, 2)),
    ...childrenOf(article, 'sub-article', 'response').map(part => markupOf(part, markup)),
  ].join('\n')
}

/** Reads an article in JATS, or its forerunner of the NLM: the XML of PubMed Central and of publishers. */
export const readJats = (bytes: Uint8Array, fileName: string): Result<ReadFile> => {
  const decoded = decodeText(bytes)
  const { root, problem, flattened } = parseXml(decoded.text, jatsEntities)
  const articles = root === null ? [] : root.name === 'article' ? [root] : elementsBelow(root, 'article')
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
