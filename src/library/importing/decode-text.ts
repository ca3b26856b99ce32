/** Bytes searched for a declared character set: the HTML standard asks for 1024, pages in the wild need a little more. */
const PRESCAN_LENGTH = 4096

export interface DecodedText {
  readonly text: string
  /** Name of the encoding that was used, as `TextDecoder` gives it. */
  readonly encoding: string
  readonly warnings: readonly string[]
}

/** What windows-1252 has at 0x80 to 0x9f, in order (Encoding Standard, index windows-1252); five places are control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes windows-1252 as Latin-1, which has control characters where windows-1252 has quotation marks and dashes. */
const completeWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? character)

/** Text of bytes in an encoding; null when the encoding is unknown, or `fatal` and a byte does not belong to it. */
const decodeAs = (bytes: Uint8Array, label: string, fatal: boolean): { text: string; encoding: string } | null => {
  try {
    const decoder = new TextDecoder(label, { fatal })
    const text = decoder.decode(bytes)
    return { text: decoder.encoding === 'windows-1252' ? completeWindows1252(text) : text, encoding: decoder.encoding }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

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

/**
 * Text of a file of unknown encoding: a byte order mark decides, then what the server told (`told`), then what the page declares, then UTF-8 if the bytes
 * are valid in it, then windows-1252, in which every byte is a character. Never fails.
 */
export const decodeText = (bytes: Uint8Array, told?: string): DecodedText => {
  const marked = byteOrderMark(bytes)
  const declared = marked ?? (told !== undefined && isEncoding(told) ? told : declaredEncoding(bytes))
  const warnings: string[] = []
  const strict = decodeAs(bytes, declared ?? 'utf-8', true)
  if (strict !== null) return { ...strict, warnings }

  const lossy = decodeAs(bytes, declared ?? 'utf-8', false)
  if (lossy === null) {
    warnings.push(`The page names an unknown character set (${declared ?? ''}); it was read as UTF-8 or windows-1252.`)
    const unicode = decodeAs(bytes, 'utf-8', true)
    if (unicode !== null) return { ...unicode, warnings }
  } else if (marked !== null || mostlyReadable(lossy.text)) {
    warnings.push(`Some bytes are not valid ${lossy.encoding}; they are shown as “\ufffd”.`)
    return { ...lossy, warnings }
  }
  return {
    text: completeWindows1252(new TextDecoder('windows-1252').decode(bytes)),
    encoding: 'windows-1252',
    warnings,
  }
}
