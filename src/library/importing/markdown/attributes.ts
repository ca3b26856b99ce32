import type MarkdownIt from 'markdown-it'

type Parser = InstanceType<typeof MarkdownIt>
type Token = ReturnType<Parser['parse']>[number]

/** A name, a class or a value, as pandoc, kramdown and others attach them to headings and pictures: `{#results .wide width=50%}`. */
const ONE = String.raw`(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|[^\s"{}]+)|-)`
const ATTRIBUTES = new RegExp(`^${ONE}(?:[ \\t]+${ONE})*$`)
const EACH = new RegExp(ONE, 'g')
const AT_START = new RegExp(String.raw`^\{[ \t]*(${ONE}(?:[ \t]+${ONE})*)[ \t]*\}`)

/** What opens or closes a part that only has attributes. */
const DIVISION = /^:{3,}[ \t]*(?:\{[^{}]*\}[ \t]*:*)?[ \t]*$/

/** Characters of the longest attributes that are looked for. */
const LONGEST = 1_000

/** What a heading may be given a value of. Other values are text: a set, or an equation. */
const knownValue = /^(?:class|dir|height|id|lang|width)=/

/**
 * True for attributes that are no part of the words: one of them is a name or a class, or all of them have a meaning. A lone dash, the mark of a part without
 * a number, has one in files that begin with what they say of themselves, as those for such programs do.
 */
const areMeant = (attributes: string, hasFrontMatter: boolean): boolean => {
  const all = attributes.match(EACH) ?? []
  return all.some(one => /^[#.]/.test(one)) || all.every(one => (one === '-' ? hasFrontMatter : knownValue.test(one)))
}

/** Parts a heading from the attributes at its end; null where none stand there. */
const attributesAtEnd = (
  heading: string,
  hasFrontMatter: boolean,
): { readonly text: string; readonly attributes: string } | null => {
  const whole = heading.trimEnd()
  const open = whole.endsWith('}') ? whole.lastIndexOf('{') : -1
  if (open < 0 || whole.length - open > LONGEST) return null
  const inside = whole.slice(open + 1, -1).trim()
  // Nothing but attributes begins with a colon.
  const marked = inside.startsWith(':')
  const attributes = marked ? inside.slice(1).trimStart() : inside
  const isOne = ATTRIBUTES.test(attributes) && (marked || areMeant(attributes, hasFrontMatter))
  return isOne ? { text: whole.slice(0, open).trimEnd(), attributes } : null
}

const nameIn = (attributes: string): string | undefined => /#([\w:.-]+)/.exec(attributes)?.[1]

/** Takes attributes off headings, of which the name stays as the place that links lead to, and lines of colons off paragraphs. */
const beforeInline = (tokens: Token[], hasFrontMatter: boolean): void => {
  for (const [at, token] of tokens.entries()) {
    const opening = tokens[at - 1]
    if (token.type !== 'inline' || opening === undefined) continue
    if (opening.type === 'heading_open') {
      const found = attributesAtEnd(token.content, hasFrontMatter)
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

/** Reads attributes in braces, which would otherwise stand in the text. It is told in `hasFrontMatter` of the parser's environment what the file begins with. */
export const readAttributes = (parser: Parser): void => {
  parser.core.ruler.before('inline', 'attributes', ({ tokens, env }) =>
    beforeInline(tokens, env['hasFrontMatter'] === true),
  )
  parser.core.ruler.after('inline', 'inline-attributes', ({ tokens }) => afterInline(tokens))
}
