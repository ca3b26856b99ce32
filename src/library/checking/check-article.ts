import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Result } from '#core/result/result.ts'
import { inspectArticle } from './inspect-article.ts'
import type { ArticleState } from './inspect-article.ts'
import { checkAssets } from './check-assets.ts'
import { keepDamaged } from './check-file.ts'
import type { Check } from './check-report.ts'
import { checkLayout } from './check-layout.ts'
import { importAgain } from './import-again.ts'
import type { Finder } from '../finding/finder.ts'
import { writeDurably } from '../store/durable-file.ts'
import { serialise } from '../store/serialise.ts'
import { writeAssets } from '../write-assets.ts'

interface Replacement {
  readonly name: string
  /** What was wrong with the file; null when it only has to agree with the other one. */
  readonly problem: string | null
  readonly content: string
}

/** Sets the file aside and puts the new content in its place. */
const replace = async (check: Check, folder: string, { name, problem, content }: Replacement): Promise<boolean> => {
  const path = join(check.folder, folder, name)
  const what = problem ?? 'replaced, to agree with the article that was made again'
  const kept = problem === 'missing' ? { ok: true as const, value: '' } : await keepDamaged(check, [path])
  const written: Result<unknown> = kept.ok ? await writeDurably(path, content, { keepPrevious: false }) : kept
  if (!written.ok || !kept.ok) {
    check.report(`${folder}/${name}`, `${what}; ${written.ok ? '' : written.error.message}`, false)
    return false
  }
  const how = problem === null ? '' : '; made again from the file that came in'
  check.report(`${folder}/${name}`, `${what}${how}${kept.value}`, true)
  return true
}

const repairArticle = async (
  check: Check,
  folder: string,
  id: string,
  state: ArticleState,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<Article | null> => {
  const wrong = [
    { name: 'article.json', problem: state.articleProblem },
    { name: 'article.html', problem: state.htmlProblem },
  ]
  const again = await importAgain(check, id, state, entry, finder)
  if ('why' in again) {
    for (const { name, problem } of wrong) {
      if (problem !== null) check.report(`${folder}/${name}`, `${problem}; ${again.why}`, false)
    }
    return null
  }
  // An importer of the same version makes the same content; then what was whole stays as it is.
  const sameContent = state.articleProblem === null && state.article?.htmlHash === again.article.htmlHash
  const article = sameContent && state.article !== null ? state.article : again.article
  const html: Replacement = { name: 'article.html', problem: state.htmlProblem, content: again.html }
  const json: Replacement = { name: 'article.json', problem: state.articleProblem, content: serialise(article) }
  const replacements = [
    ...(state.htmlProblem !== null || state.html !== again.html ? [html] : []),
    ...(sameContent ? [] : [json]),
  ]
  const pictures = await writeAssets(join(check.folder, 'documents', id), again.assets)
  if (!pictures.ok) {
    check.report(`documents/${id}/assets`, pictures.error.message, false)
    return null
  }
  for (const replacement of replacements) if (!(await replace(check, folder, replacement))) return null
  const { layout = null } = again
  await checkLayout(check, folder, article, () =>
    Promise.resolve({ layout: again.article.textHash === article.textHash ? layout : null }),
  )
  return article
}

/**
 * Checks an article and the file it came from. `folder` is that of the document or of one of its versions, relative to the
 * library. Null when there is no article that can be read.
 */
export const checkArticle = async (
  check: Check,
  folder: string,
  id: string,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<Article | null> => {
  const state = await inspectArticle(join(check.folder, folder), id, entry)
  if (state.sourceProblem !== null) {
    const advice = 'the original has to be put back by hand, from a backup for example'
    check.report(`${folder}/${state.sourceName}`, `${state.sourceProblem}${check.repair ? `; ${advice}` : ''}`, false)
  }
  const { articleProblem, htmlProblem } = state
  if (articleProblem === null && htmlProblem === null) {
    await checkAssets(check, id, state, entry, finder)
    const { article } = state
    if (article !== null)
      await checkLayout(check, folder, article, async () => {
        const again = await importAgain(check, id, state, entry, finder)
        return 'why' in again
          ? again
          : { layout: again.article.textHash === article.textHash ? (again.layout ?? null) : null }
      })
    return article
  }
  if (check.repair && !state.tooNew) return repairArticle(check, folder, id, state, entry, finder)
  if (articleProblem !== null) check.report(`${folder}/article.json`, articleProblem, false)
  if (htmlProblem !== null) check.report(`${folder}/article.html`, htmlProblem, false)
  return articleProblem === null ? state.article : null
}
