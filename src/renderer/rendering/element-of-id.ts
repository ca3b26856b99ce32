import type { ArticleDom } from './article-dom.ts'

/** The element in the article that has an id; when it is not built yet, the rest of the article is. Null when there is none. */
export function elementOfId(dom: ArticleDom, id: string): Element | null {
  const selector = `#${CSS.escape(id)}`
  const found = dom.root.querySelector(selector)
  if (found !== null) return found
  for (const chunk of dom.chunks.keys()) dom.textOf(chunk)
  return dom.root.querySelector(selector)
}
