import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into an archive, and what is to be wrong with it. */
export interface ZippedFile {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** The sizes and the checksum stand after the bytes, as in archives that are written in one go (APPNOTE 4.3.9). */
  readonly descriptor?: boolean
  /** What the archive says of the file, when that is not so. */
  readonly said?: {
    readonly size?: number
    readonly crc32?: number
    readonly flags?: number
    readonly headerStart?: number
  }
  /** How the archive says that it is packed (APPNOTE 4.4.5), when that is not so. */
  readonly method?: number
  /** Bytes in place of the packed ones. */
  readonly packed?: Uint8Array
  /** Sizes and place in a zip64 extra field (APPNOTE 4.5.3). */
  readonly zip64?: boolean
}

const UTF8 = 0x800
const DESCRIPTOR = 0x8
const FULL = 0xffffffff

const asBytes = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)

const numbers = (...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return buffer
}

interface Written {
  readonly local: Buffer
  readonly directory: (start: number) => Buffer
}

const write = ({
  name,
  content,
  stored = false,
  descriptor = false,
  said = {},
  packed,
  zip64 = false,
  method = stored ? 0 : 8,
}: ZippedFile): Written => {
  const nameBytes = asBytes(name)
  const bytes = asBytes(content)
  const data = packed ?? (stored ? bytes : deflateRawSync(bytes))
  const flags = said.flags ?? (typeof name === 'string' ? UTF8 : 0) | (descriptor ? DESCRIPTOR : 0)
  const check = said.crc32 ?? crc32(bytes)
  const size = said.size ?? bytes.length
  const sizes = [
    [4, check],
    [4, data.length],
    [4, size],
  ] as const
  const nothing = [
    [4, 0],
    [4, 0],
    [4, 0],
  ] as const
  const local = Buffer.concat([
    numbers(
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      ...(descriptor ? nothing : sizes),
      [2, nameBytes.length],
      [2, 0],
    ),
    nameBytes,
    data,
    ...(descriptor ? [numbers([4, 0x08074b50], ...sizes)] : []),
  ])
  const directory = (start: number): Buffer => {
    const place = said.headerStart ?? start
    const extra = zip64 ? numbers([2, 1], [2, 24], [8, size], [8, data.length], [8, place]) : Buffer.alloc(0)
    const shown = zip64
      ? ([
          [4, check],
          [4, FULL],
          [4, FULL],
        ] as const)
      : sizes
    return Buffer.concat([
      numbers([4, 0x02014b50], [2, 45], [2, 45], [2, flags], [2, method], [4, 0], ...shown),
      numbers([2, nameBytes.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, zip64 ? FULL : place]),
      nameBytes,
      extra,
    ])
  }
  return { local, directory }
}

/** A ZIP archive, byte by byte, so that it can be wrong in any way that one may be. */
export const writeZip = (files: readonly ZippedFile[], tail: Uint8Array = Buffer.alloc(0)): Buffer => {
  const written = files.map(write)
  let start = 0
  const directory: Buffer[] = []
  for (const { local, directory: entry } of written) {
    directory.push(entry(start))
    start += local.length
  }
  const list = Buffer.concat(directory)
  const end = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, files.length],
    [2, files.length],
    [4, list.length],
    [4, start],
    [2, 0],
  )
  return Buffer.concat([...written.map(({ local }) => local), list, end, tail])
}
