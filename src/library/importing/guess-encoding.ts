import { analyse } from 'chardet'

/** Bytes that are looked at to tell an encoding: enough for the words of any language, read in some milliseconds. */
const SAMPLE = 64 * 1024

/** A guess below this, of a hundred, is told to the reader. */
const SURE = 60

interface GuessedEncoding {
  /** As `TextDecoder` takes it. */
  readonly label: string
  readonly sure: boolean
}

/** Every other byte of UTF-16 text in most scripts is one and the same: zero in Latin ones. */
export const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length < 4 || !sample.includes(0)) return null
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = sample.length / 2
  if (odd > most * 0.4 && even < most * 0.05) return 'utf-16le'
  return even > most * 0.4 && odd < most * 0.05 ? 'utf-16be' : null
}

/** How ISO-2022-JP changes between its characters (RFC 1468); all its bytes are ASCII, and so valid in UTF-8. */
// oxlint-disable-next-line no-control-regex
const JAPANESE_ESCAPE = /\u001b\$[@B][\u0021-\u007e]/

export const isIso2022Jp = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE)
  return sample.includes(0x1b) && JAPANESE_ESCAPE.test(Buffer.from(sample).toString('latin1'))
}

const decodes = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const windows1252 = /^(?:utf-8|ascii|iso-8859-1|windows-1252)$/i

/**
 * The encoding that the use of letters makes likeliest; windows-1252, in which every byte is a character, when nothing speaks for another.
 * Asian encodings of two bytes fit almost any bytes; those of one are told apart by how often letters are used.
 */
export const guessEncoding = (bytes: Uint8Array): GuessedEncoding => {
  const guess = analyse(bytes.subarray(0, SAMPLE)).find(({ name, confidence }) => confidence > 0 && decodes(name))
  const sure = guess !== undefined && guess.confidence >= SURE
  return { label: guess === undefined || windows1252.test(guess.name) ? 'windows-1252' : guess.name, sure }
}

/** What a reader is told of an encoding that is not sure. */
export const guessedWarning = (encoding: string): string =>
  `The file does not say how its letters are written; they were read as ${encoding}, which may be wrong.`
