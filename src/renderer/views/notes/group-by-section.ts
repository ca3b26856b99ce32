import type { ArticleText, Section } from '#core/article/article.ts'
import { sectionAt, sectionPathAt } from '#core/article/locate.ts'
import type { Span } from '#core/text/span.ts'

export interface SectionGroup<T> {
  /** Id of the innermost section. */
  readonly id: string
  /** Titles of the section and those around it, outermost first; empty before the first heading. */
  readonly path: readonly string[]
  readonly items: readonly T[]
}

/** The article's title is a heading as well; below it, it says nothing new. */
const titlesOf = (path: readonly Section[]): readonly string[] =>
  path.filter(section => section.level > 1 || path.length === 1).map(section => section.title)

/** Items in text order as runs of the same innermost section. */
export const groupBySection = <T extends { readonly span: Span }>(
  items: readonly T[],
  article: Pick<ArticleText, 'sections'>,
): readonly SectionGroup<T>[] => {
  const groups: { readonly id: string; readonly path: readonly string[]; readonly items: T[] }[] = []
  for (const item of items) {
    const section = sectionAt(article, item.span.start)
    const id = section === undefined || section.parent === null ? '' : section.id
    const last = groups.at(-1)
    if (last?.id === id) last.items.push(item)
    else groups.push({ id, path: titlesOf(sectionPathAt(article, item.span.start)), items: [item] })
  }
  return groups
}
