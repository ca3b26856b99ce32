import { childrenOf, elementsIn } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { captionMarkup, picturesOf, rightsMarkup } from './jats-figures.ts'
import { idOf, quoted } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** The parts of a table, by those of HTML; publishers may use the OASIS model for them. */
const rowElements: ReadonlyMap<string, string> = new Map([
  ['thead', 'thead'],
  ['tbody', 'tbody'],
  ['tfoot', 'tfoot'],
  ['tr', 'tr'],
  ['td', 'td'],
  ['th', 'th'],
  ['row', 'tr'],
  ['entry', 'td'],
])

/** Columns of an OASIS table by their names. */
const columnsOf = (group: XmlElement): ReadonlyMap<string, number> =>
  new Map(
    childrenOf(group, 'colspec').map(({ attributes }, at) => [
      attributes.get('colname') ?? `${at + 1}`,
      Number(attributes.get('colnum') ?? at + 1),
    ]),
  )

/** How many columns and rows a cell spans, as HTML says it. */
const spansOf = ({ name, attributes }: XmlElement, columns: ReadonlyMap<string, number>): string => {
  if (name !== 'entry')
    return ['colspan', 'rowspan', 'scope']
      .flatMap(key => {
        const value = attributes.get(key)
        return value === undefined ? [] : [` ${key}="${quoted(value)}"`]
      })
      .join('')
  const [first, last] = ['namest', 'nameend'].map(key => columns.get(attributes.get(key) ?? ''))
  const wide = first === undefined || last === undefined ? 1 : last - first + 1
  const high = Number(attributes.get('morerows') ?? 0) + 1
  return `${wide > 1 ? ` colspan="${wide}"` : ''}${high > 1 ? ` rowspan="${high}"` : ''}`
}

/** The rows of a table, or of an array, which is one without a name. */
export const rowsMarkup = (
  element: XmlElement,
  level: number,
  writer: MarkupWriter,
  columns: ReadonlyMap<string, number> = new Map(),
): string =>
  elementsIn(element)
    .map(child => {
      if (child.name === 'tgroup') return rowsMarkup(child, level, writer, columnsOf(child))
      const tag = rowElements.get(child.name)
      if (tag === undefined) return ''
      const isCell = tag === 'td' || tag === 'th'
      const inside = isCell ? writer.children(child, level) : rowsMarkup(child, level, writer, columns)
      return `<${tag}${isCell ? idOf(child) : ''}${spansOf(child, columns)}>${inside}</${tag}>`
    })
    .join('')

/** Notes below a table are a part of it, and no section of the text. */
const footMarkup = (foot: XmlElement, level: number, writer: MarkupWriter): string => {
  const parts = elementsIn(foot).map(one =>
    one.name === 'fn-group' ? writer.children(one, level) : writer.element(one, level),
  )
  return `<div>${parts.join('')}</div>`
}

export const tableMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const tables = [
    ...childrenOf(element, 'table'),
    ...childrenOf(element, 'alternatives').flatMap(one => childrenOf(one, 'table')),
  ]
  const caption = captionMarkup(element, level, writer)
  const rest = writer.children(element, level, [
    'label',
    'caption',
    'table',
    'alternatives',
    'graphic',
    'table-wrap-foot',
    'permissions',
  ])
  const foot = childrenOf(element, 'table-wrap-foot')
    .map(one => footMarkup(one, level, writer))
    .join('')
  const after = `${rest.trim() === '' ? '' : `<div>${rest}</div>`}${foot}${rightsMarkup(element, level, writer)}`
  // A table that is there as a picture only.
  if (tables.length === 0)
    return `<figure${idOf(element)}>${picturesOf(element)}<figcaption>${caption}</figcaption></figure>${after}`
  const drawn = tables.map((table, at) => {
    const [id, title] = at === 0 ? [idOf(element), `<caption>${caption}</caption>`] : ['', '']
    return `<table${id}>${title}${rowsMarkup(table, level, writer)}</table>`
  })
  return `${drawn.join('')}${after}`
}
