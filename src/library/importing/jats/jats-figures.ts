import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsBelow, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { idOf, quoted } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** A picture; its file lies beside the article's. */
export const graphicMarkup = (element: XmlElement): string => {
  const alternative = textOf(childOf(element, 'alt-text')).trim()
  return `<img src="${quoted(element.attributes.get('href') ?? '')}" alt="${quoted(alternative)}">`
}

/** Kinds of files that are made to be printed, where there is another one for the screen. */
const forPrint = /\.(?:tiff?|eps|pdf|ai|ps)$/i

/** The pictures of a figure: of several forms of one picture that for the screen. */
const picturesOf = (element: XmlElement): string => {
  const alone = childrenOf(element, 'graphic')
  const chosen = childrenOf(element, 'alternatives').flatMap(forms => {
    const graphics = elementsBelow(forms, 'graphic')
    const best = graphics.find(({ attributes }) => !forPrint.test(attributes.get('href') ?? '')) ?? graphics[0]
    return best === undefined ? [] : [best]
  })
  return [...alone, ...chosen].map(graphicMarkup).join('')
}

/** Label and words below or over a figure or table. */
const captionMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const caption = childOf(element, 'caption')
  const strong = [childOf(element, 'label'), childOf(caption, 'title')]
    .map(part => writer.children(part, level).trim())
    .filter(part => part !== '')
    .map(part => (/[.:?!]$/.test(part) ? part : `${part}.`))
    .join(' ')
  const rest = writer.children(caption, level, ['title'])
  return `${strong === '' ? '' : `<strong>${strong}</strong> `}${rest}`
}

export const figureMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const rest = writer.children(element, level, ['label', 'caption', 'graphic', 'alternatives', 'attrib'])
  const credit = writer.children(childOf(element, 'attrib'), level)
  const caption = `<figcaption>${captionMarkup(element, level, writer)} ${credit}</figcaption>`
  return `<figure${idOf(element)}>${picturesOf(element)}${rest}${caption}</figure>`
}

const rowElements = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'])

/** The parts of a table, which are those of HTML. */
export const rowsMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string =>
  elementsIn(element)
    .filter(({ name }) => rowElements.has(name))
    .map(child => {
      const spans = ['colspan', 'rowspan', 'scope'].flatMap(name => {
        const value = child.attributes.get(name)
        return value === undefined ? [] : [` ${name}="${quoted(value)}"`]
      })
      const isCell = child.name === 'td' || child.name === 'th'
      const inside = isCell ? writer.children(child, level) : rowsMarkup(child, level, writer)
      return `<${child.name}${spans.join('')}>${inside}</${child.name}>`
    })
    .join('')

export const tableMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const tables = [
    ...childrenOf(element, 'table'),
    ...childrenOf(element, 'alternatives').flatMap(one => childrenOf(one, 'table')),
  ]
  const caption = captionMarkup(element, level, writer)
  const foot = childrenOf(element, 'table-wrap-foot')
    .map(one => `<div>${writer.children(one, level)}</div>`)
    .join('')
  // A table that is there as a picture only.
  if (tables.length === 0)
    return `<figure${idOf(element)}>${picturesOf(element)}<figcaption>${caption}</figcaption></figure>${foot}`
  const drawn = tables.map((table, at) => {
    const [id, title] = at === 0 ? [idOf(element), `<caption>${caption}</caption>`] : ['', '']
    return `<table${id}>${title}${rowsMarkup(table, level, writer)}</table>`
  })
  return `${drawn.join('')}${foot}`
}

/** A file by its name; one that lies on the web is led to. */
const fileMarkup = (name: string): string =>
  /^https?:/i.test(name) ? `<a href="${quoted(name)}">${escapeText(name)}</a>` : escapeText(name)

/** A file that belongs to the article: what is said of it, and its name, under which the publisher has it. */
export const supplementMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const media = childrenOf(element, 'media', 'inline-supplementary-material')
  const names = [element, ...media].flatMap(({ attributes }) => attributes.get('href')?.trim() ?? [])
  const captions = [element, ...media]
    .map(one => captionMarkup(one, level, writer))
    .filter(words => words.trim() !== '')
  const rest = writer.children(element, level, [
    'label',
    'caption',
    'media',
    'inline-supplementary-material',
    'graphic',
  ])
  const words = `${captions.join(' ')}${rest}`.trim()
  const files = [...new Set(names)].map(fileMarkup).join(', ')
  const pictures = words === '' && files === '' ? childrenOf(element, 'graphic').map(graphicMarkup).join('') : ''
  const told = words === '' ? files : files === '' ? words : `${words} <p>File: ${files}</p>`
  return `<div${idOf(element)}>${told}${pictures}</div>`
}
