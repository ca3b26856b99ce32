import MarkdownIt from 'markdown-it'

/** Notes stand below the headings of a panel and of its cards, so their own headings begin at the fourth rank. */
const HIGHEST_HEADING = 4

/** What a link in a note may lead to. */
const safeAddress = /^(?:https?:\/\/|mailto:)/i

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })

// A picture would be fetched when the note is shown: nothing leaves the machine unasked.
markdown.disable('image')
markdown.validateLink = address => safeAddress.test(address)
markdown.core.ruler.push('demote-headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HIGHEST_HEADING - 1)}`
    }
  }
})

/**
 * A note's Markdown (CommonMark with tables, a line break for each line feed, plain addresses as links) as HTML.
 * HTML in the source is shown as text, pictures as their source, and links lead to http, https and mailto only.
 */
export const markdownToHtml = (source: string): string => markdown.render(source)
