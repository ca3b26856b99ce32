import { readFile } from 'node:fs/promises'
import type { Article } from '#core/article/article.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from './importing/content-hash.ts'
import { articleFormat } from './library-files.ts'
import type { DocumentPaths } from './library-files.ts'
import { readFailure } from './store/disk-failure.ts'
import { inspectFile } from './store/inspect-file.ts'

const damaged = (problem: string): Result<never> =>
  fail('document-damaged', `${problem}. Run “pathmark check --repair” to make it again from its source.`)

const readArticleFile = async (path: string): Promise<Result<Article>> => {
  const file = await inspectFile(path, articleFormat)
  if (file.state === 'good') return succeed(file.value)
  if (file.state === 'missing') return damaged(`${path} is missing`)
  if (file.state === 'damaged') return damaged(`${path} is damaged (${file.problem})`)
  if (file.state === 'unreadable') return { ok: false, error: file.failure }
  return fail(
    'format-version-too-new',
    `${path} was written by a newer version of Pathmark. Update it to read this article.`,
  )
}

/**
 * An article with its content. Text and content must be those that were imported:
 * on others every highlight would stand on words that it was not made on. Fails with `document-damaged`,
 * `format-version-too-new`, or as the disk does.
 */
export const readDocument = async (
  paths: Pick<DocumentPaths, 'article' | 'html'>,
  id: string,
): Promise<Result<{ readonly article: Article; readonly html: string }>> => {
  const read = await readArticleFile(paths.article)
  if (!read.ok) return read
  const article = read.value
  if (article.id !== id) return damaged(`${paths.article} belongs to another document`)
  if (contentHash(article.text) !== article.textHash) return damaged(`The text in ${paths.article} has been changed`)

  let html: string
  try {
    html = await readFile(paths.html, 'utf8')
  } catch (error) {
    const failure = readFailure(error, paths.html)
    return failure.code === 'not-found' ? damaged(`${paths.html} is missing`) : { ok: false, error: failure }
  }
  if (contentHash(html) !== article.htmlHash) return damaged(`${paths.html} has been changed`)
  return succeed({ article, html })
}
