import type { ReadFile } from '../read-file.ts'
import { LARGEST_COMPANION, LARGEST_COMPANIONS } from '../pictures/companions.ts'
import { isPictureFile } from '../pictures/media-kinds.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'

/** The pictures of a book, by their paths in the archive; as large, one and all, as those beside a page may be. */
export const bookPictures = (archive: ZipArchive): NonNullable<ReadFile['picture']> => {
  let left = LARGEST_COMPANIONS
  return path => {
    const read = archive.read(path)
    // A picture with another checksum than its own may be whole all the same; its first bytes tell, and its size.
    if (read.kind !== 'bytes' || read.bytes.length > Math.min(LARGEST_COMPANION, left)) return null
    if (!isPictureFile(read.bytes)) return null
    left -= read.bytes.length
    return read.bytes
  }
}
