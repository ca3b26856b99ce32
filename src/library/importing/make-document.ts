import type { Article, Origin } from '#core/article/article.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from './content-hash.ts'
import { documentId } from './document-id.ts'
import { importableFormats, readers } from './formats.ts'
import { kindOfFile } from './kind-of-file.ts'
import { makeArticle } from './make-article.ts'
import type { Companions } from './pictures/companions.ts'
import { takeInPictures } from './pictures/take-in-pictures.ts'
import type { Asset } from './pictures/take-in-pictures.ts'
import type { TellProgress } from './read-file.ts'
import { recogniseFormat } from './recognise-format.ts'

/** All that a file comes to but for its mechanisms. Its content has not been purified yet. */
export interface MadeDocument {
  readonly article: Article
  readonly html: string
  /** The top-level elements of `html`; joined they are `html`. */
  readonly elements: readonly string[]
  /** The pictures that the article keeps. */
  readonly assets: readonly Asset[]
  /** The file as it came in. */
  readonly source: Uint8Array
  /** Where its text stands on its pages; null or absent when it has none. */
  readonly layout?: PageLayout | null
}

export interface DocumentContext {
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
  /** Hears how far a file of pages or chapters has been read. */
  readonly tell?: TellProgress
}

/** Stands in while the title, which the id is made of, is not known. */
const UNNAMED = 'unnamed'

/** White space, line ends and byte order marks, in whatever encoding. */
const blank: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff])

const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => blank.has(byte))

const notRecognised = (bytes: Uint8Array, fileName: string): string => {
  if (isBlank(bytes)) return `${fileName} is empty.`
  const known = kindOfFile(bytes)
  if (known === null) return `${fileName} is nothing that Pathmark can import. It can import ${importableFormats}.`
  const { kind, advice } = known
  return `${fileName} is ${kind}, which Pathmark cannot import. ${advice || `It can import ${importableFormats}.`}`
}

/** Makes a file into an article. Touches no disk; fails with `not-recognised` or as the format's reader does. */
export const makeDocument = async (bytes: Uint8Array, context: DocumentContext): Promise<Result<MadeDocument>> => {
  const { fileName, now, program, taken, companions, origin, tell } = context
  const format = recogniseFormat(bytes)
  if (format === null) return fail('not-recognised', notRecognised(bytes, fileName))
  const read = await readers[format](bytes, fileName, origin, tell)
  if (!read.ok) return read
  const pictures = await takeInPictures(read.value, companions)
  const made = makeArticle(read.value, pictures, bytes, {
    fileName,
    id: UNNAMED,
    now,
    importer: program,
    ...(origin !== undefined && { origin }),
  })
  if (!made.ok) return made
  const { article, html, elements, layout } = made.value
  const id = documentId(article.metadata.title, contentHash(bytes), taken)
  return succeed({ article: { ...article, id }, html, elements, assets: pictures.assets, source: bytes, layout })
}
