import { cslItem } from './csl-item.ts'
import type { CitedWork, CslDate, CslName } from './csl-item.ts'

/** Authors that are named; of more, the first of them and “et al.” (ICMJE recommendations, sample references). */
const MOST_AUTHORS = 6

/** `Berg JA`: family name and initials, a hyphen between given names left out. */
const nameInWords = (name: CslName): string => {
  if ('literal' in name) return name.literal
  const given = name.given.split(/[\s.‐-]+/u).filter(Boolean)
  const initials = given.map(part => (/^\p{Lu}{2,3}$/u.test(part) ? part : [...part][0]?.toUpperCase())).join('')
  return [name.family, initials, name.suffix?.replace(/\.$/, '')].filter(Boolean).join(' ')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const dateInWords = ({ 'date-parts': [[year, month, day]] }: CslDate): string =>
  [year, month === undefined ? undefined : months[month - 1], day].filter(part => part !== undefined).join(' ')

/** A part of a citation with a full stop, unless it ends with a mark of its own. */
const sentence = (text: string): string => (/[.?!…]$/u.test(text) ? text : `${text}.`)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** `12(3):45-67`. */
const placeInWords = (volume = '', issue = '', page = ''): string =>
  `${volume}${issue === '' ? '' : `(${issue})`}${page === '' ? '' : `:${page}`}`

/**
 * A citation in words, one line of plain text, as medical journals have it (Citing Medicine, the NLM style guide): authors, title,
 * journal, date, volume, issue, pages, and the numbers and address by which it is found.
 */
export const citeInWords = (work: CitedWork): string => {
  const item = cslItem(work)
  const names = (item.author ?? []).map(nameInWords)
  const named = names.length > MOST_AUTHORS ? [...names.slice(0, MOST_AUTHORS), 'et al'] : names
  const container = item['container-title']
  const isPart = item.type === 'chapter' || item.type === 'paper-conference'
  const date = item.issued === undefined ? '' : dateInWords(item.issued)
  const place = placeInWords(item.volume, item.issue, item.page)
  const online = item.type === 'webpage' && item.accessed !== undefined ? ` [cited ${dateInWords(item.accessed)}]` : ''
  const when = `${date}${online}`.trim()
  const imprint = item.publisher === undefined ? when : `${item.publisher}${when === '' ? '' : `; ${when}`}`
  const parts = [
    named.join(', '),
    item.title,
    container === undefined ? '' : isPart ? `In: ${container}` : container,
    `${imprint}${place === '' ? '' : imprint === '' ? place : place.startsWith(':') ? place : `;${place}`}`,
    item['collection-title'] === undefined
      ? ''
      : `(${[item['collection-title'], item['collection-number']].filter(Boolean).join('; ')})`,
    item.DOI === undefined ? '' : `doi:${item.DOI}`,
    item.PMID === undefined ? '' : `PMID: ${item.PMID}`,
    item.PMCID === undefined ? '' : `PMCID: ${item.PMCID}`,
  ]
  const text = parts.map(oneLine).filter(Boolean).map(sentence)
  // An address with a full stop after it is another address.
  const address = item.DOI === undefined && item.URL !== undefined ? [`Available from: ${oneLine(item.URL)}`] : []
  return [...text, ...address].join(' ')
}
