import { decodeText } from '../decode-text.ts'
import type { DecodedText } from '../decode-text.ts'

/** Text of a file that does not declare its encoding, and has nothing in it but text. Never fails; an uncertain guess is told. */
export const decodePlainText = (bytes: Uint8Array): DecodedText => decodeText(bytes, { fewest: 1 })
