import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { articleSchema } from '#core/article/article.ts'
import type { Article, Block, Origin, Section } from '#core/article/article.ts'
import { checkPageLayout, pageSizesSchema, placedRunsSchema } from '#core/article/page-layout.ts'
import type { PageLayout, PageSize, PlacedRun } from '#core/article/page-layout.ts'
import { isSourceFileName } from '#core/article/source-file-name.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Failure, Result } from '#core/result/result.ts'
import { frameKinds } from './answer-frames.ts'
import type { Frame } from './answer-frames.ts'
import { parsedPayload } from './parsed-payload.ts'
import { AssetsReader } from './read-assets.ts'
import { checkContent } from './check-content.ts'
import type { ImportedArticle, ImportOrder, SourceFile } from './import-runner.ts'

const headSchema = v.object({
  ...v.omit(articleSchema, ['text', 'sections', 'blocks']).entries,
  /** Bytes of each of `assets`. */
  assetSizes: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
})
const { sections: sectionsSchema, blocks: blocksSchema } = articleSchema.entries

/** An importer's own failures; a process may not speak in another's name. One line, of a length that can be shown. */
const failureSchema = v.object({
  code: v.picklist(['not-recognised', 'not-readable']),
  message: v.pipe(
    v.string(),
    v.maxLength(2_000),
    v.transform(text => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')),
  ),
})

/** Text that comes in pieces which may end within a character, and the SHA-256 of its bytes. */
class TextReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #hash = createHash('sha256')
  readonly #parts: string[] = []

  take(bytes: Uint8Array): boolean {
    this.#hash.update(bytes)
    return this.#decode(() => this.#decoder.decode(bytes, { stream: true }))
  }

  /** Null when the bytes are not the text that `hash` belongs to. */
  finish(hash: string): string | null {
    if (!this.#decode(() => this.#decoder.decode()) || this.#hash.digest('hex') !== hash) return null
    return this.#parts.join('')
  }

  #decode(decode: () => string): boolean {
    try {
      this.#parts.push(decode())
      return true
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  }
}

/**
 * Reads the answer of an import process as if it came from a stranger: an importer that was led astray by a hostile file must not
 * lead the program on. Frames are taken one by one, in the order in which `answerFrames` writes them.
 */
export class AnswerReader {
  readonly #source: SourceFile
  readonly #order: ImportOrder
  #head: v.InferOutput<typeof headSchema> | null = null
  readonly #sections: Section[] = []
  readonly #blocks: Block[] = []
  readonly #pages: PageSize[] = []
  readonly #places: PlacedRun[] = []
  readonly #text = new TextReader()
  readonly #content = new TextReader()
  #assets: AssetsReader | null = null
  /** What the importer failed with. */
  failure: Failure | null = null
  #last: number = frameKinds.ready

  constructor(source: SourceFile, order: ImportOrder) {
    this.#source = source
    this.#order = order
  }

  /** True when a part of the answer has come. */
  get hasBegun(): boolean {
    return this.#last !== frameKinds.ready
  }

  /** `more`: goes on; `whole`: `finish` has what came; `wrong`: it is no answer. */
  take(frame: Frame): 'more' | 'whole' | 'wrong' {
    const inOrder = frame.kind >= this.#last && (frame.kind === frameKinds.failed || this.#follows(frame.kind))
    this.#last = frame.kind
    if (!inOrder || !this.#keep(frame)) return 'wrong'
    return frame.kind === frameKinds.end || frame.kind === frameKinds.failed ? 'whole' : 'more'
  }

  /** The article, checked against itself, its source and its order. */
  async finish(): Promise<Result<ImportedArticle>> {
    if (this.failure !== null) return { ok: false, error: this.failure }
    const head = this.#head
    const assets = (await this.#assets?.finish()) ?? null
    const text = head === null ? null : this.#text.finish(head.textHash)
    const html = head === null ? null : this.#content.finish(head.htmlHash)
    if (head === null || text === null || html === null || assets === null)
      return this.#refuse('its parts do not go together')
    const { provenance } = head
    const { fileName, now, program, origin } = this.#order
    const asOrdered =
      provenance.sourceHash === this.#source.hash &&
      provenance.fileName === fileName &&
      provenance.imported === now &&
      provenance.importer === program &&
      isSameOrigin(provenance.origin, origin) &&
      isSourceFileName(provenance.sourceFile)
    if (!asOrdered) return this.#refuse('it is not about the file that was given')
    // In the order in which an importer puts them: an article that is made again is the same file.
    const { textHash, htmlHash, words, assetSizes: _sizes, assets: named, cover, ...opening } = head
    const [sections, blocks] = [this.#sections, this.#blocks]
    const pictures = { ...(named !== undefined && { assets: named }), ...(cover !== undefined && { cover }) }
    const article: Article = { ...opening, text, sections, blocks, ...pictures, textHash, htmlHash, words }
    const layout: PageLayout | null = this.#pages.length === 0 ? null : { pages: this.#pages, runs: this.#places }
    const amiss = (await checkContent(article, html)) ?? (layout === null ? null : checkPageLayout(layout, text.length))
    return amiss === null ? succeed({ article, html, assets, layout }) : this.#refuse(amiss)
  }

  #follows(kind: number): boolean {
    return kind === frameKinds.head ? this.#head === null : this.#head !== null
  }

  #keep(frame: Frame): boolean {
    switch (frame.kind) {
      case frameKinds.failed:
        return (this.failure = parsedPayload(failureSchema, frame)) !== null
      case frameKinds.head:
        return this.#keepHead(parsedPayload(headSchema, frame))
      case frameKinds.sections:
        return addTo(this.#sections, parsedPayload(sectionsSchema, frame))
      case frameKinds.blocks:
        return addTo(this.#blocks, parsedPayload(blocksSchema, frame))
      case frameKinds.text:
        return this.#text.take(frame.payload)
      case frameKinds.content:
        return this.#content.take(frame.payload)
      case frameKinds.assets:
        return this.#assets?.take(frame.payload) ?? false
      case frameKinds.pages:
        return addTo(this.#pages, parsedPayload(pageSizesSchema, frame))
      case frameKinds.places:
        return addTo(this.#places, parsedPayload(placedRunsSchema, frame))
      default:
        return frame.kind === frameKinds.end
    }
  }

  #keepHead(head: v.InferOutput<typeof headSchema> | null): boolean {
    if (head === null || head.assetSizes.length !== (head.assets?.length ?? 0)) return false
    this.#head = head
    this.#assets = new AssetsReader(head.assets ?? [], head.assetSizes)
    return true
  }

  #refuse(why: string): Result<never> {
    return fail(
      'unexpected',
      `${this.#order.fileName} could not be imported: what was made of it failed its check (${why}). ` +
        'Nothing in the library was changed.',
    )
  }
}

const isSameOrigin = (a: Origin | undefined, b: Origin | undefined): boolean =>
  a?.asked === b?.asked && a?.address === b?.address && a?.encoding === b?.encoding

const addTo = <T>(list: T[], records: readonly T[] | null): boolean => {
  if (records === null) return false
  for (const record of records) list.push(record)
  return true
}
