import { debuglog } from 'node:util'
import { fail, succeed } from '#core/result/result.ts'
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

const debug = debuglog('pathmark')

/**
 * Runs an importer, and gives what is an importer's to say. A fault of a parser, which a file may bring about, fails with `not-readable`: it must not
 * be taken for the end of a process that took too much.
 */
export const importWith = async (
  importer: Importer,
  bytes: Uint8Array,
  order: ImportOrder,
  companions: Companions,
  tell?: TellProgress,
): Promise<Result<ImportedArticle>> => {
  try {
    const imported = await importer(bytes, {
      ...order,
      taken: () => false,
      companions,
      ...(tell !== undefined && { tell }),
    })
    if (!imported.ok) return imported
    const { article, html, assets, layout = null } = imported.value
    return succeed({ article, html, assets, layout })
  } catch (error) {
    debug('importing %s failed: %s', order.fileName, error instanceof Error ? error.stack : error)
    return fail(
      'not-readable',
      `${order.fileName} could not be imported: what is in it brought about a fault in Pathmark. Nothing in the library was changed.`,
    )
  }
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
