import type { DocumentEntry } from '#core/article/document-entry.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary, OpenLibraryOptions } from '#library/open-library.ts'
import { openLibrary } from '#library/library.ts'

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
   * Opens another library and puts it in the place of this one, which is closed after `leave` is through. When the other cannot be opened,
   * or can only be read and `mayRead` does not agree (`cancelled`), this one stays as it is.
   */
  change(
    other: Pick<OpenLibraryOptions, 'folder' | 'create'>,
    mayRead: (path: string, reason: string) => Promise<boolean>,
    leave: () => Promise<void>,
  ): Promise<Result<OpenLibrary>>
  close(): Promise<void>
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

/** Opens the library when it is first asked for. */
export const holdLibrary = ({ helpers, ...first }: HeldLibraryOptions): LibraryHolder => {
  let options: OpenLibraryOptions = { ...first, ...helpers?.() }
  let opening: Promise<Result<OpenLibrary>> | null = null
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
  return {
    current,
    create: () => (opening = createFrom(current())),
    reopen: () => (opening = reopenFrom(current())),
    folder: () => options.folder,
    change: async (other, mayRead, leave) => {
      const theirs = { ...options, ...helpers?.(), ...other }
      const opened = await open(theirs)
      if (!opened.ok) return opened
      const { readOnlyReason, path } = opened.value
      if (readOnlyReason !== null && !(await mayRead(path, readOnlyReason))) {
        await opened.value.close()
        return fail('cancelled', 'The library that was open stays open.')
      }
      const before = await opening
      await leave()
      options = { ...theirs, create: false }
      opening = Promise.resolve(opened)
      if (before?.ok) await before.value.close()
      return opened
    },
    close: async () => {
      const library = await opening
      opening = Promise.resolve(closed())
      if (library?.ok) await library.value.close()
    },
  }
}

export const entryOf = (library: OpenLibrary, id: string): Result<DocumentEntry> => {
  const entry = library.documents().find(document => document.id === id)
  return entry
    ? { ok: true, value: entry }
    : fail('document-unknown', 'This article is not in the library any more. Choose another one in the library list.')
}
