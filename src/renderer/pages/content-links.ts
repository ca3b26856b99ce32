import type { Span } from '#core/text/span.ts'
import { chunkAt, offsetAtPoint } from '../rendering/article-dom.ts'
import type { ArticleDom } from '../rendering/article-dom.ts'

/** A link in the article's text, and where it leads to: an outside address, or `#` with the id of a block. */
export interface ContentLink extends Span {
  readonly address: string
}

/** The links of a part of the text, in its order. `content` is the article as a text, which need not be shown. */
export function linksIn(content: ArticleDom, { start, end }: Span): readonly ContentLink[] {
  const links: ContentLink[] = []
  for (let chunk = chunkAt(content, start); chunk <= chunkAt(content, Math.max(start, end - 1)); chunk += 1) {
    content.textOf(chunk)
    for (const link of content.chunks[chunk]?.first.querySelectorAll('a[href]') ?? []) {
      const from = offsetAtPoint(content, link, 0, 'start')
      const to = offsetAtPoint(content, link, link.childNodes.length, 'end')
      if (to > from && from < end && to > start)
        links.push({ start: from, end: to, address: link.getAttribute('href') ?? '' })
    }
  }
  return links
}
