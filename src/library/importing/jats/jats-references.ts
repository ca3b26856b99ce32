import { lineOfText } from '../leaf-text.ts'
import { childOf, childrenOf, elementsIn, textOf } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { lineOf } from './jats-metadata.ts'

const personIn = (name: XmlElement): string =>
  name.name === 'name'
    ? [lineOf(childOf(name, 'surname')), lineOf(childOf(name, 'given-names'))].filter(part => part !== '').join(' ')
    : lineOf(name)

const peopleIn = (citation: XmlElement): string =>
  [citation, ...childrenOf(citation, 'person-group')]
    .flatMap(group => childrenOf(group, 'name', 'string-name', 'collab', 'etal'))
    .map(person => (person.name === 'etal' ? 'et al.' : personIn(person)))
    .filter(name => name !== '')
    .join(', ')

/** Parts without marks between them, put together as journals of medicine do: who, what, where, when. */
const citationOfParts = (citation: XmlElement): string => {
  const part = (...names: readonly string[]): string =>
    names.map(name => lineOf(childOf(citation, name))).find(text => text !== '') ?? ''
  const volume = part('volume') + (part('issue') === '' ? '' : `(${part('issue')})`)
  const pages = part('elocation-id') || [part('fpage'), part('lpage')].filter(page => page !== '').join('–')
  const where = [part('source'), part('year'), [volume, pages].filter(text => text !== '').join(':')].filter(
    text => text !== '',
  )
  const publisher = [part('publisher-loc'), part('publisher-name')].filter(text => text !== '').join(': ')
  return [
    peopleIn(citation),
    part('article-title', 'chapter-title', 'data-title'),
    where.join('; '),
    publisher,
    part('comment'),
  ]
    .filter(text => text !== '')
    .map(text => (/[.?!]$/.test(text) ? text : `${text}.`))
    .join(' ')
}

const identifiersOf = (citation: XmlElement): readonly { readonly label: string; readonly address: string }[] =>
  childrenOf(citation, 'pub-id', 'ext-link', 'uri').flatMap(id => {
    const value = lineOf(id)
    switch (id.attributes.get('pub-id-type') ?? id.attributes.get('ext-link-type') ?? '') {
      case 'doi':
        return { label: `doi:${value}`, address: `https://doi.org/${value.replace(/^.*?(?=10\.)/, '')}` }
      case 'pmid':
        return { label: `PMID ${value}`, address: `https://pubmed.ncbi.nlm.nih.gov/${value}/` }
      case 'pmcid':
        return { label: value, address: `https://pmc.ncbi.nlm.nih.gov/articles/${value}/` }
      default:
        return { label: value, address: id.attributes.get('href') ?? value }
    }
  })

export interface Reference {
  readonly text: string
  /** Addresses that the text does not hold. */
  readonly identifiers: readonly { readonly label: string; readonly address: string }[]
}

const CITATIONS = ['mixed-citation', 'element-citation', 'citation', 'nlm-citation', 'note', 'p']
/** An element whose text people wrote as they wanted it read. */
const WRITTEN = new Set(['mixed-citation', 'note', 'p'])

const referenceOf = (citation: XmlElement): Reference => {
  const isWritten =
    WRITTEN.has(citation.name) ||
    (citation.name !== 'element-citation' &&
      citation.children.some(child => typeof child === 'string' && /[.,;:]/.test(child)))
  if (!isWritten) return { text: citationOfParts(citation), identifiers: identifiersOf(citation) }
  const text = lineOfText(textOf(citation))
  return {
    text,
    identifiers: identifiersOf(citation).filter(({ label }) => !text.includes(label.replace(/^(?:doi:|PMID )/, ''))),
  }
}

/** What one entry of a list of references says; several works under one number follow one another. */
export const readReference = (ref: XmlElement): Reference => {
  const all = elementsIn(ref)
    .flatMap(child => (child.name === 'citation-alternatives' ? elementsIn(child).slice(0, 1) : [child]))
    .filter(({ name }) => CITATIONS.includes(name))
    .map(referenceOf)
  return { text: all.map(({ text }) => text).join(' '), identifiers: all.flatMap(({ identifiers }) => identifiers) }
}
