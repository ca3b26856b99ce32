import { changeShelf } from '#core/annotation/shelf.ts'
import { succeed } from '#core/result/result.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { LibraryHolder } from '../open-library-holder.ts'

/** Answers what concerns collections and tags of documents. */
export const shelfHandlers = (holder: LibraryHolder): Pick<BridgeHandlers, 'shelf.change'> => ({
  'shelf.change': async ({ ids, change }) => {
    const library = await holder.current()
    if (!library.ok) return library
    const changed: string[] = []
    const failures: string[] = []
    for (const id of new Set(ids)) {
      let isOther = false
      const saved = await library.value.changeSingles(id, ({ shelf }) => {
        const next = changeShelf(shelf ?? null, change, new Date().toISOString())
        isOther = next !== null
        return { shelf: next }
      })
      if (!saved.ok) failures.push(saved.error.message)
      else if (isOther) changed.push(id)
    }
    return succeed({ changed, failures: [...new Set(failures)] })
  },
})
