import { ARTICLE_FORMAT } from '#core/article/article.ts'
import type { Article } from '#core/article/article.ts'
import { countWords } from '#core/article/count-words.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { buildContent } from './build-content.ts'
import { FLATTENED } from './content-tree.ts'
import { contentHash } from './content-hash.ts'
import { decodeText } from './decode-text.ts'
import { expandEmptyElements } from './expand-empty-elements.ts'
import { findMainContent } from './find-main-content.ts'
import { limitNesting } from './limit-nesting.ts'
import { parseHtml } from './parse-html.ts'
import { readMetadata } from './read-metadata.ts'
import { writeContent } from './write-content.ts'

/** What an importer is told apart from the bytes, so that the same input always gives the same article. */
export interface ImportContext {
  /** Name of the file as it came in, without folders. */
  readonly fileName: string
  readonly id: string
  /** ISO 8601. */
  readonly now: string
  /** Name and version of the program. */
  readonly importer: string
}

export interface RebuiltPage {
  readonly article: Article
  readonly html: string
  /** The top-level elements of `html`; joined they are `html`. */
  readonly elements: readonly string[]
}

/**
 * Turns a page into a canonical article. Its content is rebuilt out of the elements that canonical HTML may have, so that
 * nothing of the source runs, loads or styles anything. Fails with `not-readable` when the page holds no text.
 */
export const importHtml = (bytes: Uint8Array, context: ImportContext): Result<RebuiltPage> => {
  const decoded = decodeText(bytes)
  const limited = limitNesting(expandEmptyElements(decoded.text))
  const page = parseHtml(limited.html)
  const metadata = readMetadata(page, context.fileName)
  const content = buildContent(findMainContent(page), metadata.address)
  const { html, elements, text, blocks, sections } = writeContent(content)
  if (blocks.length === 0) {
    return fail(
      'not-readable',
      `“${context.fileName}” holds no text to read. If the page builds itself while it loads, save it from a browser first.`,
    )
  }
  return succeed({
    html,
    elements,
    article: {
      format: ARTICLE_FORMAT,
      id: context.id,
      metadata,
      provenance: {
        format: 'html',
        fileName: context.fileName,
        sourceFile: 'source.html',
        sourceHash: contentHash(bytes),
        imported: context.now,
        importer: context.importer,
        warnings: [...new Set([...decoded.warnings, ...(limited.flattened ? [FLATTENED] : []), ...content.warnings])],
      },
      text,
      sections,
      blocks,
      textHash: contentHash(text),
      htmlHash: contentHash(html),
      words: countWords(text),
    },
  })
}
