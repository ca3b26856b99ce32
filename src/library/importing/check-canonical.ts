import type { Article, Block } from '#core/article/article.ts'
import { canonicalAttributes, canonicalElements, isCanonicalValue } from '#core/article/canonical-vocabulary.ts'
import { contentHash } from './content-hash.ts'
import { isElement, isText, parseBody, rawText, walk } from './parse-html.ts'
import type { ParsedElement } from './parse-html.ts'

const elements = new Set(canonicalElements)
const attributes = new Set(canonicalAttributes)

/** What an element says that canonical content may not say. */
const foreignParts = (element: ParsedElement): readonly string[] => {
  const name = element.localName
  const said = [...element.attributes]
  const amiss = said.filter(({ name: key, value }) => attributes.has(key) && !isCanonicalValue(key, value))
  return [
    ...(elements.has(name) ? [] : [`The content has an element that may not be there: <${name}>.`]),
    ...said
      .filter(attribute => !attributes.has(attribute.name))
      .map(attribute => `The content has an attribute that may not be there: ${attribute.name} on <${name}>.`),
    ...amiss.map(({ name: key }) => describeAmiss(key)),
  ]
}

const describeAmiss = (attribute: string): string => {
  switch (attribute) {
    case 'href':
      return 'The content has a link to a place that links may not lead to.'
    case 'src':
      return 'The content has an image that is not inside it.'
    default:
      return `The content has a value that may not be there, of ${attribute}.`
  }
}

/** Elements with their blocks' texts, and what is amiss with the content on its own. */
const readContent = (html: string): { texts: Map<string, string>; ids: Set<string>; problems: string[] } => {
  const texts = new Map<string, string>()
  const ids = new Set<string>()
  const problems: string[] = []
  walk(parseBody(html), node => {
    if (isText(node) && (node.nodeValue ?? '').trim() !== '')
      problems.push('The content has text outside of its blocks.')
    if (!isElement(node) || node.localName === 'html' || node.localName === 'body') return true
    for (const problem of foreignParts(node)) problems.push(problem)
    const id = node.getAttribute('id')
    if (id !== null) ids.add(id)
    const block = node.getAttribute('data-block')
    if (block === null) return true
    if (texts.has(block)) problems.push(`The content has two blocks called ${block}.`)
    texts.set(block, rawText(node))
    walk(node, inner => {
      if (inner === node || !isElement(inner)) return true
      for (const problem of foreignParts(inner)) problems.push(problem)
      return true
    })
    return false
  })
  return { texts, ids, problems }
}

const checkBlocks = (article: Article, texts: ReadonlyMap<string, string>): string[] => {
  const problems: string[] = []
  const sections = new Set(article.sections.map(section => section.id))
  let before: Block | undefined
  for (const block of article.blocks) {
    const text = texts.get(block.id)
    if (text === undefined) problems.push(`Block ${block.id} is missing in the content.`)
    else if (text !== article.text.slice(block.start, block.end))
      problems.push(`The text of block ${block.id} is not what the content says.`)
    const gap = article.text.slice(before?.end ?? 0, block.start)
    if (before === undefined ? gap !== '' : gap !== '\n' && gap !== '\t')
      problems.push(`Block ${block.id} does not follow on the one before it.`)
    if (!sections.has(block.section)) problems.push(`Block ${block.id} belongs to a section that is not there.`)
    before = block
  }
  if ((before?.end ?? 0) !== article.text.length) problems.push('The text goes on after its last block.')
  const known = new Set(article.blocks.map(block => block.id))
  for (const id of texts.keys())
    if (!known.has(id)) problems.push(`The content has a block that the article does not know: ${id}.`)
  return problems
}

const checkSections = (article: Article, ids: ReadonlySet<string>): string[] =>
  article.sections.flatMap(section => [
    ...(section.start > section.end || section.end > article.text.length
      ? [`Section ${section.id} lies outside of the text.`]
      : []),
    ...(section.level > 0 && !ids.has(section.id)
      ? [`The heading of section ${section.id} is missing in the content.`]
      : []),
  ])

/**
 * Verifies that an article and its canonical content belong together: hashes, blocks against the text, sections, and that the
 * content has nothing that an importer would not write. Returns what is amiss, a line each, repeated lines once; empty when all is well.
 */
export const checkCanonical = (article: Article, html: string): string[] => {
  const { texts, ids, problems } = readContent(html)
  return [
    ...new Set([
      ...(contentHash(article.text) === article.textHash ? [] : ['The text does not match its hash.']),
      ...(contentHash(html) === article.htmlHash ? [] : ['The content does not match its hash.']),
      ...problems,
      ...checkBlocks(article, texts),
      ...checkSections(article, ids),
    ]),
  ]
}
