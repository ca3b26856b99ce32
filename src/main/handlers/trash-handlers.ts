import type { TrashItem } from '#core/bridge/calls.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { LibraryHolder } from '../open-library-holder.ts'

type TrashCalls = Pick<BridgeHandlers, 'trash.list' | 'trash.move' | 'trash.restore' | 'trash.delete'>

const itemsOf = async (library: OpenLibrary): Promise<Result<readonly TrashItem[]>> => {
  const there = await library.trashed()
  if (!there.ok) return there
  return succeed(
    there.value.map(({ name, trashed, entry: { title, authors, annotations } }) => ({
      name,
      trashed,
      title,
      authors,
      annotations,
    })),
  )
}

/** Does something to one after the other; what was done, and a line for each that failed. */
const each = async <T>(
  names: readonly string[],
  act: (name: string) => Promise<Result<T>>,
): Promise<{ readonly done: readonly T[]; readonly failures: readonly string[] }> => {
  const done: T[] = []
  const failures: string[] = []
  for (const name of new Set(names)) {
    const result = await act(name)
    if (result.ok) done.push(result.value)
    else failures.push(result.error.message)
  }
  return { done, failures }
}

/** Answers what concerns the trash. */
export const trashHandlers = (holder: LibraryHolder): TrashCalls => ({
  'trash.list': async () => {
    const library = await holder.current()
    return library.ok ? itemsOf(library.value) : library
  },
  'trash.move': async ({ ids }) => {
    const library = await holder.current()
    return library.ok ? succeed(await each(ids, id => library.value.moveToTrash(id))) : library
  },
  'trash.restore': async ({ names }) => {
    const library = await holder.current()
    return library.ok ? succeed(await each(names, name => library.value.restoreTrashed(name))) : library
  },
  'trash.delete': async ({ names }) => {
    const library = await holder.current()
    return library.ok ? library.value.emptyTrash(names) : library
  },
})
