import { analyse } from 'chardet'
import { decodeOneByte, isCodePage } from './code-pages.ts'
import { weighLetters } from './weigh-letters.ts'

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

/** Encodings of one byte a character that `chardet` does not know: of the Macintosh and of DOS. */
const OTHERS = ['macintosh', 'x-mac-cyrillic', 'ibm866', 'cp850', 'cp437', 'cp852']

const ofOneByte = /^(?:windows-125\d|iso-8859-|koi8-)/i

/** What speaks for another encoding than the one that was guessed: its letters stand where letters stand, and those of the guess do not. */
const LIKELY = 0.7
const BETTER = 0.5

/** Letters from which on that is sure. */
const ENOUGH = 24

/** Another encoding in which the letters make words, where in the guessed one they do not; null when there is none. */
const better = (bytes: Uint8Array, guessed: string): GuessedEncoding | null => {
  const letters = bytes.reduce((sum, byte) => sum + (byte < 0x80 ? 0 : 1), 0)
  const own = weighLetters(decodeOneByte(bytes, guessed))
  if (own >= LIKELY) return null
  const [best] = OTHERS.filter(label => decodes(label) || isCodePage(label))
    .map(label => ({ label, weight: weighLetters(decodeOneByte(bytes, label)) }))
    .toSorted((one, other) => other.weight - one.weight)
  if (best === undefined || best.weight < LIKELY || best.weight < own + BETTER) return null
  return { label: best.label, sure: letters >= ENOUGH }
}

/**
 * The encoding that the use of letters makes likeliest; windows-1252, in which every byte is a character, when nothing speaks for another.
 * Asian encodings of two bytes fit almost any bytes; those of one are told apart by how often letters are used, and those of old Macintoshes and
 * of DOS by where in their words the letters stand.
 */
export const guessEncoding = (bytes: Uint8Array): GuessedEncoding => {
  const sample = bytes.subarray(0, SAMPLE)
  const guess = analyse(sample).find(({ name, confidence }) => confidence > 0 && decodes(name))
  const sure = guess !== undefined && guess.confidence >= SURE
  const label = guess === undefined || windows1252.test(guess.name) ? 'windows-1252' : guess.name
  return (ofOneByte.test(label) ? better(sample, label) : null) ?? { label, sure }
}

/** What a reader is told of an encoding that is not sure. */
export const guessedWarning = (encoding: string): string =>
  `The file does not say how its letters are written; they were read as ${encoding}, which may be wrong.`
