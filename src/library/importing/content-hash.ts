import { createHash } from 'node:crypto'

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in lower-case hexadecimal. */
export const contentHash = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
