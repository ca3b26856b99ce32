/** Bytes of the header of one part; nobody writes longer ones. */
const LONGEST_HEADER = 64 * 1024

export interface MimeHeaders {
  /** By lower-case name, unfolded; the first of several counts. */
  readonly fields: ReadonlyMap<string, string>
  /** Where the body begins. */
  readonly end: number
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** The end of the line that begins at `start`, without its line break. */
const lineEnd = (bytes: Buffer, start: number, end: number): { readonly text: number; readonly next: number } => {
  const feed = bytes.indexOf(LINE_FEED, start)
  if (feed < 0 || feed >= end) return { text: end, next: end }
  return { text: feed > start && bytes[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed, next: feed + 1 }
}

/** Reads the header of a message or part that lies between `start` and `end`. */
export const readHeaders = (bytes: Buffer, start: number, end: number): MimeHeaders => {
  const lines: string[] = []
  let place = start
  while (place < end && place - start < LONGEST_HEADER) {
    const { text, next } = lineEnd(bytes, place, end)
    const line = bytes.toString('latin1', place, text)
    place = next
    if (line === '') break
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop() ?? ''} ${line.trim()}`)
    else lines.push(line)
  }
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return { fields, end: place }
}

/** The kind of a `Content-Type`, in lower case, and its parameters. */
export interface ContentType {
  readonly kind: string
  readonly parameters: ReadonlyMap<string, string>
}

export const readContentType = (value: string | undefined): ContentType => {
  const kind = /^\s*([\w.+/-]+)/.exec(value ?? '')?.[1]?.toLowerCase() ?? 'text/plain'
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, plain] of (value ?? '').matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/g))
    parameters.set(name.toLowerCase(), quoted ?? plain ?? '')
  return { kind, parameters }
}
