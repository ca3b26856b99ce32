import { readJats } from '#library/importing/jats/read-jats.ts'
import { readMarkdown } from '#library/importing/markdown/read-markdown.ts'
import { makeArticle } from '#library/importing/make-article.ts'
import { readPlainText } from '#library/importing/plain-text/read-plain-text.ts'
import { NO_PICTURES } from '#library/importing/pictures/take-in-pictures.ts'
import type { ReadFile } from '#library/importing/read-file.ts'
import type { Result } from '#core/result/result.ts'

const context = { fileName: 'the file.md', id: 'file-1', now: '2026-01-02T03:04:05Z', importer: 'Pathmark test' }

const importWith =
  (reader: (bytes: Uint8Array, fileName: string) => Result<ReadFile>) => (source: string | Uint8Array) => {
    const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
    const read = reader(bytes, context.fileName)
    if (!read.ok) throw new Error(read.error.message)
    const made = makeArticle(read.value, NO_PICTURES, bytes, context)
    if (!made.ok) throw new Error(made.error.message)
    const { article, html } = made.value
    const blocks = article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`)
    return { article, html, blocks, metadata: article.metadata, warnings: article.provenance.warnings }
  }

export const importMarkdown = importWith(readMarkdown)
export const importText = importWith(readPlainText)
export const importJats = importWith(readJats)
