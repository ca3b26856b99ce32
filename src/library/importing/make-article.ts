import { ARTICLE_FORMAT } from '#core/article/article.ts'
import type { Article, Origin, Provenance } from '#core/article/article.ts'
import type { PageLayout } from '#core/article/page-layout.ts'
import { countWords } from '#core/article/count-words.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from './content-hash.ts'
import type { TakenPictures } from './pictures/take-in-pictures.ts'
import type { ReadFile } from './read-file.ts'
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
  readonly origin?: Origin
}

/** Warnings that are told one by one, and characters of one: a book may name a hundred thousand files that it does not hold. */
const MOST_WARNINGS = 50
const LONGEST_WARNING = 500

const toldWarnings = (warnings: readonly string[]): string[] => {
  const all = [...new Set(warnings)].map(warning =>
    warning.length > LONGEST_WARNING
      ? `${warning.slice(0, LONGEST_WARNING).replace(/[\ud800-\udbff]$/, '')}…`
      : warning,
  )
  const more = all.length - MOST_WARNINGS
  return more > 1 ? [...all.slice(0, MOST_WARNINGS), `${more} more of the kind are not listed.`] : all
}

/** A letter, a number, or a sign that is a picture; a text without any of them says nothing. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{So}]/u

export interface MadeArticle {
  readonly article: Article
  readonly html: string
  /** The top-level elements of `html`; joined they are `html`. */
  readonly elements: readonly string[]
  /** Where its text stands on its pages; null when it has none. */
  readonly layout: PageLayout | null
}

/** What the name of the kept original ends with. */
const extensions: Readonly<Record<Provenance['format'], string>> = {
  html: 'html',
  markdown: 'md',
  text: 'txt',
  jats: 'xml',
  pdf: 'pdf',
  epub: 'epub',
  mhtml: 'mhtml',
}

const advice: Readonly<Record<Provenance['format'], string>> = {
  html: ' If the page builds itself while it loads, save it from a browser first.',
  markdown: '',
  text: '',
  jats: '',
  pdf: '',
  epub: ' A book of pictures alone has none.',
  mhtml: '',
}

/**
 * The canonical article of what was read. Its content is written out of the elements that canonical HTML may have, so that nothing of
 * the source runs, loads or styles anything. Fails with `not-readable` when there is no text.
 */
export const makeArticle = (
  { format, metadata, content, warnings, pages }: ReadFile,
  { assets, cover, warnings: missing }: TakenPictures,
  bytes: Uint8Array,
  context: ImportContext,
): Result<MadeArticle> => {
  const { html, elements, text, blocks, sections, placed } = writeContent(content)
  if (!SAYS_SOMETHING.test(text))
    return fail('not-readable', `“${context.fileName}” holds no text to read.${advice[format]}`)
  return succeed({
    html,
    elements,
    layout: pages === undefined ? null : { pages: [...pages], runs: placed },
    article: {
      format: ARTICLE_FORMAT,
      id: context.id,
      metadata,
      provenance: {
        format,
        fileName: context.fileName,
        sourceFile: `source.${extensions[format]}`,
        sourceHash: contentHash(bytes),
        ...(context.origin !== undefined && { origin: context.origin }),
        imported: context.now,
        importer: context.importer,
        warnings: toldWarnings([...warnings, ...content.warnings, ...missing]),
      },
      text,
      sections,
      blocks,
      ...(assets.length > 0 && {
        assets: assets.map(({ name, from }) => ({ name, ...(from !== undefined && { from }) })),
      }),
      ...(cover !== null && { cover }),
      textHash: contentHash(text),
      htmlHash: contentHash(html),
      words: countWords(text),
    },
  })
}
