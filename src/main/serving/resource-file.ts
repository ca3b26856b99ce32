import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { contentHash } from '#library/importing/content-hash.ts'
import { DRAWING_TYPE, mediaKinds } from '#library/importing/pictures/media-kinds.ts'
import { isKeptDrawing } from '#library/importing-apart/is-kept-drawing.ts'
import { systemCode } from '#library/store/disk-failure.ts'

/** Larger pictures are not those of an article; 64 MiB. */
const LARGEST = 64 * 1024 * 1024

const NAME = /^([\da-f]{64})\.([a-z\d]{3,5})$/

export interface ResourceFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Neither the folder nor the file may be a link: what is served lies where it seems to. */
const readPlainFile = async (folder: string, name: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (!(await lstat(folder)).isDirectory()) return null
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const about = await file.stat()
    return about.isFile() && about.size <= most ? new Uint8Array(await file.readFile()) : null
  } finally {
    await file.close()
  }
}

/** What the system says of a file that is not there, or is a link. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EMLINK'])

/**
 * Reads a picture or font of an article. Its name is the SHA-256 of its bytes and the extension of its kind; what has another name, other
 * bytes than its name says, or another kind is not given. Null when there is no such file, or one of more than `most` bytes; throws what the disk refuses.
 */
export const readResourceFile = async (
  folder: string,
  name: string,
  most: number = LARGEST,
): Promise<ResourceFile | null> => {
  const [, hash, extension] = NAME.exec(name) ?? []
  const kind = mediaKinds.find(({ extensions }) => extension !== undefined && extensions.includes(extension))
  if (kind === undefined) return null
  try {
    const bytes = await readPlainFile(folder, name, most)
    if (bytes === null || !kind.isKind(bytes) || contentHash(bytes) !== hash) return null
    if (kind.mediaType === DRAWING_TYPE && !(await isKeptDrawing(hash, bytes))) return null
    return { mediaType: kind.mediaType, bytes }
  } catch (error) {
    if (ABSENT.has(systemCode(error) ?? '')) return null
    throw error
  }
}
