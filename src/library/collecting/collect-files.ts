import { constants } from 'node:fs'
import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SNIFFED_LENGTH, recogniseFormat } from '../importing/recognise-format.ts'
import { readFailure, systemCode } from '../store/disk-failure.ts'
import { endingOf, isArticle, promisesArticle } from './article-names.ts'
import { companionFoldersAmong, isHidden } from './passed-folders.ts'

/** Articles that are taken from folders in one go. */
export const MOST_FILES = 20_000

/** Folders inside each other. */
const DEEPEST = 64

/** What was found where the reader pointed. */
export interface CollectedFiles {
  /** Files to import, in the order of their names as people count: `2` before `10`. */
  readonly files: readonly string[]
  /** Files that are no articles, by what their names end with (empty for those without). */
  readonly passedOver: ReadonlyMap<string, number>
  /** Folders and files that could not be looked at, a line each. */
  readonly problems: readonly string[]
  /** True when there were more than `MOST_FILES`: the others are not among `files`. */
  readonly tooMany: boolean
}

export interface CollectOptions {
  /** Folder that is left out wherever it lies: the library's own. */
  readonly except?: string
  readonly signal?: AbortSignal
  /** Called with the number of articles that were found so far. */
  readonly found?: (files: number) => void
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The first bytes of a file; null for what is no plain file. */
const startOf = async (path: string): Promise<Uint8Array | null> => {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile()) return null
    const start = new Uint8Array(SNIFFED_LENGTH)
    const { bytesRead } = await handle.read(start, 0, start.length)
    return start.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** One walk through what the reader pointed at. */
class Collector {
  readonly files: string[] = []
  readonly passedOver = new Map<string, number>()
  readonly problems: string[] = []
  tooMany = false
  readonly #options: CollectOptions
  readonly #except: string | null
  /** Folders that were walked through, by their real paths: one that is given twice, or lies in another, is walked once. */
  readonly #walked = new Set<string>()
  readonly #taken = new Set<string>()

  constructor(options: CollectOptions, except: string | null) {
    this.#options = options
    this.#except = except
  }

  /** What the reader pointed at is taken whatever it is called; what it is, is said when it is imported. */
  async take(path: string): Promise<void> {
    try {
      if ((await stat(path)).isDirectory()) await this.#walk(path, 0)
      else this.#add(path)
    } catch (error) {
      // A file that is not there is told by its import.
      if (systemCode(error) === undefined) throw error
      this.#add(path)
    }
  }

  get #over(): boolean {
    return this.tooMany || this.#options.signal?.aborted === true
  }

  async #walk(folder: string, depth: number): Promise<void> {
    const real = await realpath(folder)
    if (this.#walked.has(real) || real === this.#except) return
    this.#walked.add(real)
    if (depth > DEEPEST) {
      this.problems.push(`${folder} lies in more than ${DEEPEST} folders and was not looked into.`)
      return
    }
    const entries = (await readdir(folder, { withFileTypes: true })).toSorted(
      (a, b) => byName.compare(a.name, b.name) || (a.name < b.name ? -1 : 1),
    )
    const belongsToPage = companionFoldersAmong(entries.map(({ name }) => name))
    for (const entry of entries) {
      if (this.#over) return
      if (isHidden(entry.name)) continue
      if (entry.isDirectory() && belongsToPage(entry.name)) continue
      await this.#enter(join(folder, entry.name), entry, depth)
    }
  }

  async #enter(path: string, entry: Dirent, depth: number): Promise<void> {
    try {
      if (entry.isDirectory()) await this.#walk(path, depth + 1)
      // A link to a folder may lead anywhere, and in a circle: only links to files are followed.
      else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path)).isFile()))
        await this.#look(path, entry.name)
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      this.problems.push(readFailure(error, path).message)
    }
  }

  async #look(path: string, name: string): Promise<void> {
    const start = promisesArticle(name) ? null : await startOf(path)
    if (isArticle(name, start === null ? null : recogniseFormat(start))) this.#add(path)
    else this.passedOver.set(endingOf(name), (this.passedOver.get(endingOf(name)) ?? 0) + 1)
  }

  #add(path: string): void {
    if (this.#taken.has(path)) return
    if (this.files.length === MOST_FILES) {
      this.tooMany = true
      return
    }
    this.#taken.add(path)
    this.files.push(path)
    this.#options.found?.(this.files.length)
  }
}

/**
 * The files that are to be imported when the reader points at files and folders. Folders are looked through with all that is below
 * them; what is hidden, what belongs to a saved page and what is no article is left out.
 */
export const collectFiles = async (paths: readonly string[], options: CollectOptions = {}): Promise<CollectedFiles> => {
  const except = options.except === undefined ? null : await realpath(options.except).catch(() => null)
  const collector = new Collector(options, except)
  for (const path of paths) await collector.take(path)
  const { files, passedOver, problems, tooMany } = collector
  return { files, passedOver, problems, tooMany }
}
