import { createHash } from 'node:crypto'

/** Name of the field that ends every file of a library. */
export const CHECKSUM_FIELD = 'checksum'

const named = (digest: string): string => `sha256-${digest}`

/** SHA-256 of the bytes, or of the text as UTF-8, as files say it: `sha256-` and 64 hexadecimal digits. */
export const checksumOf = (content: string | Uint8Array): string =>
  named(createHash('sha256').update(content).digest('hex'))

/** What follows the bytes that a checksum is made of, up to the end of the file. */
export const ending = (checksum: string): string => `,\n  "${CHECKSUM_FIELD}": "${checksum}"\n}\n`

/** What `JSON.stringify` closes an object with. */
const CLOSING = '\n}'

/** JSON as people and version control can read it: indented, with a line feed at the end. */
export const indented = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * The form in which every JSON file of a library is written: indented, and as its last field the checksum of all the bytes
 * before the comma that leads to it. `value` holds at least one field, and none named `checksum`.
 */
export const serialise = (value: object): string => {
  const head = JSON.stringify(value, null, 2).slice(0, -CLOSING.length)
  return `${head}${ending(checksumOf(head))}`
}

/** How deep objects are taken apart: a file's fields, and those of `found` in `mechanisms.json`. Lists are, too. */
const TAKEN_APART = 2

/** The JSON of a value as `JSON.stringify` indents it, in pieces of a list's item or less. */
function* jsonPieces(value: unknown, indent: string, depth: number): Generator<string> {
  const isList = Array.isArray(value)
  const isObject = typeof value === 'object' && value !== null
  if (!isList && !(isObject && depth < TAKEN_APART)) {
    yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`)
    return
  }
  const inner = `${indent}  `
  let before = isList ? '[' : '{'
  const entries = isList ? value.entries() : Object.entries(value).filter(([, field]) => field !== undefined)
  let empty = true
  for (const [key, item] of entries) {
    empty = false
    yield `${before}\n${inner}${isList ? '' : `${JSON.stringify(key)}: `}`
    yield* jsonPieces(item, inner, isList ? TAKEN_APART : depth + 1)
    before = ','
  }
  yield empty ? (isList ? '[]' : '{}') : `\n${indent}${isList ? ']' : '}'}`
}

/** Characters that are put together at a time: about a millisecond's work. */
const AT_A_TIME = 1 << 17

/**
 * The bytes of `serialise(value)` in pieces, so that whoever writes a long file can do something else in between. The value
 * must not change meanwhile.
 */
export function* serialisedPieces(value: object): Generator<Uint8Array> {
  const hash = createHash('sha256')
  let text = ''
  let last = ''
  for (const piece of jsonPieces(value, '', 0)) {
    text += last
    last = piece
    if (text.length < AT_A_TIME) continue
    const bytes = Buffer.from(text, 'utf8')
    hash.update(bytes)
    yield bytes
    text = ''
  }
  // The last piece closes the object, which the checksum does in its stead.
  hash.update(text, 'utf8')
  yield Buffer.from(`${text}${ending(named(hash.digest('hex')))}`, 'utf8')
}
