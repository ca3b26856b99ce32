import type { ChunkText } from './article-dom.ts'
import { SOFT_HYPHEN, withSoftHyphens } from './hyphenate.ts'
import type { BreakFinder } from './hyphenate.ts'
import { OffsetList } from './offset-list.ts'

/**
 * Puts soft hyphens into the text nodes of a chunk that has none, and returns its text with a map that knows them. What is
 * selected stays selected.
 * @param breakable whether each node's words may be broken
 */
export function hyphenateChunk(text: ChunkText, breakable: readonly boolean[], findBreaks: BreakFinder): ChunkText {
  const breaks = new OffsetList()
  const selection = document.getSelection()
  for (const [segment, node] of text.nodes.entries()) {
    if (breakable[segment] !== true) continue
    const found = findBreaks(node.data)
    if (found.length === 0) continue
    const start = text.map.starts[segment] ?? 0
    for (const place of found) breaks.push(start + place)
    // Setting the data is quicker, but would move a selection that ends in this node to its beginning.
    if (node === selection?.anchorNode || node === selection?.focusNode)
      for (const place of found.toReversed()) node.insertData(place, SOFT_HYPHEN)
    else node.data = withSoftHyphens(node.data, found)
  }
  return { ...text, map: { ...text.map, breaks: breaks.toArray() } }
}
