import { escapeText } from '../canonical-markup.ts'
import { lineOfText } from '../source-text.ts'
import { childOf, childrenOf, elementsBelow, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { JatsMarkup } from './jats-markup.ts'
import { lineOf } from './jats-lines.ts'
import { nameOf } from './jats-contributors.ts'
import { citationMarkup } from './jats-references.ts'
import { quoted } from './markup-parts.ts'

const heading = (words: string, level: number): string => `<h${level}>${escapeText(words)}</h${level}>`

const langOf = ({ attributes }: XmlElement): string => {
  const language = attributes.get('lang')
  return language === undefined ? '' : ` lang="${quoted(language)}"`
}

/** Title, subtitles, titles in other languages, and what an article is about, as a reviewed book. */
export const titleMarkup = (front: XmlElement | undefined, markup: JatsMarkup): string => {
  const titles = childOf(front, 'title-group')
  const title = markup.children(childOf(titles, 'article-title'), 1, ['fn', 'xref'])
  const below = [
    ...childrenOf(titles, 'subtitle').map(one => ({ one, words: lineOf(one) })),
    ...childrenOf(titles, 'trans-title-group', 'trans-title').map(one => ({
      one,
      words: (one.name === 'trans-title' ? [one] : childrenOf(one, 'trans-title', 'trans-subtitle'))
        .map(part => lineOf(part))
        .filter(words => words !== '')
        .join(': '),
    })),
  ]
  const products = childrenOf(front, 'product')
    .map(product => citationMarkup(product, markup).trim())
    .filter(words => words !== '')
  return [
    title.trim() === '' ? '' : `<h1>${title}</h1>`,
    ...below
      .filter(({ words }) => words !== '')
      .map(({ one, words }) => `<p role="doc-subtitle"${langOf(one)}>${escapeText(words)}</p>`),
    ...products.map(words => `<p>${words}</p>`),
  ].join('')
}

/** Who wrote a part of an article, such as a letter of its editors, with what they are. */
export const byline = (front: XmlElement | undefined): string => {
  const people = childrenOf(front, 'contrib-group')
    .flatMap(group => childrenOf(group, 'contrib'))
    .map(one =>
      [nameOf(one), ...childrenOf(one, 'role').map(part => lineOf(part))].filter(words => words !== '').join(', '),
    )
    .filter(words => words !== '')
  return people.length === 0 ? '' : `<p>${escapeText(people.join('; '))}</p>`
}

/** A statement as the other parts of the article may have it, too. */
const key = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** Letters of a statement that can only be a part of a paragraph that says the same. */
const LONG_STATEMENT = 60

/** Paragraphs inside of another speak for themselves. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p'])

/** Whether the paragraphs of the text have a statement; `None.` and other words that could be said of anything do not tell. */
const saidIn = (article: XmlElement): ((words: string) => boolean) => {
  const paragraphs: string[] = []
  const visit = (element: XmlElement): void => {
    if (element.name === 'p') paragraphs.push(key(textOf(element, PARAGRAPHS)))
    for (const child of elementsIn(element)) visit(child)
  }
  for (const part of [childOf(article, 'body'), childOf(article, 'back')]) if (part !== undefined) visit(part)
  const told = `\n${paragraphs.join('\n')}\n`
  return words => {
    const wanted = key(words)
    if (words.split(/\s+/).length < 3 && wanted.length < LONG_STATEMENT) return false
    return told.includes(wanted.length < LONG_STATEMENT ? `\n${wanted}\n` : wanted)
  }
}

/** Statements by which journals of some publishers say where the data are. */
const isAboutData = (meta: XmlElement): boolean =>
  /data.availability/i.test(`${lineOf(childOf(meta, 'meta-name'))} ${meta.attributes.get('id') ?? ''}`)

/** Whose name an article is written in, where that is said apart from the authors. */
const onBehalfOf = (front: XmlElement): string =>
  childrenOf(front, 'contrib-group')
    .flatMap(group => [group, ...childrenOf(group, 'contrib')])
    .flatMap(one => childrenOf(one, 'on-behalf-of'))
    .map(part => lineOf(part))
    .map(words => `<p>${escapeText(/^(?:on behalf of|for)\b/i.test(words) ? words : `On behalf of ${words}`)}</p>`)
    .join('')

/** What publishers print at the foot of the first page: addresses, interests, notes on the title and the authors. */
const authorNotes = (front: XmlElement, markup: JatsMarkup, level: number): string => {
  const titles = childOf(front, 'title-group')
  const title = childOf(titles, 'article-title')
  const notes = childOf(front, 'author-notes')
  const lives = childrenOf(front, 'contrib-group')
    .flatMap(group => childrenOf(group, 'contrib'))
    .flatMap(one => childrenOf(one, 'bio'))
  const words = [
    ...(title === undefined ? [] : elementsBelow(title, 'fn').map(note => markup.element(note, level))),
    ...childrenOf(titles, 'fn-group').map(group => markup.children(group, level)),
    onBehalfOf(front),
    markup.children(notes, level, ['title', 'label']),
    ...lives.map(life => markup.element(life, level)),
  ].join('')
  const named = lineOf(childOf(notes, 'title')) || 'Author notes'
  return lineOfText(words.replace(/<[^<>]*>/g, '')) === '' ? '' : `<section>${heading(named, level)}${words}</section>`
}

/** Abbreviations, which some publishers list as they list keywords. */
const abbreviations = (front: XmlElement): string =>
  childrenOf(front, 'kwd-group')
    .filter(({ attributes }) => /^abbr/i.test(attributes.get('kwd-group-type') ?? ''))
    .map(group => {
      const named = lineOf(childOf(group, 'title')) || 'Abbreviations'
      const items = elementsIn(group)
        .filter(({ name }) => name !== 'title' && name !== 'label')
        .map(one => `<li>${escapeText(lineOf(one))}</li>`)
      return `<section>${heading(named, 2)}<ul>${items.join('')}</ul></section>`
    })
    .join('')

/**
 * What stands before the body in the file and where a reader looks for it after the text. Statements that the text has anyway are left out.
 */
export const closingMatter = (article: XmlElement, front: XmlElement | undefined, markup: JatsMarkup): string => {
  if (front === undefined) return ''
  const isSaid = saidIn(article)
  const statement = (title: string, element: XmlElement): string =>
    lineOf(element) === '' || isSaid(lineOf(element))
      ? ''
      : `<section>${heading(title, 2)}<p>${markup.children(element, 2)}</p></section>`
  const custom = childrenOf(front, 'custom-meta-group', 'custom-meta-wrap')
    .flatMap(group => childrenOf(group, 'custom-meta'))
    .filter(isAboutData)
    .flatMap(meta => childrenOf(meta, 'meta-value'))
  return [
    ...childrenOf(childOf(article, 'front'), 'notes', 'fn-group', 'list', 'def-list').map(one =>
      markup.element(one, 2),
    ),
    abbreviations(front),
    ...childrenOf(front, 'funding-group')
      .flatMap(group => childrenOf(group, 'funding-statement'))
      .map(one => statement('Funding', one)),
    ...custom.map(one => statement('Data availability', one)),
    authorNotes(front, markup, 2),
  ].join('')
}
