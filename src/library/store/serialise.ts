import { createHash } from 'node:crypto'

/** Name of the field that ends every file of a library. */
export const CHECKSUM_FIELD = 'checksum'

/** SHA-256 of the bytes, or of the text as UTF-8, as files say it: `sha256-` and 64 hexadecimal digits. */
export const checksumOf = (content: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(content).digest('hex')}`

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
