import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash } from '#library/importing/content-hash.ts'
import { systemCode } from '#library/store/disk-failure.ts'

/** Larger pictures are not those of an article; 64 MiB. */
const LARGEST = 64 * 1024 * 1024

const NAME = /^([\da-f]{64})\.([a-z\d]{3,5})$/

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/**
 * The kinds that are served: pictures made of points, and fonts. Each is known by its first bytes (signatures of RFC 2083, ISO 10918-1,
 * GIF89a, RFC 9649, ISO 23000-22 and the OpenType and WOFF specifications). Text formats such as SVG and HTML are not among them.
 */
const KINDS: readonly { extensions: readonly string[]; mediaType: string; isKind: (bytes: Uint8Array) => boolean }[] = [
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
  { extensions: ['woff2'], mediaType: 'font/woff2', isKind: bytes => startsWith(bytes, 'wOF2') },
  { extensions: ['woff'], mediaType: 'font/woff', isKind: bytes => startsWith(bytes, 'wOFF') },
  { extensions: ['ttf'], mediaType: 'font/ttf', isKind: bytes => startsWith(bytes, '\u0000\u0001\u0000\u0000') },
  { extensions: ['otf'], mediaType: 'font/otf', isKind: bytes => startsWith(bytes, 'OTTO') },
]

export interface ResourceFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Neither the folder nor the file may be a link: what is served lies where it seems to. */
const readPlainFile = async (folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (!(await lstat(folder)).isDirectory()) return null
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const about = await file.stat()
    return about.isFile() && about.size <= LARGEST ? new Uint8Array(await file.readFile()) : null
  } finally {
    await file.close()
  }
}

/** What the system says of a file that is not there, or is a link. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EMLINK'])

/**
 * Reads a picture or font of an article. Its name is the SHA-256 of its bytes and the extension of its kind; what has another name, other
 * bytes than its name says, or another kind is not given. Null when there is no such file; throws what the disk refuses.
 */
export const readResourceFile = async (folder: string, name: string): Promise<ResourceFile | null> => {
  const [, hash, extension] = NAME.exec(name) ?? []
  const kind = KINDS.find(({ extensions }) => extension !== undefined && extensions.includes(extension))
  if (kind === undefined) return null
  try {
    const bytes = await readPlainFile(folder, name)
    if (bytes === null || !kind.isKind(bytes)) return null
    return contentHash(bytes) === hash ? { mediaType: kind.mediaType, bytes } : null
  } catch (error) {
    if (ABSENT.has(systemCode(error) ?? '')) return null
    throw error
  }
}
