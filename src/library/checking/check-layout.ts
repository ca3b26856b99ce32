import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import { readLayout, writtenLayout } from '../layout-file.ts'
import { writeDurably } from '../store/durable-file.ts'
import { keepDamaged } from './check-file.ts'
import type { Check } from './check-report.ts'

/** A layout made again from the source, null when it is not one of the same text; or why it cannot be made, as a clause. */
type RemadeLayout = { readonly layout: PageLayout | null } | { readonly why: string }

/**
 * Checks where an article's text stands on its pages, of articles that came as pages. `folder` is that of the document or of one of its
 * versions, relative to the library. Nothing of the reader's is in it: what is damaged is made again from the file that came in.
 */
export const checkLayout = async (
  check: Check,
  folder: string,
  article: Article,
  remake: () => Promise<RemadeLayout>,
): Promise<void> => {
  if (article.provenance.format !== 'pdf') return
  const told = `${folder}/layout.json`
  const path = join(check.folder, folder, 'layout.json')
  const { problem } = await readLayout(path, article)
  if (problem === null) return
  if (!check.repair || problem.startsWith('written by a newer')) {
    check.report(told, problem, false)
    return
  }
  const again = await remake()
  if ('why' in again || again.layout === null) {
    const why = 'why' in again ? again.why : 'this version of Pathmark reads another text from the file that came in'
    check.report(told, `${problem}; ${why}`, false)
    return
  }
  const kept = problem === 'missing' ? null : await keepDamaged(check, [told])
  const written = await writeDurably(path, writtenLayout(again.layout, article), { keepPrevious: false })
  const amiss = kept?.ok === false ? kept.error.message : written.ok ? null : written.error.message
  const where = kept?.ok === true ? kept.value : ''
  check.report(
    told,
    amiss === null ? `${problem}; made again from the file that came in${where}` : `${problem}; ${amiss}`,
    amiss === null,
  )
}
