import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })

/** The text that a reader sees of one inline token; markup other than text shows as `⟦type⟧`. */
const visible = (inline: Token): string =>
  (inline.children ?? [])
    .map(token => (token.type === 'text' || token.type === 'text_special' ? token.content : `⟦${token.type}⟧`))
    .join('')

/** Tokens of a file without its front matter. */
const parse = (file: string): Token[] => markdown.parse(file.replace(/^---\n[\s\S]*?\n---\n/, ''), {})

/** Each quotation at the top level as its paragraphs' texts joined by line feeds. */
export const quotations = (file: string): string[] => {
  const found: string[] = []
  let paragraphs: string[] | null = null
  for (const token of parse(file)) {
    if (token.type === 'blockquote_open' && token.level === 0) paragraphs = []
    else if (token.type === 'blockquote_close' && token.level === 0 && paragraphs !== null) {
      found.push(paragraphs.join('\n'))
      paragraphs = null
    } else if (paragraphs !== null && token.type === 'inline') paragraphs.push(visible(token))
    else if (paragraphs !== null && !token.type.startsWith('paragraph_')) paragraphs.push(`⟦${token.type}⟧`)
  }
  return found
}

/** Headings at the top level, with their rank: `2 Highlights`. */
export const headings = (file: string): string[] => {
  const tokens = parse(file)
  return tokens.flatMap((token, index) => {
    const inline = tokens[index + 1]
    return token.type === 'heading_open' && token.level === 0 && inline !== undefined
      ? [`${token.tag.slice(1)} ${visible(inline)}`]
      : []
  })
}
