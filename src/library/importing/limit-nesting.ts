import { expandForeignElements } from './expand-empty-elements.ts'

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

/** A tag up to the end of its name, which goes on to a space, a slash or the end of the tag. */
const tagStart = /<(\/?)([a-z][^\s/>]*)/gi

/**
 * Takes the tags out of the way that nest deeper than any page needs, and keeps the text between them: they become `wbr`, which
 * holds nothing. The parser's time grows with the square of the depth, so that a hostile page would keep it busy for minutes. Shapes and signs that are
 * closed where they begin are given an end tag, and are not deep.
 */
export const limitNesting = (html: string): { html: string; flattened: boolean } => {
  let depth = 0
  let flattened = false
  const limited = expandForeignElements(html).replace(tagStart, (tag, slash: string, name: string) => {
    if (selfEnding.has(name.toLowerCase())) return tag
    const inside = slash === '' ? depth + 1 : depth
    depth = slash === '' ? inside : Math.max(0, depth - 1)
    if (inside <= DEEPEST_NESTING) return tag
    flattened = true
    return `<${slash}wbr`
  })
  return { html: limited, flattened }
}
