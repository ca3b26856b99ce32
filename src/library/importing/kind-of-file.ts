import { archiveKind } from './zip/recognise-archive.ts'
import { decodePlainText } from './plain-text/decode-plain-text.ts'

/** What a file is that cannot be imported. */
export interface FileKind {
  /** In words with an article. */
  readonly kind: string
  /** A sentence on what to do; empty when nobody can say. */
  readonly advice: string
}

const UNPACK = 'Unpack it, and import what is in it.'
const SAVE_AS = 'Save it as HTML or PDF from the program that made it, and import that.'
const KINDLE = 'Get the book as an EPUB, and import that.'

/** First bytes of what people have beside articles, from a place on. */
const signatures: readonly (readonly [at: number, bytes: string, kind: string, advice: string])[] = [
  [0, '\u001f\u008b', 'a file packed with gzip', UNPACK],
  [0, 'BZh', 'a file packed with bzip2', UNPACK],
  [0, '\u00fd7zXZ\0', 'a file packed with xz', UNPACK],
  [0, '7z\u00bc\u00af\u0027\u001c', 'a 7z archive', UNPACK],
  [0, 'Rar!\u001a\u0007', 'a RAR archive', UNPACK],
  [257, 'ustar', 'a tar archive', UNPACK],
  [60, 'BOOKMOBI', 'a Kindle book', KINDLE],
  [0, 'TPZ', 'a Kindle book', KINDLE],
  [0, 'CONT\u0002\0', 'a Kindle book', KINDLE],
  [0, '\u00eaDRMION\u00ee', 'a Kindle book that its seller has locked', KINDLE],
  [0, '{\\rtf', 'an RTF document', SAVE_AS],
  [0, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'a document of an older Microsoft Office', SAVE_AS],
  [0, 'AT&TFORM', 'a DjVu document', 'Convert it to PDF, and import that.'],
  [0, '%!PS', 'a PostScript document', 'Convert it to PDF, and import that.'],
  [0, '\u0089PNG\r\n', 'a picture', ''],
  [0, '\u00ff\u00d8\u00ff', 'a picture', ''],
  [0, 'GIF8', 'a picture', ''],
  [0, 'II*\0', 'a picture', ''],
  [0, 'MM\0*', 'a picture', ''],
  [0, 'SQLite format 3\0', 'an SQLite database', ''],
]

/** Bytes in which a text says what it is. */
const HEAD = 8 * 1024

/** What may stand before the root element of XML: a declaration, instructions, comments and a document type, with declarations of its own or without. */
const BEFORE_ROOT = /^(?:\s+|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>)*/i
const ROOT = /^<(?:[\w.-]+:)?([\w.-]{1,60})(?=[\s/>])/

const ofXml = (text: string): FileKind | null => {
  const rest = text.replace(BEFORE_ROOT, '')
  const root = ROOT.exec(rest)?.[1]
  if (root === undefined || !text.trimStart().startsWith('<')) return null
  if (root === 'svg') return { kind: 'a drawing (SVG)', advice: '' }
  const other = root === 'article' ? ' that is not one of JATS' : ''
  return { kind: `XML with the outermost element “${root}”${other}`, advice: '' }
}

/** What a file is that is none of the formats which can be imported; null when nothing is known of it. */
export const kindOfFile = (bytes: Uint8Array): FileKind | null => {
  const archive = archiveKind(bytes)
  if (archive !== null) return { kind: archive, advice: '' }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
  const start = head.toString('latin1')
  const signed = signatures.find(([at, signature]) => start.startsWith(signature, at))
  if (signed !== undefined) return { kind: signed[2], advice: signed[3] }
  if (head.includes(0)) return null
  const { text } = decodePlainText(head)
  return /^\s*[[{]/.test(text) ? { kind: 'a list or record in JSON', advice: '' } : ofXml(text)
}
