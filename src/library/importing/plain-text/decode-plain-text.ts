import { analyse } from 'chardet'
import { decodeText } from '../decode-text.ts'
import type { DecodedText } from '../decode-text.ts'

/** Bytes that are looked at to tell an encoding: enough for the words of any language, read in some milliseconds. */
const SAMPLE = 64 * 1024

/** A guess below this, of a hundred, is told to the reader. */
const SURE = 60

const decodes = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Every other byte of UTF-16 text in most scripts is one and the same: zero in Latin ones. */
const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 2
  if (most < 2) return null
  if (odd > most * 0.4 && even < most * 0.05) return 'utf-16le'
  return even > most * 0.4 && odd < most * 0.05 ? 'utf-16be' : null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Asian encodings of two bytes fit almost any bytes; those of one are told apart by how often letters are used. */
const likeliest = (bytes: Uint8Array): { readonly name: string; readonly confidence: number } | null =>
  analyse(bytes.subarray(0, SAMPLE)).find(({ name, confidence }) => confidence > 0 && decodes(name)) ?? null

/**
 * Text of a file that does not declare its encoding: a byte order mark decides, then UTF-8 if all bytes are valid in it, then UTF-16
 * if every other byte is zero, then what the use of letters makes likeliest, then windows-1252. Never fails; an uncertain guess is told.
 */
export const decodePlainText = (bytes: Uint8Array): DecodedText => {
  const wide = utf16WithoutMark(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, warnings: [] }
  const decoded = decodeText(bytes)
  if (decoded.encoding.startsWith('utf-16') || isUtf8(bytes)) return decoded
  const guess = likeliest(bytes)
  if (guess === null || /^(?:utf-8|ascii|iso-8859-1|windows-1252)$/i.test(guess.name)) return decoded
  const decoder = new TextDecoder(guess.name)
  const warning = `The file does not say how its letters are written; they were read as ${decoder.encoding}, which may be wrong.`
  return {
    text: decoder.decode(bytes),
    encoding: decoder.encoding,
    warnings: guess.confidence < SURE ? [warning] : [],
  }
}
