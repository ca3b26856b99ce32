import { isUtf8 } from 'node:buffer'
import { parseJson } from '#core/text/parse-json.ts'
import { CHECKSUM_FIELD, checksumOf, ending } from './serialise.ts'

/** The JSON object that some bytes hold, without its checksum; or what is wrong with them, in one clause. */
export type ReadJson =
  | {
      readonly fields: Readonly<Record<string, unknown>>
      /** `absent`: written before there were checksums, or by hand. */
      readonly checksum: 'right' | 'wrong' | 'absent'
    }
  | { readonly problem: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** Some editors put a mark before the first character. It says nothing, and what follows it is whole. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, place) => bytes[place] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes

/** True when the bytes end with the checksum of those before it, in the very form in which it is written. */
const endsWith = (bytes: Uint8Array, checksum: unknown): boolean => {
  if (typeof checksum !== 'string') return false
  const end = Buffer.from(ending(checksum), 'utf8')
  const head = bytes.subarray(0, Math.max(0, bytes.length - end.length))
  return end.equals(bytes.subarray(head.length)) && checksumOf(head) === checksum
}

const CHECKSUM = /^sha256-[\da-f]{64}$/u

/** True when the last field is a checksum by all but its name: one wrong bit there must not pass for a change by hand. */
const hasNameless = (value: Readonly<Record<string, unknown>>): boolean => {
  const last = Object.values(value).at(-1)
  return typeof last === 'string' && CHECKSUM.test(last)
}

/** Reads a JSON file's bytes and compares them with the checksum that they end with. */
export const readJson = (content: Uint8Array): ReadJson => {
  const bytes = withoutMark(content)
  if (bytes.length === 0) return { problem: 'it is empty' }
  if (bytes.includes(0)) return { problem: 'it holds NUL bytes, as after a power cut' }
  // Looked at apart: a decoder that refuses what is no UTF-8 takes as long as all the rest of opening a long list.
  if (!isUtf8(bytes)) return { problem: 'it is not UTF-8 text' }
  let value: unknown
  try {
    value = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'it is not whole JSON' }
    throw error
  }
  if (!isRecord(value)) return { problem: 'it holds no JSON object' }
  if (!Object.hasOwn(value, CHECKSUM_FIELD)) return { fields: value, checksum: hasNameless(value) ? 'wrong' : 'absent' }
  const { [CHECKSUM_FIELD]: checksum, ...fields } = value
  return { fields, checksum: endsWith(bytes, checksum) ? 'right' : 'wrong' }
}
