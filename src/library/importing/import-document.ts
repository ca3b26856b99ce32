import type { Article, Origin } from '#core/article/article.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from './content-hash.ts'
import { documentId } from './document-id.ts'
import { importableFormats, readers } from './formats.ts'
import { makeArticle } from './make-article.ts'
import type { MadeArticle } from './make-article.ts'
import type { Companions } from './pictures/companions.ts'
import { takeInPictures } from './pictures/take-in-pictures.ts'
import type { Asset } from './pictures/take-in-pictures.ts'
import { purifyContent } from './purify-content.ts'
import { recogniseFormat } from './recognise-format.ts'
import { archiveKind } from './zip/recognise-archive.ts'

/** All that a file comes to but for its mechanisms: ready to be written, not yet on the disk. */
export interface ImportedDocument {
  readonly article: Article
  readonly html: string
  /** The pictures that the article keeps. */
  readonly assets: readonly Asset[]
  /** The file as it came in. */
  readonly source: Uint8Array
  /** Where its text stands on its pages; null or absent when it has none. */
  readonly layout?: PageLayout | null
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
  /** Where it was fetched from; absent for a file of the disk. */
  readonly origin?: Origin
  /** What lies beside the file. */
  readonly companions: Companions
}

/** Stands in while the title, which the id is made of, is not known. */
const UNNAMED = 'unnamed'

/** The warning of an import whose content was not what the importer meant to write. */
export const PURIFIED =
  'Parts of the page were taken out for safety. The page as it came in is kept beside the article.'

/** The content as the purifier leaves it; with a warning when that is not what was written. */
const purified = async ({
  article,
  html,
  elements,
}: MadeArticle): Promise<Pick<ImportedDocument, 'article' | 'html'>> => {
  const pure = await purifyContent(elements)
  if (pure === html) return { article, html }
  const { provenance } = article
  return {
    html: pure,
    article: {
      ...article,
      provenance: { ...provenance, warnings: [...provenance.warnings, PURIFIED] },
      htmlHash: contentHash(pure),
    },
  }
}

const notImportable = (bytes: Uint8Array): string => {
  const kind = archiveKind(bytes)
  return kind === null ? 'nothing that Pathmark can import' : `${kind}, which Pathmark cannot import`
}

/** White space, line ends and byte order marks, in whatever encoding. */
const blank: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff])

const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => blank.has(byte))

const notRecognised = (bytes: Uint8Array, fileName: string): string =>
  isBlank(bytes)
    ? `${fileName} is empty.`
    : `${fileName} is ${notImportable(bytes)}. It can import ${importableFormats}.`

/** Makes a file into an article. Touches no disk; fails with `not-recognised` or as the importer does. */
export const importDocument = async (bytes: Uint8Array, context: ImportContext): Promise<Result<ImportedDocument>> => {
  const { fileName, now, program, taken, companions, origin } = context
  const format = recogniseFormat(bytes)
  if (format === null) return fail('not-recognised', notRecognised(bytes, fileName))
  const read = await readers[format](bytes, fileName, origin)
  if (!read.ok) return read
  const pictures = await takeInPictures(read.value, companions)
  const imported = makeArticle(read.value, pictures, bytes, {
    fileName,
    id: UNNAMED,
    now,
    importer: program,
    ...(origin !== undefined && { origin }),
  })
  if (!imported.ok) return imported
  const { article, html } = await purified(imported.value)
  const id = documentId(article.metadata.title, contentHash(bytes), taken)
  const { layout } = imported.value
  return succeed({ article: { ...article, id }, html, assets: pictures.assets, source: bytes, layout })
}
