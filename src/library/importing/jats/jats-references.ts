import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { publicationLink } from './jats-links.ts'
import { idOf, quoted, withoutTags } from './markup-parts.ts'
import type { MarkupWriter } from './markup-parts.ts'

/** What only says how characters look or where they lead: nothing may come between it and its neighbours. */
const INLINE: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'sub',
  'sup',
  'sc',
  'underline',
  'overline',
  'strike',
  'roman',
  'sans-serif',
  'monospace',
  'styled-content',
  'named-content',
  'xref',
  'inline-formula',
  'inline-graphic',
  'x',
])

const isBlank = (child: XmlElement | string): boolean => typeof child === 'string' && child.trim() === ''

/** Whether people wrote characters between the parts of something. */
const hasWords = (element: XmlElement): boolean =>
  element.children.some(child => typeof child === 'string' && child.trim() !== '')

const NAMES: ReadonlySet<string> = new Set(['name', 'string-name', 'collab', 'etal', 'anonymous'])

/** Writes what stands in the entries of a list of references, which JATS gives as text, as parts without marks between them, or as something of both. */
class CitationWriter {
  readonly #writer: MarkupWriter

  constructor(writer: MarkupWriter) {
    this.#writer = writer
  }

  /** A name with a space between its parts where the file has none. */
  #name(element: XmlElement): string {
    if (element.name === 'etal') return this.#writer.children(element, 2).trim() || 'et al.'
    if (element.name === 'anonymous') return 'Anonymous'
    if (element.name === 'collab' || hasWords(element)) return this.written(element)
    const parts =
      element.name === 'name' && element.attributes.get('name-style') !== 'eastern'
        ? ['prefix', 'surname', 'given-names', 'suffix'].flatMap(name => childrenOf(element, name))
        : elementsIn(element)
    return parts
      .map(part => this.#writer.children(part, 2).trim())
      .filter(part => part !== '')
      .join(' ')
  }

