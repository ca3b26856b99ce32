import { readContentType, readHeaders } from './mime-headers.ts'
import type { ContentType } from './mime-headers.ts'

/** Parts of one file, and parts inside each other, that are read. */
const MOST_PARTS = 10_000
const DEEPEST = 8

/** A part that holds no others. */
export interface MimePart {
  readonly type: ContentType
  readonly fields: ReadonlyMap<string, string>
  /** As it stands in the file: see `decodeBody`. */
  readonly body: Buffer
}

export interface ReadMime {
  readonly fields: ReadonlyMap<string, string>
  readonly type: ContentType
  readonly parts: readonly MimePart[]
  /** True when an end that was announced is missing: the file breaks off. */
  readonly broken: boolean
}

const DASH = 0x2d

/** True where a line begins, or the body. */
const beginsLine = (bytes: Buffer, at: number, start: number): boolean => at === start || bytes[at - 1] === 0x0a

/** A boundary may be the beginning of another. */
const endsDelimiter = (bytes: Buffer, after: number): boolean =>
  after >= bytes.length ||
  [0x0d, 0x0a, 0x20, 0x09].includes(bytes[after] ?? 0) ||
  bytes.toString('latin1', after, after + 2) === '--'

/** The ends of the lines before a delimiter belong to it. */
const withoutLineBreak = (bytes: Buffer, start: number, end: number): number => {
  if (end > start && bytes[end - 1] === 0x0a) end -= 1
  return end > start && bytes[end - 1] === 0x0d ? end - 1 : end
}

class MimeReader {
  readonly parts: MimePart[] = []
  broken = false
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  read(start: number, end: number, depth: number): Pick<ReadMime, 'fields' | 'type'> {
    const headers = readHeaders(this.#bytes, start, end)
    const type = readContentType(headers.fields.get('content-type'))
    const boundary = type.parameters.get('boundary') ?? ''
    if (type.kind.startsWith('multipart/') && boundary !== '' && depth < DEEPEST)
      this.#split(headers.end, end, boundary, depth)
    else if (this.parts.length < MOST_PARTS)
      this.parts.push({ type, fields: headers.fields, body: this.#bytes.subarray(headers.end, end) })
    return { fields: headers.fields, type }
  }

  /** Reads the parts between the delimiters of one boundary, each byte once a level (RFC 2046, 5.1). */
  #split(start: number, end: number, boundary: string, depth: number): void {
    const delimiter = Buffer.from(`--${boundary}`, 'latin1')
    // No further: many parts whose boundaries never come would else each be searched for to the end of the file.
    const within = this.#bytes.subarray(0, end)
    let part = -1
    let at = within.indexOf(delimiter, start)
    while (at >= 0) {
      const after = at + delimiter.length
      if (!beginsLine(this.#bytes, at, start) || !endsDelimiter(within, after)) {
        at = within.indexOf(delimiter, after)
        continue
      }
      if (part >= 0) this.read(part, withoutLineBreak(this.#bytes, part, at), depth + 1)
      if (this.#bytes[after] === DASH && this.#bytes[after + 1] === DASH) return
      const line = within.indexOf(0x0a, after)
      part = line < 0 ? end : line + 1
      at = within.indexOf(delimiter, part)
    }
    this.broken = true
    if (part >= 0 && part < end) this.read(part, end, depth + 1)
  }
}

/** Reads a message with all its parts, those inside of parts too, in their order. Never fails. */
export const readMime = (bytes: Uint8Array): ReadMime => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader = new MimeReader(buffer)
  const { fields, type } = reader.read(0, buffer.length, 0)
  return { fields, type, parts: reader.parts, broken: reader.broken }
}
