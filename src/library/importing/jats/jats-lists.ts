import { childOf, childrenOf, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { withLabelInside } from './label-inside.ts'
import { idOf } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** How the marks of a list are shown: by the numbers that HTML counts, or as words of each item. */
export interface ListMarks {
  readonly open: string
  readonly close: string
  readonly shown: boolean
}

const UNNUMBERED: ListMarks = { open: '<ul>', close: '</ul>', shown: false }

/** @param labels what the file says before each item; empty where it says nothing */
export const listMarks = (labels: readonly string[], isOrdered: boolean): ListMarks => {
  const words = labels.map(label => label.replace(/[^\p{L}\p{N}]/gu, ''))
  if (words.every(word => word === '')) return isOrdered ? { open: '<ol>', close: '</ol>', shown: false } : UNNUMBERED
  const first = words.findIndex(word => word !== '')
  const start = Number(words[first]) - first
  const counts = words.every((word, at) => word === '' || (/^\d{1,5}$/.test(word) && Number(word) === start + at))
  if (!isOrdered || !counts) return { ...UNNUMBERED, shown: true }
  return { open: start === 1 ? '<ol>' : `<ol start="${start}">`, close: '</ol>', shown: false }
}

/** @param holdsBlocks whether a paragraph becomes more than one in HTML */
export const listMarkup = (
  element: XmlElement,
  level: number,
  writer: MarkupWriter,
  holdsBlocks: (paragraph: XmlElement) => boolean,
): string => {
  const kind = element.attributes.get('list-type') ?? ''
  const all = childrenOf(element, 'list-item')
  const marks = listMarks(
    all.map(item => textOf(childOf(item, 'label'))),
    /^(?:order|arabic|alpha|roman)/.test(kind),
  )
  const items = all.map(item => {
    const label = childOf(item, 'label')
    // Signs of bullets are the list's own.
    const isShown = marks.shown && /[\p{L}\p{N}]/u.test(textOf(label))
    const inside = isShown
      ? writer.children(withLabelInside(item, holdsBlocks), level)
      : writer.children(item, level, ['label'])
    return `<li${idOf(item)}>${inside}</li>`
  })
  const title = childOf(element, 'title')
  return `${title === undefined ? '' : writer.element(title, level)}${marks.open}${items.join('')}${marks.close}`
}

/** Terms and what they mean; a list may hold others. */
export const definitionsMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const parts = elementsIn(element).map(child => {
    if (child.name === 'def-list') return { inside: false, markup: definitionsMarkup(child, level, writer) }
    if (child.name !== 'def-item') return { inside: false, markup: headMarkup(child, level, writer) }
    const said = elementsIn(child).map(part => {
      if (part.name === 'term') return `<dt${idOf(part)}>${writer.children(part, level)}</dt>`
      if (part.name === 'def') return `<dd${idOf(part)}>${writer.children(part, level)}</dd>`
      return ''
    })
    const label = childOf(child, 'label')
    const anchor = idOf(child) === '' ? '' : `<span${idOf(child)}></span>`
    const marked =
      label === undefined
        ? said.join('')
        : said.join('').replace(/^(<dt[^>]*>)/, `$1${writer.children(label, level).replaceAll('$', '$$$$')} `)
    return { inside: true, markup: anchor === '' ? marked : marked.replace(/^(<d[td][^>]*>)/, `$1${anchor}`) }
  })
  let markup = ''
  let open = false
  for (const { inside, markup: one } of parts) {
    if (inside !== open) markup += inside ? '<dl>' : '</dl>'
    open = inside
    markup += one
  }
  return open ? `${markup}</dl>` : markup
}

/** The title of a list, or what stands over its columns. */
const headMarkup = (child: XmlElement, level: number, writer: MarkupWriter): string =>
  child.name === 'title' || child.name === 'term-head' || child.name === 'def-head'
    ? `<p><strong>${writer.children(child, level)}</strong></p>`
    : writer.element(child, level)
