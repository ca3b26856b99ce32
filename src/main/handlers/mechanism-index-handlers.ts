import type { BrowserWindow } from 'electron'
import { graphAcross, statementsOnEdges } from '#core/mechanism/across/across-graph.ts'
import { groupEffects } from '#core/mechanism/across/across-groups.ts'
import { statementsInGroup } from '#core/mechanism/across/across-statements.ts'
import type { AcrossIndex } from '#core/mechanism/across/across-index.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { MechanismIndex } from '#library/mechanism-index/mechanism-index.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import { sendEvent } from '../bridge/serve-bridge.ts'

type AcrossCalls = Pick<
  BridgeHandlers,
  'across.overview' | 'across.groups' | 'across.statements' | 'across.graph' | 'across.edges'
>

/** Fewer documents than this are read before a line that says how far it is could be read. */
const WORTH_TELLING = 20

/** The index of the library that is open; another library has another one. */
export interface IndexHolder {
  current(): Promise<Result<MechanismIndex>>
  close(): Promise<void>
}

/** Opens the index when it is first asked for. */
export const holdMechanismIndex = (holder: LibraryHolder): IndexHolder => {
  let held: { readonly library: OpenLibrary; readonly index: MechanismIndex } | null = null
  return {
    async current() {
      const library = await holder.current()
      if (!library.ok) return library
      if (held?.library !== library.value) {
        const before = held
        held = { library: library.value, index: new MechanismIndex(library.value) }
        await before?.index.close()
      }
      return succeed(held.index)
    },
    close: async () => {
      const before = held
      held = null
      await before?.index.close()
    },
  }
}

const effectsPerDocument = ({ documents, effects }: AcrossIndex): readonly number[] => {
  const counts = documents.map(() => 0)
  for (const { document } of effects) counts[document] = (counts[document] ?? 0) + 1
  return counts
}

/** Answers what concerns the mechanisms of the whole library. */
export const mechanismIndexHandlers = (held: IndexHolder, windowOf: () => BrowserWindow | null): AcrossCalls => {
  const answer = async <T>(ask: (index: AcrossIndex) => T): Promise<Result<T>> => {
    const index = await held.current()
    if (!index.ok) return index
    const current = await index.value.current()
    return current.ok ? succeed(ask(current.value)) : current
  }
  return {
    'across.overview': async () => {
      const opened = await held.current()
      if (!opened.ok) return opened
      const fresh = await opened.value.refresh((done, total) => {
        if (total >= WORTH_TELLING) sendEvent(windowOf(), 'across.progress', { done, total })
      })
      if (!fresh.ok) return fresh
      const { index, failures } = fresh.value
      const counts = effectsPerDocument(index)
      const documents = index.documents.map(({ id, title }, at) => ({ id, title, effects: counts[at] ?? 0 }))
      return succeed({
        documents: documents.filter(({ effects }) => effects > 0),
        effects: index.effects.length,
        failures,
      })
    },
    'across.groups': query => answer(index => groupEffects(index, query)),
    'across.statements': ({ query, group }) => answer(index => statementsInGroup(index, query, group)),
    'across.graph': query => answer(index => graphAcross(index, query)),
    'across.edges': ({ query, edges }) => answer(index => statementsOnEdges(index, query, edges)),
  }
}
