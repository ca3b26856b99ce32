import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { noCompanions } from '../importing/pictures/companions.ts'
import type { Companions } from '../importing/pictures/companions.ts'
import type { TellProgress } from '../importing/read-file.ts'
import type { ImportedArticle, ImportOrder, ImportRunner } from './import-runner.ts'

/** Makes an article of a file's bytes; `taken` tells ids that other documents have. */
export type Importer = (
  bytes: Uint8Array,
  context: ImportOrder & {
    readonly taken: (id: string) => boolean
    readonly companions: Companions
    readonly tell?: TellProgress
  },
) => Result<ImportedArticle> | Promise<Result<ImportedArticle>>

/** Runs an importer, and gives what is an importer's to say. */
export const importWith = async (
  importer: Importer,
  bytes: Uint8Array,
  order: ImportOrder,
  companions: Companions,
  tell?: TellProgress,
): Promise<Result<ImportedArticle>> => {
  const imported = await importer(bytes, {
    ...order,
    taken: () => false,
    companions,
    ...(tell !== undefined && { tell }),
  })
  if (!imported.ok) return imported
  const { article, html, assets, layout = null } = imported.value
  return succeed({ article, html, assets, layout })
}

/**
 * Imports in this thread, which does nothing else until it is done, and without limits: for files that are the program's own, and
 * for tests.
 */
export const importHere: ImportRunner = {
  atOnce: 1,
  prepare: () => {},
  run: async ({ bytes }, order, { companions = noCompanions, progress } = {}) => {
    // Loaded when it is needed: commands that only read start faster without it.
    const { importDocument } = await import('../importing/import-document.ts')
    return importWith(importDocument, bytes, order, companions, async done => progress?.(done))
  },
  close: () => Promise.resolve(),
}
