import { importHtml } from '#library/importing/import-html.ts'
import type { Article } from '#core/article/article.ts'

const context = { fileName: 'page.html', id: 'page-1', now: '2026-01-02T03:04:05Z', importer: 'Pathmark test' }

/** Imports a page of which the test knows that it can be imported. */
export const importPage = (page: string | Uint8Array): { article: Article; html: string } => {
  const result = importHtml(typeof page === 'string' ? new TextEncoder().encode(page) : page, context)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Texts of the article's blocks, each after its kind. */
export const blocksOf = (page: string): readonly string[] => {
  const { article } = importPage(page)
  return article.blocks.map(block => `${block.kind}: ${article.text.slice(block.start, block.end)}`)
}
