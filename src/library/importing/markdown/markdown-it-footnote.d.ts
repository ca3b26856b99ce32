import type MarkdownIt from 'markdown-it'

/** The package has no types of its own. */
declare const footnotes: (markdown: MarkdownIt) => void
export default footnotes
