import type { Result } from '#core/result/result.ts'
import { succeed } from '#core/result/result.ts'
import { buildContent } from '../build-content.ts'
import { escapeText } from '../canonical-markup.ts'
import { lineOfText } from '../source-text.ts'
import { parseBody } from '../parse-html.ts'
import type { ReadFile } from '../read-file.ts'
import { titleOfFileName } from '../title-of-file-name.ts'
import { decodePlainText } from './decode-plain-text.ts'
import { partsOf } from './paragraphs.ts'
import type { Part } from './paragraphs.ts'

/** A first line that is longer is no title. */
const LONGEST_TITLE = 160

const markupOf = (part: Part): string => {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${escapeText(part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p>${part.lines.map(escapeText).join('<br>')}</p>`
    case 'preformatted':
      // The parser takes a line feed right after the tag away.
      return `<pre>\n${escapeText(part.lines.join('\n'))}</pre>`
    case 'list': {
      const items = part.items.map(item => `<li>${escapeText(item)}</li>`).join('')
      return part.ordered ? `<ol start="${part.start}">${items}</ol>` : `<ul>${items}</ul>`
    }
  }
}

/** A first line by itself is what the text is called, unless it ends like a sentence. */
const titledParts = (
  parts: readonly Part[],
): { readonly title: string | undefined; readonly parts: readonly Part[] } => {
  const [first, ...rest] = parts
  if (first?.kind === 'heading') return { title: lineOfText(first.text), parts }
  const line = first?.kind === 'paragraph' && first.lines.length === 1 ? lineOfText(first.lines[0] ?? '') : ''
  const isTitle =
    rest.length > 0 && line !== '' && line.length <= LONGEST_TITLE && !/[.,;:!?…。！？]["”’)」』]?$/u.test(line)
  return isTitle
    ? { title: line, parts: [{ kind: 'heading', level: 1, text: line }, ...rest] }
    : { title: undefined, parts }
}

/** Reads plain text of any encoding; its structure is told by its lines. */
export const readPlainText = (bytes: Uint8Array, fileName: string): Result<ReadFile> => {
  const decoded = decodePlainText(bytes)
  const { title, parts } = titledParts(partsOf(decoded.text))
  const page = parseBody(parts.map(markupOf).join('\n'))
  return succeed({
    format: 'text',
    metadata: {
      title: title ?? titleOfFileName(fileName),
      authors: [],
      language: 'und',
      keywords: [],
      sourceNotes: [],
    },
    content: buildContent(page, undefined),
    warnings: decoded.warnings,
  })
}
