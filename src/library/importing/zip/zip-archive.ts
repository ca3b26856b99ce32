import { crc32, inflateRawSync } from 'node:zlib'
import type { ZipDirectory } from './read-directory.ts'
import type { ZipEntry } from './zip-entry.ts'
import { isBomb, LARGEST_ENTRY, LARGEST_UNPACKED } from './zip-limits.ts'

/** What came of unpacking one file. */
export type Unpacked =
  | {
      readonly kind: 'bytes'
      readonly bytes: Uint8Array
      /** False when the bytes are not those that were packed, by their checksum. */
      readonly intact: boolean
    }
  | { readonly kind: 'missing' | 'locked' | 'unknown-packing' | 'damaged' | 'too-large' | 'bomb' }

const STORED = 0
const DEFLATED = 8

const isTooLong = (error: unknown): boolean =>
  error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

const isInflateFault = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_')

/** Names that differ only in case, as on the systems where many books are made. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase()

/** The files of an archive, unpacked one by one when they are asked for, and no further than they may be. */
export class ZipArchive {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>
  readonly #folded = new Map<string, string>()
  #left = LARGEST_UNPACKED

  constructor(bytes: Uint8Array, directory: ZipDirectory) {
    this.#bytes = bytes
    this.#entries = directory.entries
    for (const path of directory.entries.keys()) {
      const key = folded(path)
      if (!this.#folded.has(key)) this.#folded.set(key, path)
    }
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** The path under which the archive has a file: as it is asked for, or else in other case. Null when it has none. */
  find(path: string): string | null {
    return this.#entries.has(path) ? path : (this.#folded.get(folded(path)) ?? null)
  }

  /** Unpacks a file. Limits count what comes out, whatever the archive says of it. */
  read(path: string): Unpacked {
    const entry = this.#entries.get(this.find(path) ?? '')
    if (entry === undefined) return { kind: 'missing' }
    if (entry.locked) return { kind: 'locked' }
    if (entry.method !== STORED && entry.method !== DEFLATED) return { kind: 'unknown-packing' }
    const most = Math.min(LARGEST_ENTRY, this.#left)
    if (isBomb(entry.packedSize, entry.size)) return { kind: 'bomb' }
    if (entry.size > most) return { kind: 'too-large' }
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packedSize)
    const bytes = this.#unpack(packed, entry)
    if (bytes === null || bytes.length !== entry.size) return { kind: 'damaged' }
    this.#left -= bytes.length
    return { kind: 'bytes', bytes, intact: crc32(bytes) === entry.crc32 }
  }

  #unpack(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | null {
    if (method === STORED) return packed
    try {
      // Zero stands for no limit.
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    } catch (error) {
      if (isTooLong(error) || isInflateFault(error)) return null
      throw error
    }
  }
}
