import { htmlAsText } from '../html-as-text.ts'
import { fieldsOf, lineOf, linesOf, listOf, textOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'

/** What the bodies of an annotation say. */
export interface ReadBodies {
  readonly note: string
  readonly tags: string[]
  readonly color: unknown
  readonly style: string
  readonly by: string | undefined
}

const MOST_BODIES = 1_000

const wordsOf = (body: Fields): string => {
  const text = textOf(body['value'] ?? body['chars'] ?? fieldsOf(body['source'])['value'])
  return /html/i.test(textOf(body['format'])) ? htmlAsText(text) : text.trim()
}

const isTag = (body: Fields): boolean =>
  listOf(body['purpose']).some(purpose => ['tagging', 'oa:tagging', 'classifying'].includes(textOf(purpose)))

/** An address that a body leads to, as Markdown has it. */
const linkOf = (address: string | undefined): string =>
  address === undefined ? '' : /^https?:\/\/\S+$/i.test(address) ? `<${address}>` : address

/** Bodies in the order given; a choice counts as its first one. */
const bodiesOf = (annotation: Fields): readonly (Fields | string)[] =>
  listOf(annotation['body'] ?? annotation['resource'])
    .slice(0, MOST_BODIES)
    .map(body => (typeof body === 'string' ? body : fieldsOf(body)))
    .map(body => (typeof body !== 'string' && Array.isArray(body['items']) ? fieldsOf(body['items'][0]) : body))

/** Reads notes, tags and look from the bodies (Web Annotation Data Model, 3.2), with what Readium adds to them. */
export const readBodies = (annotation: Fields): ReadBodies => {
  const notes: string[] = []
  const tags: string[] = []
  let color: unknown
  let style = ''
  const value = textOf(annotation['bodyValue']).trim()
  if (value !== '') notes.push(value)
  for (const body of bodiesOf(annotation)) {
    if (typeof body === 'string') {
      notes.push(linkOf(lineOf(body)))
      continue
    }
    color ??= body['color']
    style ||= textOf(body['highlight'])
    tags.push(...linesOf(body['keyword']), ...linesOf(body['tag']))
    const words = wordsOf(body)
    const link = linkOf(lineOf(body['source'] ?? body['id'] ?? body['@id']))
    if (isTag(body)) tags.push(...[words || link.replace(/^<|>$/g, '')].filter(word => word !== ''))
    else notes.push(words || (body['type'] === 'TextualBody' ? '' : link))
  }
  const creator = annotation['creator'] ?? annotation['annotatedBy']
  return {
    note: notes.filter(note => note !== '').join('\n\n'),
    tags,
    color,
    style,
    by: lineOf(fieldsOf(listOf(creator)[0])['name']) ?? (typeof creator === 'string' ? lineOf(creator) : undefined),
  }
}
