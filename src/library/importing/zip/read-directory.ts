import { fromBufferPromise, getFileNameLowLevel } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { pathInside } from './zip-entry.ts'
import type { ZipEntry } from './zip-entry.ts'
import { MOST_ENTRIES } from './zip-limits.ts'

/** Why an archive cannot be used. */
export type ArchiveFault = 'damaged' | 'too-many-files' | 'overlapping-files' | 'locked'

export interface ZipDirectory {
  /** Of two with one path the later one, which programs that add to an archive put there. */
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Names that lead out of the archive; nobody can ask for them. */
  readonly outside: readonly string[]
  /** Paths that stand there more than once. */
  readonly repeated: readonly string[]
}

/** Bytes of a local header without the name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30
/** Bytes of an entry of the directory without its name (APPNOTE 4.3.12): an archive cannot hold more than it has room for. */
const LEAST_ENTRY = 46
const END_RECORD = 22
const END_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1')

/** The archive without what was appended to it, as by a transfer that fills up blocks: the library allows nothing after the end. */
const withoutTail = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf(END_SIGNATURE)
  if (end < 0 || end + END_RECORD > bytes.length) return bytes
  return bytes.subarray(0, Math.min(bytes.length, end + END_RECORD + bytes.readUInt16LE(end + 20)))
}

const dataStart = async (zip: ZipFile, entry: Entry): Promise<number | null> => {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
  } catch {
    // The library says no more than that there is no such file where the directory says it is.
    return null
  }
}

/** Two files that share bytes: that is how bombs get more out of an archive than is in it (Fifield 2019). */
const overlap = (entries: readonly ZipEntry[]): boolean => {
  const inOrder = entries.toSorted((a, b) => a.headerStart - b.headerStart)
  return inOrder.some(({ headerStart }, at) => {
    const before = inOrder[at - 1]
    return before !== undefined && before.start + before.packedSize > headerStart
  })
}

const readEntries = async (zip: ZipFile): Promise<ZipDirectory | ArchiveFault> => {
  if (zip.entryCount * LEAST_ENTRY > zip.fileSize) return 'damaged'
  if (zip.entryCount > MOST_ENTRIES) return 'too-many-files'
  const entries = new Map<string, ZipEntry>()
  const all: ZipEntry[] = []
  const outside: string[] = []
  const repeated: string[] = []
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    if (name.endsWith('/')) continue
    const path = pathInside(name)
    const start = await dataStart(zip, entry)
    const read: ZipEntry = {
      path: path ?? name,
      headerStart: entry.relativeOffsetOfLocalHeader,
      start: start ?? entry.relativeOffsetOfLocalHeader + LOCAL_HEADER,
      // One that is not where the directory says is there, and cannot be read.
      packedSize: start === null ? 0 : entry.compressedSize,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
      method: entry.compressionMethod,
      locked: entry.isEncrypted(),
    }
    all.push(read)
    if (path === null) outside.push(name)
    else {
      if (entries.has(path)) repeated.push(path)
      entries.set(path, read)
    }
  }
  return overlap(all) ? 'overlapping-files' : { entries, outside, repeated }
}

/** What an archive's directory says is in it. Nothing is unpacked. */
export const readDirectory = async (bytes: Uint8Array): Promise<ZipDirectory | ArchiveFault> => {
  const whole = withoutTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    const zip = await fromBufferPromise(whole, { decodeStrings: false, validateEntrySizes: false })
    return await readEntries(zip)
  } catch (error) {
    return error instanceof Error && error.message.includes('encryption') ? 'locked' : 'damaged'
  }
}
