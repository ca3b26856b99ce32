import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from '../importing/content-hash.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { Disk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-file.ts'
import { objectPath } from './backup-files.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** No file of a library comes near this; whatever unpacks to more was not put here by Pathmark. In bytes. */
const LARGEST_OBJECT = 1 << 30

/** What a library holds under one name: the packed content that has this hash, or what is wrong with it. */
type ObjectState =
  | { readonly state: 'good'; readonly content: Uint8Array }
  | { readonly state: 'missing' }
  | { readonly state: 'damaged' }

/** Reads an object and compares its content with its name. Throws what the disk throws. */
const inspectObject = async (library: string, hash: string): Promise<ObjectState> => {
  let packed: Buffer
  try {
    packed = await readFile(objectPath(library, hash))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { state: 'missing' }
    throw error
  }
  try {
    const content = await unpack(packed, { maxOutputLength: LARGEST_OBJECT })
    return contentHash(content) === hash ? { state: 'good', content } : { state: 'damaged' }
  } catch {
    // Whatever zlib has against it: it is not what was put there.
    return { state: 'damaged' }
  }
}

/** What is wrong with an object, in one clause; null when nothing is. */
export const problemWithObject = async (library: string, hash: string): Promise<string | null> => {
  try {
    const { state } = await inspectObject(library, hash)
    return state === 'good' ? null : `its copy is ${state}`
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return `its copy cannot be read (${code})`
  }
}

/** The content of a kept file. Fails with `library-damaged` when its copy is not there or not what was kept. */
export const readObject = async (library: string, hash: string, path: string): Promise<Result<Uint8Array>> => {
  try {
    const found = await inspectObject(library, hash)
    if (found.state === 'good') return succeed(found.content)
    return fail('library-damaged', `This backup's copy of ${path} is ${found.state}. Choose another backup.`)
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return fail(
      'not-readable',
      `This backup's copy of ${path} could not be read (${code}). Check the disk and try again.`,
    )
  }
}

/** Whether an object is there, and, where that is asked, whether it is good. Throws what the disk throws. */
export const lookForObject = async (
  library: string,
  hash: string,
  thorough: boolean,
): Promise<ObjectState['state']> => {
  if (thorough) return (await inspectObject(library, hash)).state
  try {
    return (await stat(objectPath(library, hash))).size > 0 ? 'good' : 'damaged'
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing'
    throw error
  }
}

export interface KeepObjectOptions {
  readonly library: string
  readonly disk: Disk
  /** Reads back also what an earlier backup has put there, and writes it anew when it is damaged. */
  readonly thorough: boolean
  /** Takes the hash of each content that was not there before, just before it is written. */
  readonly adding: (hash: string) => void
}

/**
 * Keeps a content under its hash, packed, flushed, and read back. What is there already is not written again.
 * Gives the hash.
 */
export const keepObject = async (
  content: Uint8Array,
  { library, disk, thorough, adding }: KeepObjectOptions,
): Promise<Result<string>> => {
  const hash = contentHash(content)
  const path = objectPath(library, hash)
  const there = await lookForObject(library, hash, thorough)
  if (there === 'good') return succeed(hash)
  if (there === 'missing') adding(hash)
  const written = await writeDurably(path, await pack(content), { keepPrevious: false, disk })
  if (!written.ok) return written
  if ((await inspectObject(library, hash)).state !== 'good') {
    return fail('not-writable', `The disk gave back something other than what was written to ${path}. Check the disk.`)
  }
  return succeed(hash)
}
