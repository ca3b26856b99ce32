import { LARGEST_DRAWING } from './begins-as-kept.ts'

/** Characters within which a file says that it is a drawing. */
const OPENING = 8 * 1024

/** What may stand before the root of a document: its declaration, notes, instructions, and its type with what that declares. */
const beforeRoot = /^\ufeff?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^<>[\]]|\[[^\]]*\])*>)*/i
const root = /^<(?:[\w-]+:)?svg[\s/>]/i

/** True for a file in SVG, whatever is in it. */
export const looksLikeDrawing = (bytes: Uint8Array): boolean => {
  if (bytes.length > LARGEST_DRAWING) return false
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, OPENING))
  return root.test(text.slice(beforeRoot.exec(text)?.[0].length ?? 0))
}
