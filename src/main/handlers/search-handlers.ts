import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { LibrarySearch } from '#library/searching/library-search.ts'
import { searchInThread } from '#library/searching/search-in-thread.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'

type SearchCalls = Pick<BridgeHandlers, 'search.begin' | 'search.ask'>

/** The search over the library that is open; another library has another one. */
export interface SearchHolder {
  current(): Promise<Result<LibrarySearch>>
  /** Brings the index up to date some time after the start. */
  beginLater(): void
  /** A document of the open library may have changed. */
  touched(id: string): void
  /** Documents may have come or gone. */
  listChanged(): void
  close(): Promise<void>
}

export interface SearchHolderOptions {
  readonly program: string
  /** The built file of `search-thread.ts`. */
  readonly thread: URL
  readonly progress: (done: number, total: number) => void
  readonly changed: () => void
}

/** After this time a start is over, and the disk has time, in milliseconds. */
const FIRST = 12_000

/** Opens the search when it is first asked for. */
export const holdSearch = (holder: LibraryHolder, options: SearchHolderOptions): SearchHolder => {
  const { program, thread, progress, changed } = options
  let held: { readonly library: OpenLibrary; readonly search: LibrarySearch } | null = null
  let timer: NodeJS.Timeout | undefined
  const current = async (): Promise<Result<LibrarySearch>> => {
    const opened = await holder.current()
    if (!opened.ok) return opened
    const library = opened.value
    if (held?.library === library) return succeed(held.search)
    const before = held
    const now = (): string => new Date().toISOString()
    const search = new LibrarySearch({ library, program, now, search: searchInThread(thread), progress, changed })
    held = { library, search }
    await before?.search.close()
    return succeed(search)
  }
  /** What goes wrong is told when the reader searches. */
  const begin = async (): Promise<void> => {
    const search = await current()
    if (search.ok) await search.value.refresh()
  }
  return {
    current,
    beginLater: () => {
      clearTimeout(timer)
      timer = setTimeout(() => void begin(), FIRST)
      timer.unref()
    },
    touched: id => held?.search.touched(id),
    listChanged: () => held?.search.listChanged(),
    close: async () => {
      clearTimeout(timer)
      const before = held
      held = null
      await before?.search.close()
    },
  }
}

/** Answers what concerns the search over the library. */
export const searchHandlers = (held: SearchHolder): SearchCalls => ({
  'search.begin': async () => {
    const search = await held.current()
    if (!search.ok) return search
    const refreshed = await search.value.prepare()
    if (!refreshed.ok) return refreshed
    const { missing, unreadable } = refreshed.value
    return succeed({ missing, unreadable: unreadable.map(id => search.value.titleOf(id)) })
  },
  'search.ask': async question => {
    const search = await held.current()
    if (!search.ok) return search
    const asked = await search.value.ask(question)
    return asked.ok ? succeed(asked.value.answer) : asked
  },
})