  #one(child: XmlElement, before: string): string {
    if (NAMES.has(child.name)) return this.#name(child)
    if (child.name === 'pub-id') {
      const value = textOf(child).trim()
      const { label, address } = publicationLink(child.attributes.get('pub-id-type') ?? '', value)
      // Its kind is said before it, or has to be.
      const words = /(?:doi|pmid|pmcid|pubmed|pmc|isbn|arxiv)[:.\s]*(?:https?:\/\/\S*)?$/i.test(withoutTags(before))
        ? value
        : label
      return address === null ? escapeText(words) : `<a href="${quoted(address)}">${escapeText(words)}</a>`
    }
    if (child.name === 'person-group') return this.written(child)
    if (child.name === 'label') return this.#writer.children(child, 2)
    if (child.name === 'date-in-citation' || child.name === 'date') return this.written(child)
    return this.#writer.element(child, 2)
  }

  /** Text as it was written; where two parts touch that are no single word, a space comes between them, and a comma between two names. */
  written(element: XmlElement): string {
    let markup = ''
    let last: XmlElement | null = null
    for (const child of element.children) {
      if (typeof child === 'string') {
        markup += escapeText(child)
        if (!isBlank(child) || child !== '')
          last = isBlank(child) && last !== null && NAMES.has(last.name) ? last : null
        continue
      }
      const piece = this.#one(child, markup)
      if (piece.trim() === '') continue
      const touching = last !== null && !INLINE.has(last.name) && !INLINE.has(child.name)
      const names = touching && last !== null && NAMES.has(last.name) && NAMES.has(child.name)
      if (names) markup = markup.trimEnd() + (/[,;]$/.test(markup.trimEnd()) ? ' ' : ', ')
      else if (touching && !/\s$/.test(markup)) markup += ' '
      else if (child.name === 'pub-id' && /[\p{L}\p{N}.,;)]$/u.test(withoutTags(markup))) markup += ' '
      markup += piece
      last = child
    }
    return markup
  }

  /** Parts without marks between them, put together as journals of medicine do: who, what, where, when; then all the rest. */
  ofParts(citation: XmlElement): string {
    const used = new Set<XmlElement>()
    const all = elementsIn(citation)
    const take = (fits: (part: XmlElement) => boolean): readonly string[] =>
      all
        .filter(part => fits(part) && !used.has(part))
        .map(part => {
          used.add(part)
          return this.#one(part, '').trim()
        })
        .filter(text => text !== '')
    const part = (...names: readonly string[]): string => take(({ name }) => names.includes(name)).join(' ')
    const isEditors = ({ name, attributes }: XmlElement): boolean =>
      name === 'person-group' && /editor/i.test(attributes.get('person-group-type') ?? '')
    const people = take(one => NAMES.has(one.name) || (one.name === 'person-group' && !isEditors(one))).join(', ')
    const title = part('article-title', 'chapter-title', 'data-title', 'part-title')
    const editors = take(isEditors).map(names => `${names} (${names.includes(',') ? 'eds' : 'ed'})`)
    const edition = part('edition')
    const series = part('series')
    const source = part('source')
    const [volume, issue, issuePart] = [part('volume'), part('issue'), part('issue-part', 'supplement')]
    const [elocation, first, last] = [part('elocation-id'), part('fpage'), part('lpage')]
    const range = part('page-range')
    const pages = elocation || range || [first, last].filter(page => page !== '').join('–')
    const date = [part('year'), part('month', 'season'), part('day')].filter(text => text !== '').join(' ')
    const inside = [issue, issuePart].filter(text => text !== '').join(' ')
    const place = [volume + (inside === '' ? '' : `(${inside})`), pages].filter(text => text !== '').join(':')
    const where = [source, date, place].filter(text => text !== '')
    const publisher = [part('publisher-loc'), part('publisher-name')].filter(text => text !== '').join(': ')
    const conference = [part('conf-name'), part('conf-loc'), part('conf-date')].filter(text => text !== '').join(', ')
    const links = take(({ name }) => ['pub-id', 'ext-link', 'uri'].includes(name))
    const rest = take(() => true)
    const named = where.join('; ')
    const work = title === '' ? [named, edition, ...editors] : [title, ...editors, named, edition]
    const told = [people, ...work, series, conference, publisher, ...rest]
      .filter(text => text !== '')
      .map(text => (withoutTags(text) === '' || /[.?!]$/.test(withoutTags(text)) ? text : `${text}.`))
    return [...told, ...links].join(' ')
  }

  entry(citation: XmlElement): string {
    const fields = elementsIn(citation).filter(({ name }) => !INLINE.has(name))
    const isText = citation.name === 'note' || citation.name === 'p'
    const isParts =
      !isText &&
      (citation.name === 'element-citation' ||
        (citation.name === 'mixed-citation' ? !hasWords(citation) && fields.length > 1 : !saysMarks(citation)))
    return isText
      ? this.#writer.children(citation, 2)
      : `<span${idOf(citation)}>${isParts ? this.ofParts(citation) : this.written(citation)}</span>`
  }
}

/** NLM's older elements hold text or parts alike. */
const saysMarks = (citation: XmlElement): boolean =>
  citation.children.some(child => typeof child === 'string' && /[\p{L}\p{N}.,;:]/u.test(child))

const CITATIONS: ReadonlySet<string> = new Set([
  'mixed-citation',
  'element-citation',
  'citation',
  'nlm-citation',
  'product',
])

/** The ways in which a reference says the same work: some publishers give the words and, beside them, the parts. */
const oneForm = (ref: XmlElement): readonly XmlElement[] => {
  const all = elementsIn(ref).flatMap(child =>
    child.name === 'citation-alternatives' ? (childOf(child, 'mixed-citation') ?? elementsIn(child)[0] ?? []) : [child],
  )
  const written = all.filter(({ name }) => name === 'mixed-citation').length
  const inParts = all.filter(({ name }) => name === 'element-citation').length
  return written > 0 && written === inParts ? all.filter(({ name }) => name !== 'element-citation') : all
}

/** What one entry of a list of references says, without its label; several works under one number follow one another. */
export const referenceMarkup = (ref: XmlElement, writer: MarkupWriter): string => {
  const citations = new CitationWriter(writer)
  return oneForm(ref)
    .filter(({ name }) => name !== 'label')
    .map(child =>
      CITATIONS.has(child.name) || child.name === 'note' || child.name === 'p'
        ? citations.entry(child)
        : writer.element(child, 2),
    )
    .map(text => text.trim())
    .filter(text => text !== '')
    .join(' ')
}

/** A work that an article is about, or a group of names, as one line. */
export const citationMarkup = (element: XmlElement, writer: MarkupWriter): string => {
  const citations = new CitationWriter(writer)
  return hasWords(element) ? citations.written(element) : citations.ofParts(element)
}
