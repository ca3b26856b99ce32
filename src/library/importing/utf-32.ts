/** Encodings of four bytes a character, which `TextDecoder` does not know (Encoding Standard, 4.2). */
export type Utf32 = 'utf-32le' | 'utf-32be'

/** Bytes that are looked at for zeros. */
const SAMPLE = 64 * 1024
const UNIT = 4
/** Units that a text has at least to be taken for one without a byte order mark. */
const FEWEST = 4
const LARGEST = 0x10ffff
const REPLACEMENT = 0xfffd
/** Characters that are put together at once. */
const PIECE = 8 * 1024

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isCharacter = (code: number): boolean => code <= LARGEST && (code < 0xd800 || code > 0xdfff)

/** Planes of 65,536 characters that have any (The Unicode Standard, 2.8): the ideographs end with the third, and those of special and private use begin with the fourteenth. */
const isInPlaneInUse = (code: number): boolean => code < 0x40000 || code >= 0xe0000

/** The encoding that a byte order mark says. In UTF-16 the one of `utf-32le` would be a mark and a NUL, with which no text begins. */
export const utf32OfMark = (bytes: Uint8Array): Utf32 | null => {
  if (bytes.length < UNIT) return null
  const first = viewOf(bytes).getUint32(0)
  if (first === 0x0000feff) return 'utf-32be'
  return first === 0xfffe0000 ? 'utf-32le' : null
}

/**
 * Every fourth byte is zero, and each four are a character other than NUL: in UTF-16 that would be a NUL or another control character beside each letter. Tabs and
 * ends of lines, which do stand there, would make characters of planes that have none.
 */
export const utf32WithoutMark = (bytes: Uint8Array): Utf32 | null => {
  const view = viewOf(bytes.subarray(0, SAMPLE))
  const units = Math.floor(view.byteLength / UNIT)
  if (units < FEWEST) return null
  for (const encoding of ['utf-32le', 'utf-32be'] as const) {
    let at = 0
    while (at < units) {
      const code = view.getUint32(at * UNIT, encoding === 'utf-32le')
      if (code === 0 || !isCharacter(code) || !isInPlaneInUse(code)) break
      at += 1
    }
    if (at === units) return encoding
  }
  return null
}

/** Text of bytes in UTF-32, without its byte order mark. Null when `fatal` and four bytes are no character; otherwise U+FFFD stands for them. */
export const decodeUtf32 = (bytes: Uint8Array, encoding: Utf32, fatal: boolean): string | null => {
  const view = viewOf(bytes)
  const pieces: string[] = []
  let codes: number[] = []
  for (let at = 0; at < bytes.length; at += UNIT) {
    const code = at + UNIT > bytes.length ? Number.POSITIVE_INFINITY : view.getUint32(at, encoding === 'utf-32le')
    if (fatal && !isCharacter(code)) return null
    codes.push(isCharacter(code) ? code : REPLACEMENT)
    if (codes.length === PIECE) {
      pieces.push(String.fromCodePoint(...codes))
      codes = []
    }
  }
  return [...pieces, String.fromCodePoint(...codes)].join('').replace(/^\ufeff/, '')
}
