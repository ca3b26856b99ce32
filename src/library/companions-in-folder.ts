import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { dirname, extname, join, sep } from 'node:path'
import { LARGEST_COMPANION, LARGEST_COMPANIONS } from './importing/pictures/companions.ts'
import type { Companions } from './importing/pictures/companions.ts'
import { isPictureFile } from './importing/pictures/media-kinds.ts'
import { systemCode } from './store/disk-failure.ts'

/** What the names of pictures end with that are kept; publishers leave it off, and their names of figures may have full stops. */
const ENDINGS = ['.jpg', '.png', '.svg', '.gif', '.webp', '.jpeg', '.avif']

/** Kinds of files for print, which are not kept: archives for readers have the same picture in one for the screen. */
const forPrint = /\.(?:tiff?|eps|pdf|ai|ps)$/i

/** Under which names a picture may lie that is called `path`. */
const namesOf = (path: string): readonly string[] => {
  if (ENDINGS.includes(extname(path).toLowerCase())) return [path]
  const bare = path.replace(forPrint, '')
  const others = ENDINGS.map(end => bare + end)
  return bare === path ? [path, ...others] : others
}

/** A relative reference as parts of a path below the file's own folder; null for any other. */
const pathOf = (reference: string): string | null => {
  const [path = ''] = reference.split(/[?#]/)
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path)) return null
  let parts: string[]
  try {
    parts = decodeURIComponent(path)
      .split('/')
      .filter(part => part !== '' && part !== '.')
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
  const leadsOut = parts.some(part => part === '..' || /[\\\0]/.test(part) || (sep === '\\' && part.includes(':')))
  return leadsOut || parts.length === 0 ? null : join(...parts)
}

/** A file that is there to be read: not a pipe, which nobody may write to, and not too large. */
const readPicture = async (path: string): Promise<Uint8Array | null> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const about = await handle.stat()
    if (!about.isFile() || about.size > LARGEST_COMPANION) return null
    const bytes = new Uint8Array(await handle.readFile())
    return isPictureFile(bytes) ? bytes : null
  } finally {
    await handle.close()
  }
}

/** Codes of a path that leads to no file, or to none that may be read: for a page that is as if it were not there. */
const ABSENT = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'EACCES',
  'EPERM',
  'ENAMETOOLONG',
  'ENXIO',
  'EIO',
  'EINVAL',
])

const readWithin = async (folder: string, path: string): Promise<Uint8Array | null> => {
  for (const name of namesOf(path)) {
    try {
      // No link may lead out of the folder in which the file lies.
      const real = await realpath(join(folder, name))
      const bytes = real.startsWith(folder + sep) ? await readPicture(real) : null
      if (bytes !== null) return bytes
    } catch (error) {
      if (!ABSENT.has(systemCode(error) ?? '')) throw error
    }
  }
  return null
}

/** The pictures that lie in the folder of the file at `path`, or below it, as saved pages and publishers' archives have them. */
export const companionsInFolder = (path: string): Companions => ({
  read: async references => {
    const found = new Map<string, Uint8Array>()
    let room = LARGEST_COMPANIONS
    const folder = await realpath(dirname(path)).catch(() => null)
    if (folder === null) return found
    for (const reference of references) {
      const below = pathOf(reference)
      const bytes = below === null ? null : await readWithin(folder, below)
      if (bytes === null || bytes.length > room) continue
      found.set(reference, bytes)
      room -= bytes.length
    }
    return found
  },
})
