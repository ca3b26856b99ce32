import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsBelow, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { ended, idOf, quoted } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** A picture; its file lies beside the article's. */
export const graphicMarkup = (element: XmlElement): string => {
  const alternative = textOf(childOf(element, 'alt-text')).trim()
  return `<img src="${quoted(element.attributes.get('href') ?? '')}" alt="${quoted(alternative)}">`
}

/** Kinds of files that are made to be printed, where there is another one for the screen. */
const forPrint = /\.(?:tiff?|eps|pdf|ai|ps)$/i

/** Of several forms of one picture that for the screen; empty where there is none. */
export const pictureOfForms = (forms: XmlElement): string => {
  const graphics = [...elementsBelow(forms, 'graphic'), ...elementsBelow(forms, 'inline-graphic')]
  const best = graphics.find(({ attributes }) => !forPrint.test(attributes.get('href') ?? '')) ?? graphics[0]
  return best === undefined ? '' : graphicMarkup(best)
}

/** The pictures of a figure. */
export const picturesOf = (element: XmlElement): string =>
  [
    ...childrenOf(element, 'graphic').map(graphicMarkup),
    ...childrenOf(element, 'alternatives').map(pictureOfForms),
  ].join('')

/** Label and words below or over a figure or table; in some journals in two languages. */
export const captionMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const captions = childrenOf(element, 'caption')
  const [first, ...others] = captions
  const strong = [...childrenOf(element, 'label'), ...childrenOf(first, 'title')]
    .map(part => writer.children(part, level).trim())
    .filter(part => part !== '')
    .map(ended)
    .join(' ')
  const rest = writer.children(first, level, ['title'])
  const more = others.map(caption => ` ${writer.children(caption, level)}`).join('')
  return `${strong === '' ? '' : `<strong>${strong}</strong> `}${rest}${more}`
}

/** What is said below a figure, table or box of whom it belongs to. */
export const rightsMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string =>
  childrenOf(element, 'permissions')
    .flatMap(rights => childrenOf(rights, 'copyright-statement', 'license'))
    .map(one => writer.children(one, level))
    .filter(words => words.trim() !== '')
    .map(words => `<div>${words}</div>`)
    .join('')

export const figureMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const rest = writer.children(element, level, ['label', 'caption', 'graphic', 'alternatives', 'attrib', 'permissions'])
  const credit = childrenOf(element, 'attrib')
    .map(one => ` ${writer.children(one, level)}`)
    .join('')
  const rights = rightsMarkup(element, level, writer)
  const caption = `<figcaption>${captionMarkup(element, level, writer)}${credit}${rights}</figcaption>`
  return `<figure${idOf(element)}>${picturesOf(element)}${rest}${caption}</figure>`
}

/** A picture by itself, which may have words as a figure has. */
export const pictureMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const caption = captionMarkup(element, level, writer)
  return caption.trim() === ''
    ? graphicMarkup(element)
    : `<figure${idOf(element)}>${graphicMarkup(element)}<figcaption>${caption}</figcaption></figure>`
}

/** A file by its name; one that lies on the web is led to. */
const fileMarkup = (name: string): string =>
  /^https?:/i.test(name) ? `<a href="${quoted(name)}">${escapeText(name)}</a>` : escapeText(name)

/** A file that belongs to the article: what is said of it, and its name, under which the publisher has it. */
export const supplementMarkup = (element: XmlElement, level: number, writer: MarkupWriter): string => {
  const forms = [element, ...childrenOf(element, 'alternatives')]
  const media = forms.flatMap(one => childrenOf(one, 'media', 'inline-supplementary-material'))
  const names = [element, ...media].flatMap(({ attributes }) => attributes.get('href')?.trim() ?? [])
  const captions = [element, ...media]
    .map(one => captionMarkup(one, level, writer))
    .filter(words => words.trim() !== '')
  const rest = [element, ...media]
    .map(one =>
      writer.children(one, level, [
        'label',
        'caption',
        'media',
        'inline-supplementary-material',
        'graphic',
        'alternatives',
      ]),
    )
    .join('')
  const words = `${captions.join(' ')}${rest}`.trim()
  const files = [...new Set(names)].map(fileMarkup).join(', ')
  const told = words === '' ? files : files === '' ? words : `${words} <p>File: ${files}</p>`
  const pictures = elementsIn(element).some(({ name }) => name === 'graphic' || name === 'alternatives')
  return `<div${idOf(element)}>${told}${pictures ? picturesOf(element) : ''}</div>`
}
