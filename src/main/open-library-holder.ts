import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary, OpenLibraryOptions } from '#library/open-library.ts'
import { openLibrary } from '#library/library.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** The one library that the window shows: opened at start, or the failure that kept it from opening. */
export interface LibraryHolder {
  /** Opens it, or waits for the opening that is under way. */
  current(): Promise<Result<OpenLibrary>>
  /** Makes the library that was not there, and opens it. */
  create(): Promise<Result<OpenLibrary>>
  /** Opens the library once more, for one that could only be read because something was in the way. */
  reopen(): Promise<Result<OpenLibrary>>
  /** The folder of the library that is open, or that could not be opened. */
  folder(): string
  /**
   * Opens another library and puts it in the place of this one, which is closed then. When the other cannot be opened, or a step before that
   * says no (`cancelled` when the reader did), the other is closed again and this one stays as it is.
   */
  change(other: Pick<OpenLibraryOptions, 'folder' | 'create'>, steps: ChangeSteps): Promise<Result<OpenLibrary>>
  /** @param leave closes what works on the library, before that is closed itself */
  close(leave?: () => Promise<void>): Promise<void>
}

/** What is done on the way from one library to another, in this order. */
export interface ChangeSteps {
  /** Asked before a library takes the place that can only be read. */
  readonly mayRead: (path: string, reason: string) => Promise<boolean>
  /** Lets go of the library that was open. From here on the change goes through, unless this refuses. */
  readonly leave: () => Promise<Result<null>>
  /** The other library is in the place, and the first one closed. */
  readonly entered: (library: OpenLibrary) => Promise<void>
}

/** A fault while opening is a bug; the window can still say that something went wrong and where. */
const open = async (options: OpenLibraryOptions): Promise<Result<OpenLibrary>> => {
  try {
    return await openLibrary(options)
  } catch (error) {
    console.error('Opening the library failed:', error)
    return fail(
      'unexpected',
      `The library in ${options.folder} could not be opened because of a fault in Pathmark. Nothing in it was changed.`,
    )
  }
}

const closed = (): Result<never> => fail('library-missing', 'The library is closed.')

/** What opens a library, and the helpers of its own that are closed with it. */
export interface HeldLibraryOptions extends Omit<OpenLibraryOptions, 'extractor' | 'importer'> {
  readonly helpers?: () => Pick<OpenLibraryOptions, 'extractor' | 'importer'>
}

/** What a library that was left still had to do may fail; it is left all the same. */
const closeLeft = async (library: OpenLibrary): Promise<void> => {
  try {
    await library.close()
  } catch (error) {
    console.error(`Closing the library in ${library.path} failed:`, error)
  }
}

/** Opens the library when it is first asked for. */
export const holdLibrary = ({ helpers, ...first }: HeldLibraryOptions): LibraryHolder => {
  let options: OpenLibraryOptions = { ...first, ...helpers?.() }
  let opening: Promise<Result<OpenLibrary>> | null = null
  /** What opens or closes a library. Two that overlapped could leave one open that nobody holds. */
  const inTurn = oneAtATime()
  const current = (): Promise<Result<OpenLibrary>> => (opening ??= open(options))
  const createFrom = async (before: Promise<Result<OpenLibrary>>): Promise<Result<OpenLibrary>> => {
    const library = await before
    return library.ok ? library : open({ ...options, create: true })
  }
  const reopenFrom = async (before: Promise<Result<OpenLibrary>>): Promise<Result<OpenLibrary>> => {
    const library = await before
    if (library.ok && library.value.writable) return library
    if (library.ok) await library.value.close()
    return open(options)
  }
  const change: LibraryHolder['change'] = async (other, { mayRead, leave, entered }) => {
    const theirs = { ...options, ...helpers?.(), ...other }
    const opened = await open(theirs)
    if (!opened.ok) return opened
    const { readOnlyReason, path } = opened.value
    const before = await opening
    let inPlace = false
    try {
      if (readOnlyReason !== null && !(await mayRead(path, readOnlyReason)))
        return fail('cancelled', 'The library that was open stays open.')
      const left = await leave()
      if (!left.ok) return left
      options = { ...theirs, create: false }
      opening = Promise.resolve(opened)
      inPlace = true
    } finally {
      if (!inPlace) await opened.value.close()
    }
    if (before?.ok) await closeLeft(before.value)
    await entered(opened.value)
    return opened
  }
  return {
    current,
    create: () => inTurn(() => (opening = createFrom(current()))),
    reopen: () => inTurn(() => (opening = reopenFrom(current()))),
    folder: () => options.folder,
    change: (other, steps) => inTurn(() => change(other, steps)),
    close: leave =>
      inTurn(async () => {
        await leave?.()
        const library = await opening
        opening = Promise.resolve(closed())
        if (library?.ok) await library.value.close()
      }),
  }
}

export const entryOf = (library: OpenLibrary, id: string): Result<DocumentEntry> => {
  const entry = library.documents().find(document => document.id === id)
  return entry
    ? { ok: true, value: entry }
    : fail('document-unknown', 'This article is not in the library any more. Choose another one in the library list.')
}
