import type { ArticleMetadata } from '#core/article/article.ts'
import { divideName } from '#core/article/person-name.ts'
import { lineOfText } from '../source-text.ts'
import { present } from '../metadata-parts.ts'
import { childOf, childrenOf, elementsBelow } from '../xml/find-elements.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { lineOf } from './jats-lines.ts'

/** What stands in a group's name and is no part of it. */
const MEMBERS: ReadonlySet<string> = new Set(['contrib-group', 'address', 'email', 'aff', 'ext-link'])

/** Letters that are written without spaces between names. */
const withoutSpaces = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・]+$/u

/** The parts of a person's name, in the form that comes first. */
const nameIn = (contributor: XmlElement): XmlElement | undefined =>
  childOf(contributor, 'name') ?? childOf(contributor, 'name-alternatives', 'name')

const collaborationIn = (contributor: XmlElement): XmlElement | undefined =>
  childOf(contributor, 'collab') ?? childOf(contributor, 'collab-alternatives', 'collab')

/** A person as one says it, given names first where that is how it is said, or a group. */
export const nameOf = (contributor: XmlElement): string => {
  if (contributor.name === 'collab') return lineOf(contributor, MEMBERS)
  const name = nameIn(contributor)
  if (name !== undefined) {
    const said = (part: string): string => lineOf(childOf(name, part))
    if (name.attributes.get('name-style') === 'eastern') {
      const parts = ['surname', 'given-names'].map(said).filter(part => part !== '')
      return parts.join(withoutSpaces.test(parts.join('')) ? '' : ' ')
    }
    return ['prefix', 'given-names', 'surname', 'suffix']
      .map(said)
      .filter(part => part !== '')
      .join(' ')
  }
  // A group names its members inside: the group is who wrote it.
  const collaboration = collaborationIn(contributor)
  if (collaboration !== undefined) return lineOf(collaboration, MEMBERS)
  const written = childOf(contributor, 'string-name') ?? childOf(contributor, 'name-alternatives', 'string-name')
  if (written === undefined) return ''
  const parts = ['given-names', 'surname'].map(part => lineOf(childOf(written, part))).filter(part => part !== '')
  return written.children.some(child => typeof child === 'string' && child !== '') ? lineOf(written) : parts.join(' ')
}

/** Those who did something else than write; the rest of people without a kind count as authors where nobody is said to be one. */
const OTHERS = /editor|reviewer|translator|referee|guest|member|non-byline|assign/i

export const authorsOf = (front: XmlElement): readonly XmlElement[] => {
  const all = childrenOf(front, 'contrib-group').flatMap(group => childrenOf(group, 'contrib', 'collab'))
  const kindOf = ({ attributes }: XmlElement): string => (attributes.get('contrib-type') ?? 'author').toLowerCase()
  const authors = all.filter(one => kindOf(one) === 'author')
  return authors.length > 0 ? authors : all.filter(one => !OTHERS.test(kindOf(one)))
}

/** What stands in an affiliation and says nothing of where it is. */
const NOT_PLACES: ReadonlySet<string> = new Set([
  'label',
  'xref',
  'fn',
  'institution-id',
  'email',
  'fax',
  'phone',
  'ext-link',
  'uri',
])

/** An affiliation in one line. Publishers give its parts without anything between them, and repeat them in the words of registers. */
const affiliationLine = (aff: XmlElement): string => {
  const original = childrenOf(aff, 'institution').find(
    ({ attributes }) => attributes.get('content-type') === 'original',
  )
  if (original !== undefined) return lineOf(original)
  let line = ''
  let isPart = false
  const add = (piece: string, touching: boolean): void => {
    const before = line.trimEnd()
    if (!touching || before === '' || piece.trim() === '') line += piece
    else line = `${before}${/[,;:(]$/.test(before) ? ' ' : ', '}${piece.trimStart()}`
  }
  const visit = (element: XmlElement): void => {
    for (const [at, child] of element.children.entries()) {
      if (typeof child === 'string') {
        if (child.trim() !== '') isPart = false
        line += child
      } else if (child.name === 'institution-wrap') visit(child)
      else if (NOT_PLACES.has(child.name)) continue
      else if (
        (child.name === 'sup' || child.name === 'bold') &&
        element.children.slice(0, at).every(one => typeof one === 'string' && one.trim() === '') &&
        lineOf(child).length <= 2
      )
        continue
      else {
        const isField = /^(?:institution|addr-line|city|state|country|postal-code|named-content)$/.test(child.name)
        add(
          lineOf(child) === '' ? '' : ` ${lineOf(child)} `.slice(isField ? 1 : 0, isField ? -1 : undefined),
          isField && isPart,
        )
        if (isField && lineOf(child) !== '') isPart = true
      }
    }
  }
  visit(aff)
  return lineOfText(line)
    .replace(/\s+([,;.])/g, '$1')
    .replace(/([,;])(?=\p{L})/gu, '$1 ')
    .replace(/[\s;,:]+$/, '')
}

/** Each affiliation with the authors that it is said of: by a link, or by standing inside the author or the authors' group. */
export const affiliationsOf = (front: XmlElement): ArticleMetadata['affiliations'] => {
  const groups = childrenOf(front, 'contrib-group')
  const linked = [
    ...childrenOf(front, 'aff'),
    ...groups.flatMap(group => childrenOf(group, 'aff')),
    ...elementsBelow(front, 'aff-alternatives').flatMap(one =>
      childrenOf(one, 'aff')
        .slice(0, 1)
        .map(aff => ({ ...aff, attributes: new Map([...aff.attributes, ...one.attributes]) })),
    ),
  ]
  const authors = authorsOf(front)
  const known = linked.map(aff => ({
    name: affiliationLine(aff),
    authors: authors
      .filter(author =>
        childrenOf(author, 'xref').some(({ attributes }) =>
          (attributes.get('rid') ?? '').split(/\s+/).includes(aff.attributes.get('id') ?? '-'),
        ),
      )
      .map(nameOf),
  }))
  const own = authors.flatMap(author =>
    childrenOf(author, 'aff').map(aff => ({ name: affiliationLine(aff), authors: [nameOf(author)] })),
  )
  const all = [...known, ...own].filter(({ name }) => name !== '')
  return all.length === 0 ? undefined : all
}

/** The parts of the names that have parts, and groups that could be taken for persons. */
export const namesOf = (front: XmlElement): ArticleMetadata['names'] => {
  const names = authorsOf(front).flatMap(contributor => {
    const author = nameOf(contributor)
    const name = nameIn(contributor)
    if (
      author === '' ||
      (name === undefined && collaborationIn(contributor) === undefined && contributor.name !== 'collab')
    )
      return []
    const [given, family, suffix] = ['given-names', 'surname', 'suffix'].map(part => lineOf(childOf(name, part)))
    if (!given && 'literal' in divideName(author)) return []
    return [
      { author, family: family || author, ...present({ given: given || undefined, suffix: suffix || undefined }) },
    ]
  })
  const first = [...new Map(names.map(name => [name.author, name] as const)).values()]
  return first.length === 0 ? undefined : first
}
