import { bisect } from '../order/bisect.ts'
import type { ArticleText, Block, Section } from './article.ts'

/** Index of the last of `items`, sorted by start, that starts at or before `offset`; -1 when all start later. */
const lastStartingBy = (items: readonly { readonly start: number }[], offset: number): number =>
  bisect(0, items.length, at => (items[at]?.start ?? Infinity) <= offset) - 1

/**
 * The innermost section at an offset. A separator belongs to the section before it.
 * Undefined only for an article without sections, which no importer makes.
 */
export const sectionAt = (article: Pick<ArticleText, 'sections'>, offset: number): Section | undefined =>
  article.sections[Math.max(0, lastStartingBy(article.sections, offset))]

/** The block at an offset. A separator, and the end of the text, belong to the block before. Undefined without blocks. */
export const blockAt = (article: Pick<ArticleText, 'blocks'>, offset: number): Block | undefined =>
  article.blocks[Math.max(0, lastStartingBy(article.blocks, offset))]

/** The sections around an offset, the outermost first, without the whole article. */
export const sectionPathAt = (article: Pick<ArticleText, 'sections'>, offset: number): readonly Section[] => {
  const byId = new Map(article.sections.map(section => [section.id, section]))
  const path: Section[] = []
  let section = sectionAt(article, offset)
  while (section !== undefined && section.parent !== null) {
    path.unshift(section)
    section = byId.get(section.parent)
  }
  return path
}
