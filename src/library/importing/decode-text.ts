import { decodeUtf32, utf32OfMark, utf32WithoutMark } from './utf-32.ts'
import { completeWindows1252, decodeOneByte, isCodePage } from './code-pages.ts'
import { guessEncoding, guessedWarning, isIso2022Jp, utf16WithoutMark } from './guess-encoding.ts'

/** Bytes searched for a declared character set: the HTML standard asks for 1024, pages in the wild need a little more. */
const PRESCAN_LENGTH = 4096

export interface DecodedText {
  readonly text: string
  /** Name of the encoding that was used, as `TextDecoder` gives it. */
  readonly encoding: string
  readonly warnings: readonly string[]
}

interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** Text of bytes in an encoding of the Encoding Standard; null when the encoding is unknown, or `fatal` and a byte does not belong to it. */
const decodeAs = (bytes: Uint8Array, label: string, fatal: boolean): Decoded | null => {
  try {
    const decoder = new TextDecoder(label, { fatal })
    const text = decoder.decode(bytes)
    return { text: decoder.encoding === 'windows-1252' ? completeWindows1252(text) : text, encoding: decoder.encoding }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

/** The same for an encoding that the bytes themselves say, which UTF-32 can be as well: what only names that is read as if it named nothing. */
const decodeMarked = (bytes: Uint8Array, label: string, fatal: boolean): Decoded | null => {
  if (label !== 'utf-32le' && label !== 'utf-32be') return decodeAs(bytes, label, fatal)
  const text = decodeUtf32(bytes, label, fatal)
  return text === null ? null : { text, encoding: label }
}

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

/** The encoding that the bytes themselves say: by a mark, or by zeros. UTF-32 comes first, whose mark and zeros UTF-16 has as well. */
const unicodeOf = (bytes: Uint8Array): string | null =>
  utf32OfMark(bytes) ?? byteOrderMark(bytes) ?? utf32WithoutMark(bytes) ?? utf16WithoutMark(bytes)

/** The encoding that a `<meta>` or an XML declaration names near the start of the bytes. */
const declaredEncoding = (bytes: Uint8Array): string | null => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_LENGTH))
  const declared =
    /<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1]
  if (declared === undefined) return null
  // HTML standard, "prescan a byte stream": a page that could be read this far is not UTF-16.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

const isEncoding = (label: string): boolean => decodeAs(new Uint8Array(0), label, false) !== null

/** Characters of more than one byte that were read well, against those that were not. */
const mostlyReadable = (text: string): boolean => {
  let good = 0
  let bad = 0
  for (const character of text) {
    if (character === '\ufffd') bad += 1
    else if (character > '\u007f') good += 1
  }
  return good > bad
}

/** Encodings of one byte a character, in which any bytes can be read. */
const oneByte = /^(?:windows-125\d|iso-8859-|koi8-|macintosh|x-mac-)/

const isAscii = (bytes: Uint8Array): boolean => bytes.every(byte => byte < 0x80)

/** True for UTF-8 with characters of more than one byte, which text in another encoding never is. */
const isTelltaleUtf8 = (bytes: Uint8Array): boolean => decodeAs(bytes, 'utf-8', true) !== null && !isAscii(bytes)

/** Up to the first script or style that never ends: there may be a million of those. */
const withoutScripts = (text: string): string => {
  const pieces: string[] = []
  const begin = /<(script|style)\b/gi
  let taken = 0
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const end = new RegExp(`</${found[1] ?? ''}`, 'gi')
    end.lastIndex = begin.lastIndex
    if (end.exec(text) === null) break
    pieces.push(text.slice(taken, found.index))
    taken = begin.lastIndex = end.lastIndex
  }
  return `${pieces.join(' ')} ${text.slice(taken)}`
}

/** Bytes of a page with its tags, styles and scripts blanked out, whose English words say nothing of its language. */
const withoutTags = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(withoutScripts(Buffer.from(bytes).toString('latin1')).replace(/<[a-z!/?][^<>]*>/gi, ' '), 'latin1')

/** Bytes beyond ASCII that a page without a declaration has at least for its encoding to be guessed. */
const FEWEST_LETTERS = 24

/** What is read of bytes that are neither declared nor Unicode. */
const decodeGuessed = (bytes: Uint8Array, fewest: number): DecodedText => {
  const text = withoutTags(bytes)
  const letters = text.reduce((sum, byte) => sum + (byte < 0x80 ? 0 : 1), 0)
  const { label, sure } = letters < fewest ? { label: 'windows-1252', sure: true } : guessEncoding(text)
  const decoded = isCodePage(label)
    ? { text: decodeOneByte(bytes, label), encoding: label }
    : (decodeAs(bytes, label, false) ?? { text: '', encoding: label })
  return { ...decoded, warnings: sure ? [] : [guessedWarning(decoded.encoding)] }
}

interface DecodeOptions {
  /** The encoding that the server told. */
  readonly told?: string | undefined
  /** Letters beyond ASCII from which on an encoding is guessed. Pages have been windows-1252 for longer than anything else. */
  readonly fewest?: number
}

/**
 * Text of a file of unknown encoding: a byte order mark decides, then zeros that only UTF-16 and UTF-32 have, then what the server told, then what the page
 * declares, unless it is UTF-8 all the same; then UTF-8 if the bytes are valid in it, or nearly; then what the use of letters makes likeliest. Never fails.
 */
export const decodeText = (bytes: Uint8Array, { told, fewest = FEWEST_LETTERS }: DecodeOptions = {}): DecodedText => {
  const marked = unicodeOf(bytes)
  const named = marked ?? (told !== undefined && isEncoding(told) ? told : declaredEncoding(bytes))
  const declared = named ?? (isIso2022Jp(bytes) ? 'iso-2022-jp' : null)
  const warnings: string[] = []
  const decode = marked === null ? decodeAs : decodeMarked
  const strict = decode(bytes, declared ?? 'utf-8', true)
  if (strict !== null) {
    const mistaken = oneByte.test(strict.encoding) && isTelltaleUtf8(bytes)
    return { ...((mistaken ? decodeAs(bytes, 'utf-8', true) : null) ?? strict), warnings }
  }
  const lossy = decode(bytes, declared ?? 'utf-8', false)
  if (lossy === null) {
    warnings.push(`The page names an unknown character set (${declared ?? ''}), which was passed over.`)
    const unicode = decodeAs(bytes, 'utf-8', true)
    if (unicode !== null) return { ...unicode, warnings }
  } else if (marked !== null || mostlyReadable(lossy.text)) {
    warnings.push(`Some bytes are not valid ${lossy.encoding}; they are shown as “\ufffd”.`)
    return { ...lossy, warnings }
  }
  const guessed = decodeGuessed(bytes, fewest)
  return { ...guessed, warnings: [...warnings, ...guessed.warnings] }
}
