import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { systemCode } from '#library/store/disk-failure.ts'
import { previousPath, writeDurably } from '#library/store/durable-file.ts'
import { setAside } from '#library/store/set-aside.ts'
import { keepDrafts } from './kept-drafts.ts'
import type { DraftBook } from './kept-drafts.ts'

/** Pause between two writes, in milliseconds: what a crash of the whole program may cost. */
const BEAT = 1_000

const fileSchema = v.object({ format: v.literal(1), libraries: v.record(v.string(), v.record(v.string(), v.string())) })

type Read =
  | { readonly state: 'good'; readonly file: v.InferOutput<typeof fileSchema> }
  | { readonly state: 'bad' | 'none' }

const readDrafts = async (path: string): Promise<Read> => {
  try {
    const parsed = v.safeParse(fileSchema, parseJson(await readFile(path, 'utf8')))
    return parsed.success ? { state: 'good', file: parsed.output } : { state: 'bad' }
  } catch (error) {
    return { state: systemCode(error) === 'ENOENT' ? 'none' : 'bad' }
  }
}

/** The drafts of one library, in memory and a moment later on the disk. */
export interface KeptDraftsFile {
  /** Of the library that is open. */
  readonly drafts: () => DraftBook
  /** Goes on with those of another library; those of the one before stay, and are written with the next change at the latest. */
  readonly changeLibrary: (folder: string) => Promise<Result<null>>
  /** Answers when what is held is on the disk. */
  readonly flush: () => Promise<Result<null>>
}

export interface DraftsFileOptions {
  /** Of `drafts.json`, outside of every library: a library's disk may be the one that refuses. */
  readonly path: string
  /** The folder of the library that the drafts belong to. */
  readonly library: string
  readonly now: () => Date
  /** Takes why drafts are in memory only. */
  readonly report: (message: string) => void
}

/**
 * Reads the drafts and keeps them. A damaged file is set aside and the one before it read; without either, there are none.
 * Other libraries' drafts stay as they are.
 */
export const openDrafts = async ({ path, library: first, now, report }: DraftsFileOptions): Promise<KeptDraftsFile> => {
  let read = await readDrafts(path)
  let keepPrevious = true
  if (read.state === 'bad') {
    const aside = await setAside(path, now().toISOString())
    if (!aside.ok) report(`The damaged drafts could not be set aside: ${aside.error.message}`)
    keepPrevious = false
  }
  if (read.state !== 'good') read = await readDrafts(previousPath(path))
  const libraries = new Map(Object.entries(read.state === 'good' ? read.file.libraries : {}))
  let library = first

  let timer: NodeJS.Timeout | null = null
  let changes = 0
  let written = 0
  let writing: Promise<Result<null>> = Promise.resolve(succeed(null))
  const beat = (): void => {
    timer ??= setTimeout(() => void flush(), BEAT)
  }
  const bookOf = (folder: string): DraftBook =>
    keepDrafts(
      new Map(Object.entries(libraries.get(folder) ?? {})),
      () => {
        changes += 1
        beat()
      },
      () => now().getTime(),
    )
  let drafts = bookOf(library)
  const gather = (): void => {
    libraries.delete(library)
    if (drafts.all().size > 0) libraries.set(library, Object.fromEntries(drafts.all()))
  }
  const write = async (): Promise<Result<null>> => {
    const state = changes
    if (state === written) return succeed(null)
    gather()
    const content = `${JSON.stringify({ format: 1, libraries: Object.fromEntries(libraries) }, null, 2)}\n`
    const result = await writeDurably(path, content, { keepPrevious })
    if (result.ok) {
      written = state
      keepPrevious = true
    } else {
      report(`What is being written is kept in memory only: ${result.error.message}`)
      beat()
    }
    return result
  }
  const flush = (): Promise<Result<null>> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    writing = writing.then(write)
    return writing
  }
  const changeLibrary = async (folder: string): Promise<Result<null>> => {
    const flushed = await flush()
    gather()
    library = folder
    drafts = bookOf(folder)
    return flushed
  }
  return { drafts: () => drafts, changeLibrary, flush }
}
