import type { OpenedArticle } from '#core/bridge/calls.ts'
import type { GlossaryEntry } from '#core/mechanism/lexicon.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import { entryOf } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../serve-bridge.ts'

type ArticleCalls = Pick<BridgeHandlers, 'article.open' | 'notes.save' | 'cards.save' | 'position.save'>

const openArticle = async (
  library: OpenLibrary,
  id: string,
  glossary: readonly GlossaryEntry[],
): Promise<Result<OpenedArticle>> => {
  const entry = entryOf(library, id)
  if (!entry.ok) return entry
  const document = await library.readDocument(id)
  return document.ok ? succeed({ ...document.value, entry: entry.value, glossary }) : document
}

/** Answers what concerns one article: opening it and keeping what the reader adds to it. */
export const articleHandlers = (
  holder: LibraryHolder,
  glossary: () => Promise<Result<readonly GlossaryEntry[]>>,
): ArticleCalls => ({
  'article.open': async ({ id }) => {
    const library = await holder.current()
    if (!library.ok) return library
    const entries = await glossary()
    return entries.ok ? openArticle(library.value, id, entries.value) : entries
  },
  'notes.save': async ({ id, annotations, pageNote }) => {
    const library = await holder.current()
    return library.ok ? library.value.saveNotes(id, annotations, pageNote) : library
  },
  'cards.save': async ({ id, cards }) => {
    const library = await holder.current()
    return library.ok ? library.value.saveCards(id, cards) : library
  },
  'position.save': async ({ id, position }) => {
    const library = await holder.current()
    return library.ok ? library.value.savePosition(id, position) : library
  },
})
