import { cslItem } from '#core/export/csl-item.ts'
import type { CitedWork, CslItem, CslName } from '#core/export/csl-item.ts'
import { latexText, latexTitle } from './latex-text.ts'

/** Entry types of classic BibTeX (Patashnik 1988, 3.1), by the types of CSL. */
const entryTypes: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
}

/** `Family, Given`, with `and` in a name kept from being read as the end of it; a group's name is one in braces. */
const writeName = (name: CslName): string => {
  if ('literal' in name) return `{${latexText(name.literal)}}`
  const guarded = (part: string): string => {
    const latex = latexText(part)
    return /\band\b|,/i.test(part) ? `{${latex}}` : latex
  }
  return [name.family, name.suffix, name.given].flatMap(part => (part === undefined ? [] : [guarded(part)])).join(', ')
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Read by programs sign by sign, and not by LaTeX: what would end the value is percent-encoded. */
const verbatim = (text: string): string => text.replace(/[\s{}\\\p{C}]/gu, encodeURIComponent)

/** A whole name of a field, and what stands for it: a value in braces, or a month's name without. */
type Field = readonly [name: string, value: string | undefined]

const inBraces = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : `{${text}}`

/** Entries that name no series, and so no place in one. */
const withoutSeries: ReadonlySet<string> = new Set(['article', 'techreport', 'phdthesis', 'misc'])

/** An issue of a journal; of a book its place in the series (Patashnik 1988, 3.2). */
const numberOf = (item: CslItem, entry: string): string | undefined =>
  withoutSeries.has(entry) ? item.issue : (item['collection-number'] ?? item.issue)

/** Where it was published, under the name that the entry's type has for it. */
const containerOf = (item: CslItem, entry: string): readonly Field[] => {
  const container = item['container-title']
  const title = container === undefined ? undefined : inBraces(latexText(container))
  const publisher = item.publisher === undefined ? undefined : inBraces(latexText(item.publisher))
  const collection = item['collection-title']
  const series = collection === undefined ? undefined : inBraces(latexText(collection))
  switch (entry) {
    case 'article':
      return [
        ['journal', title],
        ['publisher', publisher],
      ]
    case 'incollection':
    case 'inproceedings':
      return [
        ['booktitle', title],
        ['series', series],
        ['publisher', publisher],
      ]
    case 'techreport':
      return [['institution', publisher ?? title]]
    case 'phdthesis':
      return [['school', publisher ?? title]]
    case 'misc':
      return [['howpublished', title ?? publisher]]
    default:
      return [
        ['series', series ?? title],
        ['publisher', publisher],
      ]
  }
}

const fieldsOf = (item: CslItem, entry: string): readonly Field[] => {
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : inBraces(latexText(value))
  const [year, month] = item.issued?.['date-parts'][0] ?? []
  const note = [
    item.PMID === undefined ? '' : `PMID: ${item.PMID}`,
    item.PMCID === undefined ? '' : `PMCID: ${item.PMCID}`,
  ].filter(Boolean)
  return [
    ['author', inBraces(item.author?.map(writeName).join(' and '))],
    ['title', inBraces(latexTitle(item.title))],
    ...containerOf(item, entry),
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['volume', text(item.volume)],
    ['number', text(numberOf(item, entry))],
    // An en dash between two numbers.
    ['pages', text(item.page)?.replace(/(?<=[\dA-Za-z])-(?=[\dA-Za-z])/, '--')],
    ['doi', inBraces(item.DOI === undefined ? undefined : verbatim(item.DOI))],
    ['issn', text(item.ISSN)],
    ['isbn', text(item.ISBN)],
    ['abstract', text(item.abstract)],
    ['url', inBraces(item.URL === undefined ? undefined : verbatim(item.URL))],
    ['note', inBraces(note.map(latexText).join('; '))],
  ]
}

const writeEntry = (work: CitedWork): string => {
  const item = cslItem(work)
  const entry = entryTypes[item.type] ?? 'misc'
  const lines = fieldsOf(item, entry).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},\n`],
  )
  return `@${entry}{${item.id},\n${lines.join('')}}\n`
}

/** Works as one BibTeX file, an entry each. */
export const writeBibtex = (works: readonly CitedWork[]): string => works.map(writeEntry).join('\n')
