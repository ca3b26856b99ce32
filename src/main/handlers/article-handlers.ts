import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import type { GlossaryEntry } from '#core/mechanism/entities/lexicon.ts'
import { lastRead } from '#core/article/last-read.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { libraryPaths } from '#library/library-files.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { ArticleResources } from '../serving/article-resources.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import { entryOf } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'

type ArticleCalls = Pick<
  BridgeHandlers,
  'article.last' | 'article.open' | 'article.refresh' | 'notes.read' | 'notes.save' | 'position.save'
>

/**
 * Opens an article with the reader's notes, and its pictures to the window in place of those of the article before.
 * @param shown told of each article that the window is given
 */
export const articleOpener =
  (
    glossary: () => Promise<Result<readonly GlossaryEntry[]>>,
    resources: ArticleResources,
    shown: (article: Article) => void,
  ) =>
  async (library: OpenLibrary, id: string): Promise<Result<OpenedArticle>> => {
    const [document, entries] = await Promise.all([library.readDocument(id), glossary()])
    if (!document.ok) return document
    // Asked for last: opening may have finished an update that was interrupted.
    const entry = entryOf(library, id)
    if (!entry.ok) return entry
    if (!entries.ok) return entries
    shown(document.value.article)
    const granted = resources.grant(join(libraryPaths(library.path).documents, entry.value.id, 'assets'))
    return succeed({ ...document.value, entry: entry.value, glossary: entries.value, resources: granted })
  }

/**
 * Answers what concerns one article: opening it and keeping what the reader adds to it.
 * @param remembered id of the article that was open last
 */
export const articleHandlers = (
  holder: LibraryHolder,
  openArticle: (library: OpenLibrary, id: string) => Promise<Result<OpenedArticle>>,
  remembered: () => string | null,
): ArticleCalls => {
  return {
    'article.last': async () => {
      const library = await holder.current()
      if (!library.ok) return library
      const documents = library.value.documents()
      const last = lastRead(documents, remembered())
      return last === undefined ? succeed(null) : openArticle(library.value, last.id)
    },
    'article.open': async ({ id }) => {
      const library = await holder.current()
      return library.ok ? openArticle(library.value, id) : library
    },
    'article.refresh': async ({ id }) => {
      const library = await holder.current()
      return library.ok ? library.value.refresh(id) : library
    },
    'notes.read': async ({ id }) => {
      const library = await holder.current()
      return library.ok ? library.value.readNotes(id) : library
    },
    'notes.save': async ({ id, annotations, pageNote, citation = null }) => {
      const library = await holder.current()
      return library.ok ? library.value.saveNotes(id, annotations, pageNote, { citation }) : library
    },
    'position.save': async ({ id, position }) => {
      const library = await holder.current()
      return library.ok ? library.value.savePosition(id, position) : library
    },
  }
}
