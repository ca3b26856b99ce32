import { succeed } from '#core/result/result.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'

type MechanismCalls = Pick<
  BridgeHandlers,
  'mechanisms.open' | 'mechanisms.find' | 'mechanisms.cancel' | 'cards.save' | 'names.list' | 'names.save'
>

/** Answers what concerns the mechanisms of one article, and the names that the reader gave. */
export const mechanismHandlers = (holder: LibraryHolder): MechanismCalls => ({
  'mechanisms.open': async ({ id }) => {
    const library = await holder.current()
    return library.ok ? library.value.openMechanisms(id) : library
  },
  'mechanisms.find': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    // How it goes is told as it goes.
    void library.value.findMechanisms(id)
    return succeed(null)
  },
  'mechanisms.cancel': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    await library.value.stopFinding(id)
    return succeed(null)
  },
  'cards.save': async ({ id, cards, effectDecisions = [] }) => {
    const library = await holder.current()
    return library.ok ? library.value.saveMechanisms(id, { cards, effectDecisions }) : library
  },
  'names.list': async () => {
    const library = await holder.current()
    return library.ok ? library.value.ownNames() : library
  },
  'names.save': async ({ names }) => {
    const library = await holder.current()
    return library.ok ? library.value.saveNames(names) : library
  },
})
