import { escapeText } from '../canonical-markup.ts'
import { childOf, childrenOf, elementsBelow, elementsIn, textOf } from '../xml/find-elements.ts'
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

/** How many characters before a part are looked at for what names its kind. */
const LOOKED_AT = 200

/** Markup that grows part by part, of which only the end is looked at: a list of references may be as long as a book. */
class GrowingMarkup {
  readonly #pieces: string[] = []
  /** The last words, with one space for each gap. */
  #words = ''

  add(piece: string): void {
    if (piece === '') return
    this.#pieces.push(piece)
    const said = piece.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ')
    this.#words = (this.#words + said).replace(/\s+/g, ' ').slice(-LOOKED_AT)
  }

  trimEnd(): void {
    while (this.#pieces.length > 0) {
      const piece = (this.#pieces.pop() ?? '').trimEnd()
      if (piece === '') continue
      this.#pieces.push(piece)
      break
    }
    this.#words = this.#words.trimEnd()
  }

  /** The last character of the markup; empty when there is none. */
  get last(): string {
    return this.#pieces.at(-1)?.at(-1) ?? ''
  }

  /** The last words without tags and without a space behind them. */
  get words(): string {
    return this.#words.trimEnd()
  }

  toString(): string {
    return this.#pieces.join('')
  }
}

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

  /** @param before the words that come before it, or the last of them */
  #one(child: XmlElement, before: string): string {
    if (NAMES.has(child.name)) return this.#name(child)
    if (child.name === 'pub-id') {
      const value = textOf(child).trim()
      const { label, address } = publicationLink(child.attributes.get('pub-id-type') ?? '', value)
      // Its kind is said before it, or has to be.
      const words = /(?:doi|pmid|pmcid|pubmed|pmc|isbn|arxiv)[:.\s]*(?:https?:\/\/\S*)?$/i.test(before) ? value : label
      return address === null ? escapeText(words) : `<a href="${quoted(address)}">${escapeText(words)}</a>`
    }
    if (child.name === 'person-group') return this.written(child)
    if (child.name === 'label') return this.#writer.children(child, 2)
    if (child.name === 'date-in-citation' || child.name === 'date') return this.written(child)
    return this.#writer.element(child, 2)
  }

  /** Text as it was written; where two parts touch that are no single word, a space comes between them, and a comma between two names. */
  written(element: XmlElement): string {
    const markup = new GrowingMarkup()
    let last: XmlElement | null = null
    for (const child of element.children) {
      if (typeof child === 'string') {
        markup.add(escapeText(child))
        if (!isBlank(child) || child !== '')
          last = isBlank(child) && last !== null && NAMES.has(last.name) ? last : null
        continue
      }
      const piece = this.#one(child, markup.words)
      if (piece.trim() === '') continue
      const touching = last !== null && !INLINE.has(last.name) && !INLINE.has(child.name)
      const names = touching && last !== null && NAMES.has(last.name) && NAMES.has(child.name)
      if (names) {
        markup.trimEnd()
        markup.add(/[,;]/.test(markup.last) ? ' ' : ', ')
      } else if (touching && !/\s/.test(markup.last)) markup.add(' ')
      else if (child.name === 'pub-id' && /[\p{L}\p{N}.,;)]$/u.test(markup.words)) markup.add(' ')
      markup.add(piece)
      last = child
    }
    return markup.toString()
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

/** The words of an element in small letters, with one space around each, and between parts that touch. */
const wordsOf = (element: XmlElement): string => {
  const textIn = ({ children }: XmlElement): string =>
    children
      .map(child => (typeof child === 'string' ? child : INLINE.has(child.name) ? textIn(child) : ` ${textIn(child)} `))
      .join('')
  return ` ${textIn(element)} `.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').toLowerCase()
}

const TITLES = ['article-title', 'chapter-title', 'data-title', 'part-title']

/** Words of a title that is one work's alone. */
const LONG_TITLE = 3

/** Whether words name the work that stands beside them in parts: its title, or its year and who is its first author. */
const saysSame = (written: XmlElement, parts: XmlElement): boolean => {
  const words = wordsOf(written)
  const first = (...names: readonly string[]): XmlElement | undefined =>
    names.flatMap(name => elementsBelow(parts, name).slice(0, 1))[0]
  const says = (part: XmlElement | undefined): boolean =>
    part !== undefined && wordsOf(part).trim() !== '' && words.includes(wordsOf(part))
  const saysGiven = (...names: readonly string[]): boolean =>
    names.every(name => {
      const part = first(name)
      return part === undefined || says(part)
    })
  const [title, author] = [first(...TITLES), first('surname', 'collab')]
  const mayBeAuthor = author === undefined || says(author)
  // A short title, such as `Rain`, may be a part of another.
  if (title !== undefined && says(title) && (mayBeAuthor || wordsOf(title).trim().split(' ').length >= LONG_TITLE))
    return true
  // A journal has many works, and an author may have two in a year.
  if (!mayBeAuthor || !saysGiven('year', 'volume', 'fpage', 'elocation-id')) return false
  return (author !== undefined && says(first('year'))) || (title === undefined && says(first('source')))
}

/** The ways in which a reference says the same work: some publishers give the words and, beside them, the parts. */
const oneForm = (ref: XmlElement): readonly XmlElement[] => {
  const all = elementsIn(ref).flatMap(child =>
    child.name === 'citation-alternatives' ? (childOf(child, 'mixed-citation') ?? elementsIn(child)[0] ?? []) : [child],
  )
  const written = all.filter(({ name }) => name === 'mixed-citation')
  const inParts = all.filter(({ name }) => name === 'element-citation')
  if (written.length !== inParts.length) return all
  const twice = new Set(
    inParts.filter((parts, at) => {
      const words = written[at]
      return words !== undefined && saysSame(words, parts)
    }),
  )
  return all.filter(child => !twice.has(child))
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
