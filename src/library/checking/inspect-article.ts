import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { isSourceFileName } from '#core/article/source-file-name.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { checkCanonical } from '../importing/check-canonical.ts'
import { contentHash } from '../importing/content-hash.ts'
import { articleFormat } from '../library-files.ts'
import { readFailure, systemCode } from '../store/disk-failure.ts'
import { inspectFile } from '../store/inspect-file.ts'
import type { FileState } from '../store/inspect-file.ts'

/** What a document's article files hold, and what is wrong with each of the three; null when nothing is. */
export interface ArticleState {
  /** As `article.json` says it, whether or not the content agrees; null when it cannot be read. */
  readonly article: Article | null
  readonly articleProblem: string | null
  readonly html: string | null
  readonly htmlProblem: string | null
  readonly sourceName: string
  readonly source: Uint8Array | null
  readonly sourceProblem: string | null
  /** Files of a newer format are left to the program that wrote them. */
  readonly tooNew: boolean
}

type Bytes = { readonly bytes: Uint8Array; readonly problem: null } | { readonly bytes: null; readonly problem: string }

const readBytes = async (path: string): Promise<Bytes> => {
  try {
    return { bytes: await readFile(path), problem: null }
  } catch (error) {
    return { bytes: null, problem: systemCode(error) === 'ENOENT' ? 'missing' : readFailure(error, path).message }
  }
}

/** The kept original, when `article.json` does not tell its name. */
const findSource = async (folder: string): Promise<string> => {
  const names = await readdir(folder)
  return names.find(isSourceFileName) ?? 'source.html'
}

const describeFile = (file: FileState<Article>, id: string): string | null => {
  switch (file.state) {
    case 'good':
      return file.value.id === id ? null : `damaged: it belongs to the document ${file.value.id}`
    case 'missing':
      return 'missing'
    case 'damaged':
      return `damaged: ${file.problem}`
    case 'too-new':
      return `written by a newer version of Pathmark (format ${file.version}); update Pathmark`
    case 'unreadable':
      return file.failure.message
  }
}

/** A few of many; one damaged place can put every block out of step. */
const TOLD_DISAGREEMENTS = 3

const summarise = (sentences: readonly string[]): string => {
  const told = sentences.slice(0, TOLD_DISAGREEMENTS).map(sentence => sentence.replace(/\.$/, ''))
  const more = sentences.length - told.length
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

/** Reads the article files of the document in `folder` (an absolute path) and says what is wrong with them. */
export const inspectArticle = async (
  folder: string,
  id: string,
  entry: DocumentEntry | null,
): Promise<ArticleState> => {
  const file = await inspectFile(join(folder, 'article.json'), articleFormat)
  const article = file.state === 'good' ? file.value : null
  const content = await readBytes(join(folder, 'article.html'))
  const html = content.bytes === null ? null : Buffer.from(content.bytes).toString('utf8')

  // What does not agree is the fault of the content when that has changed, otherwise of the article's own map of it.
  const htmlChanged = article !== null && content.bytes !== null && contentHash(content.bytes) !== article.htmlHash
  const disagreements = article === null || html === null ? [] : checkCanonical(article, html)
  const disagreement = disagreements.length === 0 ? null : `damaged: ${summarise(disagreements)}`

  const named = article?.provenance.sourceFile ?? ''
  const sourceName = isSourceFileName(named) ? named : await findSource(folder)
  const source = await readBytes(join(folder, sourceName))
  const sourceHash = article?.provenance.sourceHash ?? entry?.sourceHash
  const sourceChanged = source.bytes !== null && sourceHash !== undefined && contentHash(source.bytes) !== sourceHash

  return {
    article,
    articleProblem: describeFile(file, id) ?? (htmlChanged ? null : disagreement),
    html,
    htmlProblem: content.problem ?? (htmlChanged ? (disagreement ?? 'damaged: it was changed') : null),
    sourceName,
    source: source.bytes,
    sourceProblem: source.problem ?? (sourceChanged ? 'damaged: it is not the file that came in' : null),
    tooNew: file.state === 'too-new',
  }
}
