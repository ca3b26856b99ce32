import type { Article } from '#core/article/article.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from './content-hash.ts'
import { documentId } from './document-id.ts'
import { importHtml } from './import-html.ts'
import { recogniseFormat } from './recognise-format.ts'

/** All that a file comes to but for its mechanisms: ready to be written, not yet on the disk. */
export interface ImportedDocument {
  readonly article: Article
  readonly html: string
  /** The file as it came in. */
  readonly source: Uint8Array
}

export interface ImportContext {
  /** File name as it came in, without folders. */
  readonly fileName: string
  /** ISO 8601, UTC. */
  readonly now: string
  /** Name and version of the program. */
  readonly program: string
  /** True for an id that another document of the library has. */
  readonly taken: (id: string) => boolean
}

/** Stands in while the title, which the id is made of, is not known. */
const UNNAMED = 'unnamed'

/** Makes a file into an article. Touches no disk; fails with `not-recognised` or as the importer does. */
export const importDocument = (bytes: Uint8Array, context: ImportContext): Result<ImportedDocument> => {
  if (recogniseFormat(bytes) === null) {
    return fail('not-recognised', `${context.fileName} is not an HTML page. Pathmark can import HTML pages so far.`)
  }
  const { fileName, now, program, taken } = context
  const imported = importHtml(bytes, { fileName, id: UNNAMED, now, importer: program })
  if (!imported.ok) return imported
  const { html } = imported.value
  const id = documentId(imported.value.article.metadata.title, contentHash(bytes), taken)
  const article: Article = { ...imported.value.article, id }
  return succeed({ article, html, source: bytes })
}
