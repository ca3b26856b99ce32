import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { FileProgress } from '#core/article/file-progress.ts'
import { succeed, fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import type { ImportItem } from '#library/import-many.ts'
import { fileSource } from '#library/import-source.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { chooseFiles } from '../window/choose-files.ts'
import type { LibraryHolder } from '../open-library-holder.ts'
import { entryOf } from '../open-library-holder.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { NewerCopies } from './newer-copies.ts'
import type { RunningImports } from './running-imports.ts'

type UpdateCalls = Pick<
  BridgeHandlers,
  'article.update' | 'article.read-again' | 'article.undo-update' | 'article.redo-update' | 'article.close-report'
>

/** Answers what puts a newer copy in an article's place, and what takes that back. */
export const updateHandlers = (
  holder: LibraryHolder,
  windowOf: () => BrowserWindow | null,
  copies: NewerCopies,
  imports: RunningImports,
  openArticle: (library: OpenLibrary, id: string) => Promise<Result<OpenedArticle>>,
): UpdateCalls => {
  const itemFor = async (
    library: OpenLibrary,
    title: string,
    offer: string | undefined,
  ): Promise<Result<ImportItem | null>> => {
    if (offer !== undefined) return copies.itemOf(offer)
    library.prepareImport()
    const [path] = await chooseFiles(windowOf(), `Update “${title}”`, [])
    return succeed(path === undefined ? null : { name: path, source: fileSource(path) })
  }
  return {
    'article.update': async ({ id, offer }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const entry = entryOf(library.value, id)
      if (!entry.ok) return entry
      const item = await imports.during(() => itemFor(library.value, entry.value.title, offer))
      if (!item.ok) return item
      if (item.value === null) return succeed(null)
      const { name, source } = item.value
      const updated = await imports.follow((signal, tell) => {
        const progress = (part: FileProgress | null): void =>
          tell({ fileName: basename(name), number: 1, total: 1, done: 0, failures: 0, part })
        progress(null)
        return library.value.updateFrom(id, source, { signal, progress })
      })
      if (!updated.ok) return updated
      return updated.value.status === 'unchanged'
        ? fail('nothing-to-do', 'This file is the copy that you are reading already. Nothing was changed.')
        : openArticle(library.value, id)
    },
    'article.read-again': async ({ id }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const entry = entryOf(library.value, id)
      if (!entry.ok) return entry
      const { title: fileName } = entry.value
      const read = await imports.follow((signal, tell) => {
        const progress = (part: FileProgress | null): void =>
          tell({ fileName, number: 1, total: 1, done: 0, failures: 0, part })
        progress(null)
        return library.value.readAgain(id, { signal, progress })
      })
      if (!read.ok) return read
      return read.value.status === 'unchanged' ? succeed(null) : openArticle(library.value, id)
    },
    'article.undo-update': async ({ id }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const undone = await library.value.undoUpdate(id)
      return undone.ok ? openArticle(library.value, id) : undone
    },
    'article.redo-update': async ({ id }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const redone = await library.value.redoUpdate(id)
      return redone.ok ? openArticle(library.value, id) : redone
    },
    'article.close-report': async ({ id }) => {
      const library = await holder.current()
      return library.ok ? library.value.closeReport(id) : library
    },
  }
}
