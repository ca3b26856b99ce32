import type { Result } from '#core/result/result.ts'
import { succeed } from '#core/result/result.ts'
import { buildContent } from '../build-content.ts'
import { FLATTENED } from '../content-tree.ts'
import { decodePlainText } from '../plain-text/decode-plain-text.ts'
import { limitNesting } from '../limit-nesting.ts'
import { collapsedText, isElement, parseBody, walk } from '../parse-html.ts'
import type { ParsedNode } from '../parse-html.ts'
import type { ReadFile } from '../read-file.ts'
import { titleOfFileName } from '../title-of-file-name.ts'
import { readFrontMatter } from './front-matter.ts'
import { markdownParser } from './markdown-parser.ts'

const firstHeading = (page: ParsedNode): string | undefined => {
  let found: string | undefined
  walk(page, node => {
    if (found === undefined && isElement(node) && node.localName === 'h1') found = collapsedText(node) || undefined
    return found === undefined
  })
  return found
}

/** A title in front matter may have emphasis in it, as the text has. */
const plainTitle = (title: string): string =>
  collapsedText(
    parseBody(markdownParser.renderInline(title.replace(/[<&]/g, sign => (sign === '<' ? '&lt;' : '&amp;')))),
  ) || title

/** Reads Markdown: CommonMark with what GitHub adds, footnotes, and front matter. */
export const readMarkdown = (bytes: Uint8Array, fileName: string): Result<ReadFile> => {
  const decoded = decodePlainText(bytes)
  const front = readFrontMatter(decoded.text)
  const abstract = front.abstract === '' ? '' : `## Abstract\n\n${front.abstract}\n\n`
  const hasFrontMatter = front.rest !== decoded.text
  const limited = limitNesting(markdownParser.render(`${abstract}${front.rest}`, { hasFrontMatter }))
  const page = parseBody(limited.html)
  return succeed({
    format: 'markdown',
    metadata: {
      title: firstHeading(page) ?? titleOfFileName(fileName),
      authors: [],
      language: 'und',
      keywords: [],
      sourceNotes: [],
      ...front.metadata,
      ...(front.metadata.title !== undefined && { title: plainTitle(front.metadata.title) }),
    },
    content: buildContent(page, front.metadata.address),
    warnings: [...decoded.warnings, ...front.warnings, ...(limited.flattened ? [FLATTENED] : [])],
  })
}
