import type { PictureExtension } from '#core/article/asset.ts'
import { beginsAsKept } from '../drawings/begins-as-kept.ts'
import { looksLikeDrawing } from '../drawings/looks-like-drawing.ts'

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

export const DRAWING_TYPE = 'image/svg+xml'

export interface MediaKind {
  /** What names of such files end with, the usual one first. */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Whether bytes begin as those of this kind do. */
  readonly isKind: (bytes: Uint8Array) => boolean
}

/**
 * The kinds of pictures and fonts that the program keeps and serves, each known by its first bytes (signatures of RFC 2083, ISO 10918-1,
 * GIF89a, RFC 9649, ISO 23000-22 and the OpenType and WOFF specifications). A drawing in SVG is markup: what begins as one is one only when there is
 * nothing in it that a kept drawing may not have, which `drawingIn` and `isKeptDrawing` tell.
 */
const pictureKinds: readonly (MediaKind & { readonly extensions: readonly [PictureExtension, ...string[]] })[] = [
  { extensions: ['png'], mediaType: 'image/png', isKind: bytes => startsWith(bytes, '\u0089PNG\r\n\u001a\n') },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', isKind: bytes => startsWith(bytes, '\u00ff\u00d8\u00ff') },
  {
    extensions: ['gif'],
    mediaType: 'image/gif',
    isKind: bytes => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'),
  },
  {
    extensions: ['webp'],
    mediaType: 'image/webp',
    isKind: bytes => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
  },
  {
    extensions: ['avif'],
    mediaType: 'image/avif',
    isKind: bytes => startsWith(bytes, 'ftypavif', 4) || startsWith(bytes, 'ftypavis', 4),
  },
  { extensions: ['svg'], mediaType: DRAWING_TYPE, isKind: beginsAsKept },
]

export const mediaKinds: readonly MediaKind[] = [
  ...pictureKinds,
  { extensions: ['woff2'], mediaType: 'font/woff2', isKind: bytes => startsWith(bytes, 'wOF2') },
  { extensions: ['woff'], mediaType: 'font/woff', isKind: bytes => startsWith(bytes, 'wOFF') },
  { extensions: ['ttf'], mediaType: 'font/ttf', isKind: bytes => startsWith(bytes, '\u0000\u0001\u0000\u0000') },
  { extensions: ['otf'], mediaType: 'font/otf', isKind: bytes => startsWith(bytes, 'OTTO') },
]

/** The kind of a picture by its first bytes, as what its name ends with; null for anything else. */
export const extensionByStart = (bytes: Uint8Array): PictureExtension | null =>
  pictureKinds.find(({ isKind }) => isKind(bytes))?.extensions[0] ?? null

/** True for a file that an import may ask for: a picture that may be kept, or a drawing that one may be made of. */
export const isPictureFile = (bytes: Uint8Array): boolean => extensionByStart(bytes) !== null || looksLikeDrawing(bytes)
