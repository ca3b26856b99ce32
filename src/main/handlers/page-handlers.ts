import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { OpenedPages } from '#core/bridge/calls.ts'
import { packLayout } from '#core/article/packed-layout.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { openKeptSource } from '#library/kept-source.ts'
import type { KeptSource } from '#library/kept-source.ts'
import { readLayout } from '#library/layout-file.ts'
import { libraryPaths } from '#library/library-files.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import { entryOf } from '../open-library-holder.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import { holdFile } from './held-file.ts'

type PageCalls = Pick<BridgeHandlers, 'pages.open' | 'pages.read' | 'pages.close'>

const openPages = async (
  library: OpenLibrary,
  id: string,
  shown: Article | null,
): Promise<Result<{ readonly pages: Omit<OpenedPages, 'source'>; readonly file: KeptSource }>> => {
  const entry = entryOf(library, id)
  if (!entry.ok) return entry
  const read = shown?.id === id ? succeed({ article: shown }) : await library.readArticle(entry.value.id)
  if (!read.ok) return read
  const { article } = read.value
  if (article.provenance.format !== 'pdf') return fail('not-found', 'This article did not come as pages.')
  const folder = join(libraryPaths(library.path).documents, entry.value.id)
  const { layout, problem } = await readLayout(join(folder, 'layout.json'), article)
  if (problem !== null)
    return fail(
      'not-readable',
      `where its text stands on the pages is ${problem}. “pathmark check --repair” can mend it.`,
    )
  const source = await openKeptSource(folder, article.provenance)
  if (!source.ok) return source
  return succeed({
    pages: { layout: packLayout(layout), textHash: article.textHash, length: source.value.length },
    file: source.value,
  })
}

/** Answers what showing a document as its pages needs: where its text stands, and its file piece by piece. */
export const pageHandlers = (
  holder: LibraryHolder,
): PageCalls & {
  /** Told of the article that the window was given, so that a long one is not read twice. */
  readonly showing: (article: Article) => void
  readonly closePages: () => Promise<void>
} => {
  const held = holdFile()
  let shown: Article | null = null
  return {
    showing: article => {
      shown = article.provenance.format === 'pdf' ? article : null
    },
    closePages: () => held.closeAll(),
    'pages.open': async ({ id }) => {
      const order = held.order()
      const library = await holder.current()
      if (!library.ok) return library
      const opened = await openPages(library.value, id, shown)
      if (!opened.ok) return opened
      const source = await held.put(order, opened.value.file)
      if (source === null) return fail('cancelled', 'Other pages were asked for meanwhile. Open the document again.')
      return succeed({ ...opened.value.pages, source })
    },
    'pages.read': async ({ source, from, length }) => {
      const file = held.named(source)
      return file === null
        ? fail('not-found', 'The file of this document is not open any more. Open the document again.')
        : succeed(await file.read(from, length))
    },
    'pages.close': async ({ source }) => {
      await held.close(source)
      return succeed(null)
    },
  }
}
