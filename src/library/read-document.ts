import { readFile } from 'node:fs/promises'
import type { Article } from '#core/article/article.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { articleFormat, documentPaths } from './library-files.ts'
import { readFailure } from './store/disk-failure.ts'
import { inspectFile } from './store/inspect-file.ts'

const REPAIR = 'Run “pathmark check --repair” to make it again from its source.'

/** An article with its content, from its document's folder. Fails with `document-damaged` or as the disk does. */
export const readDocument = async (
  folder: string,
): Promise<Result<{ readonly article: Article; readonly html: string }>> => {
  const paths = documentPaths(folder)
  const article = await inspectFile(paths.article, articleFormat)
  switch (article.state) {
    case 'unreadable':
      return { ok: false, error: article.failure }
    case 'missing':
      return fail('document-damaged', `${paths.article} is missing. ${REPAIR}`)
    case 'damaged':
      return fail('document-damaged', `${paths.article} is damaged (${article.problem}). ${REPAIR}`)
    case 'too-new':
      return fail(
        'format-version-too-new',
        `${paths.article} was written by a newer version of Pathmark. Update it to read this article.`,
      )
    case 'good':
      break
  }
  try {
    return succeed({ article: article.value, html: await readFile(paths.html, 'utf8') })
  } catch (error) {
    return fail('document-damaged', `${readFailure(error, paths.html).message} ${REPAIR}`)
  }
}
