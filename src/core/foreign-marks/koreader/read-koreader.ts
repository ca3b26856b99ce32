import { splitAuthors } from '../authors.ts'
import { nearestColor } from '../colors.ts'
import type { ForeignMark, MarkedWork, ReadMarks } from '../foreign-mark.ts'
import { GatheredMarks } from '../gather-marks.ts'
import type { GivenMark } from '../gather-marks.ts'
import { findDoi, findIsbn } from '../identifiers.ts'
import { fieldsOf, lineOf, listOf, textOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'
import { readIsoTime, timeOfSeconds } from '../read-time.ts'
import { LuaError, readLuaTable } from './lua-table.ts'
import type { LuaTable, LuaValue } from './lua-table.ts'

const tableOf = (value: LuaValue | undefined): LuaTable => (value instanceof Map ? value : new Map())

const entriesOf = (value: LuaValue | undefined): readonly LuaTable[] =>
  [...tableOf(value).values()].filter(one => one instanceof Map)

const line = (table: LuaTable, name: string): string | undefined => lineOf(table.get(name))
const words = (table: LuaTable, name: string): string => textOf(table.get(name)).trim()

const UNDERLINED = ['underscore', 'strikeout']

/** A place in a book is an XPath; in a PDF it is a table with the page and coordinates. */
const pointerOf = (value: LuaValue | undefined): string | undefined =>
  value instanceof Map
    ? ['page', 'x', 'y'].flatMap(name => (value.has(name) ? [`${name} ${textOf(value.get(name))}`] : [])).join(' ')
    : lineOf(value)

const titleOfPath = (path: string | undefined): string | undefined =>
  path
    ?.replace(/^.*[/\\]/, '')
    .replace(/\.\w{2,5}$/, '')
    .trim()

const workOf = (root: LuaTable): MarkedWork => {
  const [props, stats] = [tableOf(root.get('doc_props')), tableOf(root.get('stats'))]
  const identifiers = textOf(props.get('identifiers')).split(/\n|,\s*/)
  const doi = identifiers.map(findDoi).find(found => found !== undefined)
  const isbn = identifiers.map(findIsbn).find(found => found !== undefined)
  return {
    title: line(props, 'title') ?? line(stats, 'title') ?? titleOfPath(line(root, 'doc_path')) ?? 'Without a title',
    authors: splitAuthors(words(props, 'authors') || words(stats, 'authors')),
    ...(doi !== undefined && { doi }),
    ...(isbn !== undefined && { isbn }),
  }
}

const markOf = (entry: LuaTable, note: string, page: string | undefined): GivenMark => {
  const quote = words(entry, 'text')
  const isBookmark = !entry.has('drawer') && !entry.has('pos1')
  const pointers = [pointerOf(entry.get('pos0') ?? entry.get('page')), pointerOf(entry.get('pos1'))].flatMap(
    one => one ?? [],
  )
  const chapter = line(entry, 'chapter')
  const dated = line(entry, 'datetime')
  const created = readIsoTime(dated)
  const modified = readIsoTime(line(entry, 'datetime_updated')) ?? created
  const color = nearestColor(entry.get('color'))
  const shown = page !== undefined && !page.startsWith('/') ? page : undefined
  return {
    id: [dated, pointers[0] ?? page ?? ''].join('|'),
    kind: isBookmark ? 'bookmark' : quote === '' ? 'note' : 'highlight',
    // What KOReader writes into a bookmark says where it is, and was not marked.
    quote: isBookmark ? '' : quote,
    note,
    style: UNDERLINED.includes(line(entry, 'drawer') ?? '') ? 'underline' : 'highlight',
    place: {
      ...(shown !== undefined && { page: shown }),
      ...(chapter !== undefined && { chapter }),
      ...(pointers.length > 0 && { pointers }),
    },
    ...(color !== undefined && { color }),
    ...(created === undefined ? dated !== undefined && { dated } : { created }),
    ...(modified !== undefined && { modified }),
  }
}

/** True of what older versions wrote into a bookmark by themselves: page, words and time, in the reader's language. */
const isAutomatic = (text: string, quote: string, dated: string | undefined): boolean =>
  text === '' || text === quote || (dated !== undefined && text.endsWith(dated))

/** Before 2024 highlights stood by pages, and their notes among the bookmarks with the same time. */
const takeOld = (into: GatheredMarks, work: MarkedWork, root: LuaTable): void => {
  const bookmarks = entriesOf(root.get('bookmarks'))
  const byTime = new Map(bookmarks.map(bookmark => [line(bookmark, 'datetime'), bookmark]))
  const taken = new Set<string | undefined>()
  for (const [page, entries] of tableOf(root.get('highlight'))) {
    for (const entry of entriesOf(entries)) {
      const dated = line(entry, 'datetime')
      const text = words(byTime.get(dated) ?? new Map(), 'text')
      taken.add(dated)
      into.add(
        work,
        markOf(
          new Map([...entry, ['drawer', entry.get('drawer') ?? 'lighten']]),
          isAutomatic(text, words(entry, 'text'), dated) ? '' : text,
          String(page),
        ),
      )
    }
  }
  for (const bookmark of bookmarks) {
    const dated = line(bookmark, 'datetime')
    if (taken.has(dated)) continue
    const [quote, text] = [words(bookmark, 'notes'), words(bookmark, 'text')]
    const isHighlight = bookmark.get('highlighted') === true
    const entry = new Map([
      ...bookmark,
      ['text', quote] as const,
      ...(isHighlight ? [['drawer', 'lighten'] as const] : []),
    ])
    into.add(work, markOf(entry, isAutomatic(text, quote, dated) ? '' : text, line(bookmark, 'page')))
  }
}

const takeSidecar = (into: GatheredMarks, root: LuaTable): void => {
  const work = workOf(root)
  for (const entry of entriesOf(root.get('annotations')))
    into.add(
      work,
      markOf(entry, words(entry, 'note'), line(entry, 'pageref') ?? line(entry, 'pageno') ?? line(entry, 'page')),
    )
  takeOld(into, work, root)
}

/** Names of fields that a sidecar has, of which one is enough beside the shape. */
const SIDECAR =
  /^\s*(?:--[^\n]*\n\s*)*return\s*\{[\s\S]*?\[?["']?(?:annotations|highlight|bookmarks|doc_props|doc_path|copt_|summary|stats|partial_md5_checksum|cre_dom_version)/

/** True of a text that begins as a KOReader sidecar does. */
export const isSidecar = (text: string): boolean => SIDECAR.test(text.slice(0, 64 * 1024))

/**
 * Marks of a KOReader sidecar (`metadata.<format>.lua`), of the present form and of that before 2024. Null when the text is none; half of a
 * table tells nothing for certain: `cut-off` is one that is not whole, and one that cannot be read gives a warning and nothing else.
 */
export const readSidecar = (text: string): ReadMarks | 'cut-off' | null => {
  if (!isSidecar(text)) return null
  const into = new GatheredMarks('koreader')
  try {
    takeSidecar(into, readLuaTable(text))
  } catch (error) {
    if (!(error instanceof LuaError)) throw error
    if (error.isCutOff) return 'cut-off'
    into.warn(
      `The KOReader file cannot be read: ${error.message}. Nothing was taken from it; copy it from the device again.`,
    )
  }
  return into.result()
}

const takeExported = (into: GatheredMarks, book: Fields): void => {
  const work: MarkedWork = {
    title: lineOf(book['title']) ?? titleOfPath(lineOf(book['file'])) ?? 'Without a title',
    authors: splitAuthors(textOf(book['author'])),
  }
  for (const entry of listOf(book['entries']).map(fieldsOf)) {
    const [quote, note] = [textOf(entry['text']).trim(), textOf(entry['note']).trim()]
    const [page, chapter] = [lineOf(entry['page']), lineOf(entry['chapter'])]
    const created = timeOfSeconds(entry['time'])
    const color = nearestColor(entry['color'])
    const kind = ((): ForeignMark['kind'] => {
      if (entry['sort'] === 'bookmark') return 'bookmark'
      return quote === '' ? 'note' : 'highlight'
    })()
    into.add(work, {
      id: [textOf(entry['time']), page ?? '', quote.replace(/\s+/g, ' ').slice(0, 40)].join('|'),
      kind,
      quote: kind === 'bookmark' ? '' : quote,
      note,
      style: UNDERLINED.includes(textOf(entry['drawer'])) ? 'underline' : 'highlight',
      place: { ...(page !== undefined && { page }), ...(chapter !== undefined && { chapter }) },
      ...(color !== undefined && { color }),
      ...(created !== undefined && { created }),
    })
  }
}

/** Marks of KOReader's JSON export, of one book or of several; null when the file is none. */
export const readKoreaderJson = (value: unknown): ReadMarks | null => {
  const root = fieldsOf(value)
  const isBook = (book: Fields): boolean => Array.isArray(book['entries']) && typeof book['title'] === 'string'
  const books = (isBook(root) ? [root] : listOf(root['documents']).map(fieldsOf)).filter(isBook)
  if (books.length === 0) return null
  const into = new GatheredMarks('koreader')
  for (const book of books) takeExported(into, book)
  return into.result()
}
