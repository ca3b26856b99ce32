import { splitAuthors } from '../authors.ts'
import { cleanText } from '../json-fields.ts'
import { readKindleDate } from './kindle-date.ts'
import { kindOfLine, placeOfLine } from './kindle-words.ts'
import type { ClippingKind, LinePlace } from './kindle-words.ts'

/** One entry of a file of clippings. */
export interface Clipping {
  readonly title: string
  readonly authors: readonly string[]
  readonly kind: ClippingKind
  readonly place: LinePlace
  readonly text: string
  readonly created: string | undefined
  /** The date as it stands there. */
  readonly dated: string
}

const SEPARATOR = /^={6,}\s*$/

/** Title and authors: these stand in the last pair of brackets, which may hold others. */
const splitTitle = (line: string): Pick<Clipping, 'title' | 'authors'> => {
  if (!/[)）]$/.test(line)) return { title: line, authors: [] }
  let depth = 0
  for (let at = line.length - 1; at > 0; at -= 1) {
    if (/[)）]/.test(line.charAt(at))) depth += 1
    if (/[(（]/.test(line.charAt(at))) depth -= 1
    if (depth === 0) return { title: line.slice(0, at).trim(), authors: splitAuthors(line.slice(at + 1, -1)) }
  }
  return { title: line, authors: [] }
}

/** What one line below the title looks like, in whatever language: a dash, and a date after a bar. */
const isFacts = (line: string): boolean => /^[-–—]\s*\S/.test(line) && (line.includes('|') || kindOfLine(line) !== null)

/** Reads the lines of one entry; null when it is none. */
const readEntry = (lines: readonly string[]): Clipping | null => {
  const at = lines.findIndex(line => line.trim() !== '')
  const title = (lines[at] ?? '')
    .replace(/\ufeff/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const facts = (lines[at + 1] ?? '').trim()
  if (at < 0 || title === '' || !isFacts(facts)) return null
  const bar = facts.lastIndexOf('|')
  const [about, dated] = bar < 0 ? [facts, ''] : [facts.slice(0, bar), facts.slice(bar + 1).trim()]
  const text = lines
    .slice(at + 2)
    .join('\n')
    .replace(/\ufeff/g, '')
    .trim()
  const place = placeOfLine(about)
  const known = kindOfLine(about)
  // What has words is a highlight in any language; what has none is a place.
  const kind = known ?? (text === '' ? 'bookmark' : 'highlight')
  return { ...splitTitle(title), kind, place, text, created: readKindleDate(dated), dated }
}

export interface ReadClippings {
  /** In the file's order. */
  readonly clippings: readonly Clipping[]
  /** Entries that could not be read. */
  readonly unread: number
  /** True when nothing ends the last entry: the file is cut off within it. */
  readonly isCutOff: boolean
}

/** The entries of a file of clippings. */
export const readClippings = (text: string): ReadClippings => {
  const clippings: Clipping[] = []
  let unread = 0
  let lines: string[] = []
  const end = (): void => {
    const entry = readEntry(lines)
    if (entry !== null) clippings.push(entry)
    else if (lines.some(line => line.trim() !== '')) unread += 1
    lines = []
  }
  for (const line of cleanText(text).split('\n')) {
    if (SEPARATOR.test(line)) end()
    else lines.push(line)
  }
  const isCutOff = lines.some(line => line.trim() !== '')
  end()
  return { clippings, unread, isCutOff }
}

/** Characters in which the first entry is looked for: a long highlight with its head. */
const HEAD = 64 * 1024

/** True of a text whose first entry is one of a Kindle's clippings, or of a file that another reader writes in their form. */
export const isClippings = (text: string): boolean => {
  const head = cleanText(text.slice(0, HEAD)).replace(/^\ufeff/, '')
  const end = /^={6,}[ \t]*$/m.exec(head)
  return end !== null && readEntry(head.slice(0, end.index).split('\n')) !== null
}
