import { randomUUID } from 'node:crypto'
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

type PageCalls = Pick<BridgeHandlers, 'pages.open' | 'pages.read' | 'pages.close'>

/** What is open for the window to draw from: one document at a time. */
interface Held {
  readonly name: string
  readonly file: KeptSource
}

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
  let held: Held | null = null
  let shown: Article | null = null
  const closePages = async (): Promise<void> => {
    const before = held
    held = null
    await before?.file.close()
  }
  return {
    showing: article => {
      shown = article.provenance.format === 'pdf' ? article : null
    },
    closePages,
    'pages.open': async ({ id }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const opened = await openPages(library.value, id, shown)
      await closePages()
      if (!opened.ok) return opened
      held = { name: randomUUID(), file: opened.value.file }
      return succeed({ ...opened.value.pages, source: held.name })
    },
    'pages.read': async ({ source, from, length }) =>
      held?.name === source
        ? succeed(await held.file.read(from, length))
        : fail('not-found', 'The file of this document is not open any more. Open the document again.'),
    'pages.close': async ({ source }) => {
      if (held?.name === source) await closePages()
      return succeed(null)
    },
  }
}
