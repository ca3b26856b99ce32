import { readFile } from 'node:fs/promises'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { readFailure, systemCode } from './disk-failure.ts'
import { previousPath } from './durable-file.ts'
import type { JournalRules, ReadFields } from './file-format.ts'
import { CHECKSUM_FIELD, checksumOf } from './serialise.ts'

/** The journal beside a file: `notes.json` has `notes.journal.jsonl`. */
export const journalPath = (path: string): string => `${path.replace(/\.json$/u, '')}.journal.jsonl`

/** The journals beside a file in the order in which they were written. */
export const journalPaths = (path: string): readonly [previous: string, current: string] => {
  const current = journalPath(path)
  return [previousPath(current), current]
}

const lineEnding = (checksum: string): string => `,"${CHECKSUM_FIELD}":"${checksum}"}`

/** A line of a journal: the fields, at least one, and the checksum of all bytes before the comma that leads to it. */
export const journalLine = (fields: ReadFields): string => {
  const head = JSON.stringify(fields).slice(0, -1)
  return `${head}${lineEnding(checksumOf(head))}\n`
}

/** The fields of a line; null when it is not as it was written. */
const readLine = (line: string): ReadFields | null => {
  let value: unknown
  try {
    value = parseJson(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  if (typeof value !== 'object' || value === null) return null
  const { [CHECKSUM_FIELD]: checksum, ...fields } = value as Record<string, unknown>
  if (typeof checksum !== 'string') return null
  const end = lineEnding(checksum)
  const head = line.slice(0, -end.length)
  return line.endsWith(end) && checksumOf(head) === checksum ? fields : null
}

/** What one journal says. */
interface ReadJournal {
  /** The oldest first. */
  readonly lines: readonly ReadFields[]
  /** Lines that cannot be read; what a write that was interrupted left at the end is none. */
  readonly garbled: number
  /** Bytes up to the end of the last line; what follows was never acknowledged. */
  readonly length: number
  /** All its bytes; null when there is no such file. */
  readonly size: number | null
}

const NOTHING: ReadJournal = { lines: [], garbled: 0, length: 0, size: null }

/** What the bytes of a journal say. A line counts from its line feed on. */
export const parseJournal = (bytes: Buffer, { isLine }: Pick<JournalRules<never>, 'isLine'>): ReadJournal => {
  const length = bytes.lastIndexOf('\n') + 1
  const text = bytes.subarray(0, length).toString('utf8')
  const lines: ReadFields[] = []
  let garbled = 0
  for (const line of text.replace(/^\ufeff/u, '').split('\n')) {
    if (line.trim() === '') continue
    const fields = readLine(line.replace(/\r$/u, ''))
    if (fields !== null && isLine(fields)) lines.push(fields)
    else garbled += 1
  }
  return { lines, garbled, length, size: bytes.length }
}

/** Reads one journal; one that is not there says nothing. */
const readJournal = async <T>(path: string, rules: JournalRules<T>): Promise<Result<ReadJournal>> => {
  try {
    return succeed(parseJournal(await readFile(path), rules))
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? succeed(NOTHING) : { ok: false, error: readFailure(error, path) }
  }
}

/** Whether a journal to which nothing is added any more is as it was left: lines, and nothing after the last. */
const isWhole = ({ garbled, length, size }: ReadJournal): boolean =>
  size === null || (garbled === 0 && size > 0 && size === length)

/** The journals beside one file. */
export interface ReadJournals {
  /** Of both, the oldest first. */
  readonly lines: readonly ReadFields[]
  /** Paths of those that are damaged: they hold lines which cannot be read, or what ended with a line ends without. */
  readonly garbled: readonly string[]
  readonly current: ReadJournal
  /** True when there is one of them. */
  readonly present: boolean
}

export const NO_JOURNALS: ReadJournals = { lines: [], garbled: [], current: NOTHING, present: false }

/**
 * Reads the journals beside the file `path`. They must be read before the file: changes go from the journal into the file and
 * into the journal before, so that whoever reads in this order misses none while another program writes. Files whose format has no
 * `rules` for them have none.
 */
export const readJournals = async <T>(
  path: string,
  rules: JournalRules<T> | undefined,
): Promise<Result<ReadJournals>> => {
  if (!rules) return succeed(NO_JOURNALS)
  const [previousFile, currentFile] = journalPaths(path)
  const current = await readJournal(currentFile, rules)
  if (!current.ok) return current
  const previous = await readJournal(previousFile, rules)
  if (!previous.ok) return previous
  const garbled = [
    ...(isWhole(previous.value) ? [] : [previousFile]),
    ...(current.value.garbled > 0 ? [currentFile] : []),
  ]
  return succeed({
    lines: [...previous.value.lines, ...current.value.lines],
    garbled,
    current: current.value,
    present: previous.value.size !== null || current.value.size !== null,
  })
}
