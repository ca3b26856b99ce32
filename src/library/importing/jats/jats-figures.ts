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

/** A file that belongs to the article, by what it says of itself, or its name. */
export const supplementMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const name =
    element.attributes.get('href') ??
    childrenOf(element, 'media').map(({ attributes }) => attributes.get('href'))[0] ??
    ''
  const rest = writer.children(element, level, ['label', 'caption', 'media', 'graphic'])
  const words = `${captionMarkup(element, level, writer)}${rest}`
  return `<div${idOf(element)}>${words.trim() === '' ? escapeText(name) : words}</div>`
}
