import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { libraryName } from '#core/bridge/libraries.ts'
import type { KnownLibrary } from '#core/bridge/libraries.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { inspectLibraryFolder } from '#library/inspect-library-folder.ts'
import type { BridgeHandlers } from '../bridge/answer-calls.ts'
import { chooseLibrary } from '../libraries/choose-library.ts'
import type { KnownLibraries } from '../libraries/known-libraries.ts'
import type { LibraryPlace, LibraryTokens } from '../libraries/library-tokens.ts'

type LibrariesCalls = Pick<
  BridgeHandlers,
  'libraries.list' | 'libraries.choose' | 'libraries.switch' | 'libraries.forget'
>

export interface LibrariesParts {
  readonly known: KnownLibraries
  readonly tokens: LibraryTokens
  /** The folder of the library that is open. */
  readonly open: () => string
  readonly windowOf: () => BrowserWindow | null
  readonly change: (place: LibraryPlace) => Promise<Result<null>>
  /** The list became another one. */
  readonly changed: () => void
}

/** What lists show of the libraries that were open before. Whether one is there is looked up now. */
export const shownLibraries = ({
  known,
  tokens,
  open,
}: Pick<LibrariesParts, 'known' | 'tokens' | 'open'>): Promise<readonly KnownLibrary[]> =>
  Promise.all(
    known.list().map(async path => {
      const state = await inspectLibraryFolder(path)
      return {
        library: tokens.give({ path, create: false }),
        name: libraryName(path),
        where: path,
        isOpen: path === open(),
        isThere: state.ok && state.value === 'library',
      }
    }),
  )

/** Answers what concerns the choice among several libraries. */
export const librariesHandlers = (parts: LibrariesParts): LibrariesCalls => ({
  'libraries.list': async () => succeed(await shownLibraries(parts)),
  'libraries.choose': async ({ how }) => {
    const chosen = await chooseLibrary(parts.windowOf(), how)
    if (!chosen.ok) return chosen
    const place = chosen.value
    return succeed(place === null ? null : { library: parts.tokens.give(place), name: basename(place.path) })
  },
  'libraries.switch': async ({ library }) => {
    const place = parts.tokens.placeOf(library)
    return place.ok ? parts.change(place.value) : place
  },
  'libraries.forget': async ({ library }) => {
    const place = parts.tokens.placeOf(library)
    if (!place.ok) return place
    const forgotten = await parts.known.forget(place.value.path)
    if (!forgotten.ok) return forgotten
    parts.changed()
    return succeed(await shownLibraries(parts))
  },
})
