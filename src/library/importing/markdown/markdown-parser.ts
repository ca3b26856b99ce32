import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { readAttributes } from './attributes.ts'
import { dollarMath } from './markdown-math.ts'

const TASK = /^\[([ xX])\]\s+/

/**
 * CommonMark with what GitHub adds (tables, struck words, tasks, plain addresses), footnotes, attributes in braces, and formulas between dollar signs. HTML in the source becomes a part of
 * the page, which is cleaned like any other.
 */
export const markdownParser = new MarkdownIt({ html: true, linkify: true, typographer: false })
  .use(footnotes)
  .use(readAttributes)
  .use(dollarMath)

markdownParser.linkify.set({ fuzzyLink: false, fuzzyEmail: true })
// Links inside the article lead to the notes; the way back is the reader's.
markdownParser.renderer.rules['footnote_anchor'] = () => ''
markdownParser.core.ruler.push('tasks', ({ tokens }) => {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'inline' || tokens[at - 2]?.type !== 'list_item_open') continue
    const first = token.children?.[0]
    const task = first?.type === 'text' ? TASK.exec(first.content) : null
    if (first === undefined || task === null) continue
    first.content = `${task[1] === ' ' ? '☐' : '☑'} ${first.content.slice(task[0].length)}`
  }
})
