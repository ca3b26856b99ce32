import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockLibrary } from '../library-lock.ts'
import { systemCode } from '../store/disk-failure.ts'
import type { IndexPlace } from './index-file.ts'

/** The folder of a library that holds its search index: a cache, which may be deleted at any time. */
export const searchFolder = (library: string): string => join(library, 'search')

export interface PlacedIndex {
  readonly place: IndexPlace
  /** Lets another program own it. */
  release(): Promise<void>
}

export interface PlaceOptions {
  readonly library: string
  readonly program: string
  readonly now: () => string
}

const FILE = 'index.sqlite'

/** An index of our own for as long as it is used, for a library on a disk that cannot be written. It begins as a copy of what is there. */
const placeElsewhere = async (library: string): Promise<PlacedIndex> => {
  const folder = await mkdtemp(join(tmpdir(), 'pathmark-search-'))
  const path = join(folder, FILE)
  try {
    await copyFile(join(searchFolder(library), FILE), path)
  } catch (error) {
    if (systemCode(error) === null) throw error
    await rm(path, { force: true })
  }
  return { place: { path, access: 'own' }, release: () => rm(folder, { recursive: true, force: true }) }
}

/**
 * Where the index of a library is kept: in its folder `search`, which one program at a time may write, whether or not it may write the
 * library itself. While another has it, it is read as it is.
 */
export const placeIndex = async ({ library, program, now }: PlaceOptions): Promise<PlacedIndex> => {
  const folder = searchFolder(library)
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) === null) throw error
    if (systemCode(error) !== 'EEXIST') return placeElsewhere(library)
  }
  const lock = await lockLibrary({ path: join(folder, 'owner.lock'), program, now, patience: 0 })
  if (lock.state === 'refused') return placeElsewhere(library)
  const path = join(folder, FILE)
  if (lock.state === 'busy') return { place: { path, access: 'read' }, release: () => Promise.resolve() }
  return { place: { path, access: 'own' }, release: () => lock.lock.release() }
}
