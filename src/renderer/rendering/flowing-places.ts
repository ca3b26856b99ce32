import { chunkAt } from './article-dom.ts'
import type { BuiltArticle } from './build-article.ts'
import type { ChunkSizes } from './chunk-sizes.ts'
import { extentOf, likelyHeightOf, offsetAtHeight } from './geometry.ts'
import { nearestCaret } from './hit-test.ts'
import type { TextPlaces } from './text-places.ts'

/** The places of an article whose lines flow below each other. */
export const flowingPlaces = (dom: BuiltArticle, sizes: ChunkSizes, scroller: HTMLElement): TextPlaces => ({
  offsetAtHeight: y => offsetAtHeight(dom, y),
  heightOf: offset => likelyHeightOf(dom, offset),
  extentOf: span => extentOf(dom, span),
  prepare: offset => sizes.measureAround(chunkAt(dom, offset), 2 * scroller.clientHeight),
  nearestCaret: (view, x, y) => nearestCaret(dom, view, x, y),
  // Of a last paragraph that was chosen by three clicks the end lies beyond the article, too, with the hand inside.
  isMeant: ({ focusNode }, x, y) => dom.root.contains(focusNode) || dom.root.contains(document.elementFromPoint(x, y)),
})
