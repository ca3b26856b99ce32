import papaparse from 'papaparse'
import { splitAuthors } from './authors.ts'
import { nearestColor } from './colors.ts'
import type { ForeignMark, MarkedWork, ReadMarks } from './foreign-mark.ts'
import { GatheredMarks, MOST_MARKS } from './gather-marks.ts'
import { findDoi } from './identifiers.ts'
import { cleanText, lineOf } from './json-fields.ts'
import { readIsoTime } from './read-time.ts'

/** Characters of a file in which its first line is looked for. */
const HEAD = 4_000

const nameOfColumn = (name: string): string =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()

const isHeader = (columns: readonly string[]): boolean =>
  columns.includes('highlight') && columns.includes('book title')

/** True of a file whose first line names the columns of a Readwise export. */
export const isReadwise = (text: string): boolean => {
  const line = /^[^\r\n]*/.exec(text.slice(0, HEAD))?.[0] ?? ''
  return isHeader(line.split(/[,;\t]/).map(name => nameOfColumn(name.replace(/^\ufeff?"|"$/g, ''))))
}

const placeOf = (kind: string, location: string | undefined): ForeignMark['place'] => {
  if (location === undefined) return undefined
  return kind === 'page'
    ? { page: location }
    : { location: kind === '' || kind === 'location' ? location : `${kind} ${location}` }
}

const tagsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map(tag => tag.trim().replace(/^\./, ''))
    .filter(tag => tag !== '')

/** Whether the last row has fewer fields than each of the others; than the header, where it is the only one. */
const endsShort = (rows: readonly (readonly string[])[], columns: number): boolean => {
  const fewest = rows.slice(0, -1).reduce((least, { length }) => Math.min(least, length), columns)
  return (rows.at(-1)?.length ?? columns) < fewest
}

/** Marks of a CSV export of Readwise (RFC 4180). Its rows have no names: what tells one from another is the passage, its place and its time. */
export const readReadwise = (text: string): ReadMarks | null => {
  if (!isReadwise(text)) return null
  const delimiter = /^[^\r\n]*?([,;\t])/.exec(text)?.[1] ?? ','
  const { data, errors } = papaparse.parse(text, { delimiter, skipEmptyLines: 'greedy', preview: MOST_MARKS + 2 })
  const [header = [], ...rows] = data
  const columns = header.map(nameOfColumn)
  const into = new GatheredMarks('readwise')
  for (const row of rows) {
    const field = (name: string): string => cleanText(row[columns.indexOf(name)] ?? '').trim()
    const quote = field('highlight')
    const note = field('note')
    const title = lineOf(field('book title')) ?? 'Without a title'
    if (quote === '' && note === '') {
      into.warn(`A row of “${title.slice(0, 80)}” has neither a highlight nor a note.`)
      continue
    }
    const address = [field('url'), field('source url')].find(one => /^https?:\/\//i.test(one))
    const doi = findDoi(address ?? '')
    const work: MarkedWork = {
      title,
      authors: splitAuthors(field('book author')),
      ...(address !== undefined && { address }),
      ...(doi !== undefined && { doi }),
    }
    const when = field('highlighted at')
    const created = readIsoTime(when)
    const place = placeOf(field('location type').toLowerCase(), lineOf(field('location')))
    const color = nearestColor(field('color'))
    into.add(work, {
      id: [when, place?.page ?? place?.location ?? '', (quote || note).replace(/\s+/g, ' ').slice(0, 60)].join('|'),
      kind: quote === '' ? (place === undefined ? 'page-note' : 'note') : 'highlight',
      quote,
      note,
      tags: [...tagsOf(field('tags')), ...tagsOf(field('document tags'))],
      ...(place !== undefined && { place }),
      ...(color !== undefined && { color }),
      ...(created === undefined ? when !== '' && { dated: when } : { created }),
    })
  }
  const isOpen = errors.some(({ code }) => code === 'MissingQuotes')
  if (isOpen) into.warn('The file ends within a quoted field: it is cut off, and its last row may not be whole.')
  else if (rows.length <= MOST_MARKS && endsShort(rows, header.length))
    into.warn(
      `The last row has fewer fields than ${rows.length > 1 ? 'the others' : 'the first line names'}: the file is cut off, and that row may not be whole.`,
    )
  if (rows.length > MOST_MARKS)
    into.warn(`Only the first ${MOST_MARKS} rows were read. Divide the file and import the rest.`)
  return into.result()
}
