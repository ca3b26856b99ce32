import type { MarkedWork, ReadMarks } from './foreign-mark.ts'
import { GatheredMarks } from './gather-marks.ts'
import { findDoi } from './identifiers.ts'
import { fieldsOf, isFields, lineOf, linesOf, listOf, textOf } from './json-fields.ts'
import type { Fields } from './json-fields.ts'
import { readIsoTime } from './read-time.ts'
import { readSelectors } from './web/read-selectors.ts'

/** Replies that become part of the note that they answer; of a longer thread the rest are notes by themselves. */
const MOST_REPLIES = 200

const isRow = (value: unknown): value is Fields =>
  isFields(value) &&
  typeof value['uri'] === 'string' &&
  (Array.isArray(value['target']) || typeof value['text'] === 'string')

/** Rows of a search through the API, of the client's export, or as a bare list; null when the file is none of these. */
const rowsOf = (value: unknown): readonly unknown[] | null => {
  const fields = fieldsOf(value)
  const rows = [fields['rows'], fields['annotations'], value].find(list => Array.isArray(list) && list.some(isRow))
  if (Array.isArray(rows)) return [...rows, ...listOf(fields['replies'])]
  // An export of nothing is one nevertheless.
  const isEmpty =
    ('export_date' in fields && Array.isArray(fields['annotations'])) ||
    ('total' in fields && Array.isArray(fields['rows']))
  return isEmpty ? [] : null
}

const workOf = (row: Fields): MarkedWork => {
  const address = lineOf(row['uri']) ?? ''
  const [title] = linesOf(fieldsOf(row['document'])['title'])
  const doi = findDoi(address)
  const isOnWeb = /^https?:\/\//i.test(address)
  return {
    title: title ?? (address || 'Without a title'),
    authors: [],
    ...(isOnWeb && { address }),
    ...(doi !== undefined && { doi }),
  }
}

const nameOf = (row: Fields): string | undefined =>
  lineOf(fieldsOf(row['user_info'])['display_name']) ??
  lineOf(row['user'])
    ?.replace(/^acct:/, '')
    .replace(/@.*$/, '')

/** What somebody answered, as a quotation that says who and when. */
const replyAsMarkdown = (row: Fields): string => {
  const when = readIsoTime(lineOf(row['created']))?.slice(0, 10)
  const head = `**${nameOf(row) ?? 'Reply'}**${when === undefined ? '' : ` (${when})`}:`
  return `${head} ${textOf(row['text']).trim()}`
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
}

/** Replies by the id of the note that their thread began with, and those that cannot be put there. */
const sortReplies = (
  rows: readonly Fields[],
): { readonly threads: ReadonlyMap<string, readonly Fields[]>; readonly lost: readonly Fields[] } => {
  const isReply = (row: Fields): boolean => listOf(row['references']).length > 0
  const roots = new Set(rows.filter(row => !isReply(row)).flatMap(row => lineOf(row['id']) ?? []))
  const threads = new Map<string, Fields[]>()
  const lost: Fields[] = []
  for (const row of rows.filter(isReply)) {
    // The references of a reply are all that it answers to, the first note of the thread first.
    const root = linesOf(row['references']).find(id => roots.has(id))
    const thread = root === undefined ? undefined : (threads.get(root) ?? [])
    if (root !== undefined && thread !== undefined && thread.length < MOST_REPLIES) {
      thread.push(row)
      threads.set(root, thread)
    } else lost.push(row)
  }
  return { threads, lost }
}

const byTime = (a: Fields, b: Fields): number => {
  const [one, other] = [textOf(a['created']), textOf(b['created'])]
  return one < other ? -1 : Number(one > other)
}

const latest = (rows: readonly Fields[]): string | undefined =>
  rows
    .flatMap(row => readIsoTime(lineOf(row['updated'])) ?? [])
    .toSorted()
    .at(-1)

const take = (into: GatheredMarks, row: Fields, replies: readonly Fields[]): void => {
  const [target] = listOf(row['target']).map(fieldsOf)
  const { quote, prefix, suffix, place } = readSelectors(target?.['selector'], lineOf(row['uri']))
  const isPlaced = Object.keys(place).length > 0
  const note = [textOf(row['text']).trim(), ...replies.toSorted(byTime).map(replyAsMarkdown)].filter(
    text => text !== '',
  )
  const created = readIsoTime(lineOf(row['created']))
  const modified = latest([row, ...replies])
  const by = nameOf(row)
  into.add(workOf(row), {
    id: lineOf(row['id']) ?? [textOf(row['uri']), textOf(row['created']), quote].join('|').slice(0, 1_000),
    kind: quote !== '' ? 'highlight' : isPlaced ? 'note' : 'page-note',
    quote,
    prefix,
    suffix,
    ...(isPlaced && { place }),
    note: note.join('\n\n'),
    tags: linesOf(row['tags']),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(by !== undefined && { by }),
  })
}

/**
 * Marks of Hypothesis: a search through its API (`rows`), or an export of its client (`annotations`). Replies become part of the note that they
 * answer; those whose note is not in the file are notes of their own. Null when the file is no such export.
 */
export const readHypothesis = (value: unknown): ReadMarks | null => {
  const found = rowsOf(value)
  if (found === null) return null
  const into = new GatheredMarks('hypothesis')
  const rows = found.filter(isRow)
  const unread = found.length - rows.length
  if (unread > 0)
    into.warn(
      `${unread === 1 ? 'One annotation has' : `${unread} annotations have`} no address or no text and could not be read.`,
    )
  const { threads, lost } = sortReplies(rows)
  const answers = new Set([...threads.values()].flat())
  const alone = new Set(lost)
  for (const row of rows) {
    if (answers.has(row)) continue
    take(into, row, alone.has(row) ? [] : (threads.get(lineOf(row['id']) ?? '') ?? []))
  }
  if (lost.length > 0) {
    into.warn(
      lost.length === 1
        ? 'One reply answers a note that the file does not hold; it is kept as a note by itself.'
        : `${lost.length} replies answer notes that the file does not hold, or that have many more; they are kept as notes by themselves.`,
    )
  }
  return into.result()
}
