import { expandForeignElements } from './expand-empty-elements.ts'
import { tagsOf } from './html-tags.ts'

/** Elements within elements that are still told apart. Pages made by people stay far below. */
const DEEPEST_NESTING = 1000

/** Elements that never hold another, or that end by themselves where the next of their kind begins. */
const selfEnding: ReadonlySet<string> = new Set([
  'area',
  'base',
  'body',
  'br',
  'col',
  'dd',
  'dt',
  'embed',
  'head',
  'hr',
  'html',
  'img',
  'input',
  'li',
  'link',
  'meta',
  'option',
  'p',
  'param',
  'source',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'track',
  'wbr',
])

/**
 * Takes the tags out of the way that nest deeper than any page needs, and keeps the text between them: they become `wbr`, which
 * holds nothing. What looks like a tag in a script, a style or a comment is none, and counts for nothing. The parser's time grows with the square of the depth, so that a hostile page would keep it busy for minutes. Shapes and signs that are
 * closed where they begin are given an end tag, and are not deep.
 */
export const limitNesting = (html: string): { html: string; flattened: boolean } => {
  const expanded = expandForeignElements(html)
  const parts: string[] = []
  let depth = 0
  let kept = 0
  for (const { start, nameEnd, name, isEnd, isRaw } of tagsOf(expanded)) {
    if (isRaw || selfEnding.has(name)) continue
    const inside = isEnd ? depth : depth + 1
    depth = isEnd ? Math.max(0, depth - 1) : inside
    if (inside <= DEEPEST_NESTING) continue
    parts.push(expanded.slice(kept, start), isEnd ? '</wbr' : '<wbr')
    kept = nameEnd
  }
  return { html: parts.join('') + expanded.slice(kept), flattened: parts.length > 0 }
}
