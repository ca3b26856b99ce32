import { isDeepStrictEqual } from 'node:util'
import type { Article } from '#core/article/article.ts'
import type { ImportedDocument } from '../importing/import-document.ts'
import { readLayout, writtenLayout } from '../layout-file.ts'

const whatItSays = ({ id: _id, provenance: _provenance, ...rest }: Article): unknown => rest

/**
 * Whether a file that was read again says what the article says already, and stands on its pages where the file at `layoutPath` says; apart from when
 * and by which program it was read.
 */
export const readsAsBefore = async (
  current: { readonly article: Article; readonly html: string; readonly layoutPath: string },
  read: ImportedDocument,
): Promise<boolean> => {
  if (read.html !== current.html || !isDeepStrictEqual(whatItSays(read.article), whatItSays(current.article)))
    return false
  if (read.layout == null) return true
  const { layout } = await readLayout(current.layoutPath, current.article)
  return layout !== null && writtenLayout(layout, current.article) === writtenLayout(read.layout, read.article)
}
