import { readFileSync } from 'node:fs'
import { NO_PICTURES } from '#library/importing/pictures/take-in-pictures.ts'
import { makeArticle } from '#library/importing/make-article.ts'
import { readPdf } from '#library/importing/pdf/read-pdf.ts'

export const pdfFixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url)))

/** The article of a PDF file, or the one line that says why there is none. */
export const importPdf = async (bytes: Uint8Array, fileName = 'a.pdf') => {
  const read = await readPdf(bytes, fileName)
  if (!read.ok) return { failure: read.error.message, made: null }
  const made = makeArticle(read.value, NO_PICTURES, bytes, {
    fileName,
    id: 'a',
    now: '2026-01-02T03:04:05Z',
    importer: 'Pathmark test',
  })
  return made.ok ? { failure: null, made: made.value } : { failure: made.error.message, made: null }
}

/** The article of a PDF file that is one. */
export const madeOfPdf = async (bytes: Uint8Array, fileName = 'a.pdf') => {
  const { failure, made } = await importPdf(bytes, fileName)
  if (made === null) throw new Error(failure)
  const { article, html, layout } = made
  const blocks = article.blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${article.text.slice(start, end)}`,
  )
  if (layout === null) throw new Error('An article of pages has no layout.')
  return { article, html, layout, blocks, metadata: article.metadata, warnings: article.provenance.warnings }
}
