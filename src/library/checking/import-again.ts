import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Finder } from '../finding/finder.ts'
import { contentHash } from '../importing/content-hash.ts'
import type { ImportedArticle } from '../importing-apart/import-runner.ts'
import { keptCompanions } from '../kept-companions.ts'
import type { Check } from './check-report.ts'
import type { ArticleState } from './inspect-article.ts'

/** Makes the article again from the file that came in; `why` is a clause that says why it cannot be. */
export const importAgain = async (
  check: Check,
  id: string,
  state: ArticleState,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<ImportedArticle | { readonly why: string }> => {
  if (state.source === null || state.sourceProblem !== null) {
    return { why: 'it could not be made again, because the file it came from is missing or damaged too' }
  }
  const order = {
    fileName: state.article?.provenance.fileName ?? state.sourceName,
    now: state.article?.provenance.imported ?? entry?.added ?? check.now(),
    program: finder.program,
    ...(state.article?.provenance.origin !== undefined && { origin: state.article.provenance.origin }),
  }
  const source = { bytes: state.source, hash: contentHash(state.source) }
  const companions = keptCompanions(join(check.folder, 'documents', id), state.article?.assets ?? [])
  const imported = await check.importer.run(source, order, {
    companions,
    progress: progress => check.progress?.(order.fileName, progress),
  })
  if (!imported.ok) return { why: imported.error.message }
  return { ...imported.value, article: { ...imported.value.article, id } }
}
