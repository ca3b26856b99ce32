import { succeed } from '#core/result/result.ts'
import { looksLikeMarkdown } from './importing/markdown/looks-like-markdown.ts'
import { contentHash } from './importing/content-hash.ts'
import { noCompanions } from './importing/pictures/companions.ts'
import type { ImportSource } from './import-source.ts'

/** What a copy put on the clipboard; empty where it has nothing of the kind. */
export interface CopiedContent {
  readonly html: string
  readonly text: string
  /** The page that it was copied from, where the system tells. */
  readonly address: string | null
}

/** A text without a title is named by its first words. */
const LONGEST_TITLE = 120

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What was copied, out of the page that some systems put around it. */
const fragmentOf = (html: string): string => {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  return start >= 0 && end > start ? html.slice(start + '<!--StartFragment-->'.length, end) : html
}

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .find(line => line !== '')
    ?.slice(0, LONGEST_TITLE) ?? ''

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The bytes that stand for what was copied: Markdown and plain text as they are, anything else as a page. */
export const copiedBytes = ({ html, text }: CopiedContent): Uint8Array => {
  if (html.trim() === '' || looksLikeMarkdown(text)) return encode(text)
  const title = escapeHtml(firstLine(text))
  return encode(
    `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article>${fragmentOf(html)}</article></body></html>`,
  )
}

/** What was copied, to be imported. Nothing is fetched for it: pictures that are not in it are left out. */
export const clipboardSource =
  (content: CopiedContent): ImportSource =>
  () => {
    const bytes = copiedBytes(content)
    const { address } = content
    return Promise.resolve(
      succeed({
        bytes,
        hash: contentHash(bytes),
        fileName: `${
          firstLine(content.text)
            .replace(/[\p{Cc}/\\:]+/gu, ' ')
            .trim() || 'Clipboard'
        }.txt`,
        companions: noCompanions,
        ...(address !== null && { origin: { asked: address, address, encoding: 'utf-8' } }),
      }),
    )
  }
