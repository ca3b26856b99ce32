import type MarkdownIt from 'markdown-it'

type Parser = InstanceType<typeof MarkdownIt>
type Token = ReturnType<Parser['parse']>[number]

/** A name, a class or a value, as pandoc, kramdown and others attach them to headings and pictures: `{#results .wide width=50%}`. */
const ONE = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|[^\s"{}]+)|-)`
const ATTRIBUTES = new RegExp(`^${ONE}(?:[ \\t]+${ONE})*$`)
const AT_START = new RegExp(String.raw`^\{[ \t]*(${ONE}(?:[ \t]+${ONE})*)[ \t]*\}`)

/** What opens or closes a part that only has attributes. */
const DIVISION = /^:{3,}[ \t]*(?:\{[^{}]*\}[ \t]*:*)?[ \t]*$/

/** Characters of the longest attributes that are looked for. */
const LONGEST = 1_000

/** Parts a heading from the attributes at its end; null where none stand there. */
const attributesAtEnd = (heading: string): { readonly text: string; readonly attributes: string } | null => {
  const whole = heading.trimEnd()
  const open = whole.endsWith('}') ? whole.lastIndexOf('{') : -1
  if (open < 0 || whole.length - open > LONGEST) return null
  const attributes = whole
    .slice(open + 1, -1)
    .trim()
    .replace(/^:/, '')
    .trimStart()
  return ATTRIBUTES.test(attributes) ? { text: whole.slice(0, open).trimEnd(), attributes } : null
}

const nameIn = (attributes: string): string | undefined => /#([\w:.-]+)/.exec(attributes)?.[1]

/** Takes attributes off headings, of which the name stays as the place that links lead to, and lines of colons off paragraphs. */
const beforeInline = (tokens: Token[]): void => {
  for (const [at, token] of tokens.entries()) {
    const opening = tokens[at - 1]
    if (token.type !== 'inline' || opening === undefined) continue
    if (opening.type === 'heading_open') {
      const found = attributesAtEnd(token.content)
      if (found === null) continue
      token.content = found.text
      const name = nameIn(found.attributes)
      if (name !== undefined) opening.attrSet('id', name)
    } else if (opening.type === 'paragraph_open' && token.content.includes(':::')) {
      token.content = token.content
        .split('\n')
        .filter(line => !DIVISION.test(line))
        .join('\n')
    }
  }
}

/** Takes attributes off pictures and links. */
const afterInline = (tokens: readonly Token[]): void => {
  for (const { children } of tokens) {
    for (const [at, child] of (children ?? []).entries()) {
      const before = children?.[at - 1]?.type
      if (child.type === 'text' && (before === 'image' || before === 'link_close'))
        child.content = child.content.replace(AT_START, '')
    }
  }
}

/** Reads attributes in braces, which would otherwise stand in the text. */
export const readAttributes = (parser: Parser): void => {
  parser.core.ruler.before('inline', 'attributes', ({ tokens }) => beforeInline(tokens))
  parser.core.ruler.after('inline', 'inline-attributes', ({ tokens }) => afterInline(tokens))
}
