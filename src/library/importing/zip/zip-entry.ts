/** A file of an archive, as the archive's directory has it. */
export interface ZipEntry {
  /** With `/` between folders, without any that leads out or says nothing. */
  readonly path: string
  /** Where its header starts, and its bytes as they are packed. */
  readonly headerStart: number
  readonly start: number
  readonly packedSize: number
  readonly size: number
  readonly crc32: number
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number
  /** Locked with a password. */
  readonly locked: boolean
}

/**
 * The way to a file inside of an archive: `.` and empty parts left out, `..` resolved. Null for one that leads out of it, names a drive, or
 * names nothing.
 */
export const pathInside = (name: string): string | null => {
  const parts: string[] = []
  for (const part of name.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.length === 0 || /^[A-Za-z]:$/.test(parts[0] ?? '') || name.includes('\0') ? null : parts.join('/')
}
