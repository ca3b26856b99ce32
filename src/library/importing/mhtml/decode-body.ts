import type { MimePart } from './mime-parts.ts'

const EQUALS = 0x3d
const SPACE = 0x20
const TAB = 0x09

const digit = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The end of a soft line break whose `=` stands before `at`; `at` itself when there is none. */
const afterSoftBreak = (bytes: Uint8Array, at: number): number => {
  let place = at
  while (bytes[place] === SPACE || bytes[place] === TAB) place += 1
  if (place === bytes.length) return place
  if (bytes[place] === 0x0d) place += 1
  return bytes[place] === 0x0a ? place + 1 : at
}

/** Quoted-printable (RFC 2045, 6.7). What makes no sense stays as it is. */
export const decodeQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(bytes.length)
  let filled = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === EQUALS) {
      const [high, low] = [digit(bytes[at]), digit(bytes[at + 1])]
      if (high >= 0 && low >= 0) {
        decoded[filled++] = high * 16 + low
        at += 2
        continue
      }
      const next = afterSoftBreak(bytes, at)
      if (next > at || at === bytes.length) {
        at = next
        continue
      }
    }
    decoded[filled++] = byte
  }
  return decoded.subarray(0, filled)
}

/** What a part holds, out of the form in which it was sent. */
export const decodeBody = ({ fields, body }: MimePart): Uint8Array => {
  const coding = fields.get('content-transfer-encoding') ?? ''
  switch (coding.toLowerCase()) {
    case 'base64':
      return new Uint8Array(Buffer.from(body.toString('latin1'), 'base64'))
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    default:
      return new Uint8Array(body)
  }
}
