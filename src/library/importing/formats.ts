import type { Provenance } from '#core/article/article.ts'
import { readEpub } from './epub/read-epub.ts'
import { readHtml } from './import-html.ts'
import { readJats } from './jats/read-jats.ts'
import { readMhtml } from './mhtml/read-mhtml.ts'
import { readPlainText } from './plain-text/read-plain-text.ts'
import type { FileReader } from './read-file.ts'

/** What reads each format. */
export const readers: Readonly<Record<Provenance['format'], FileReader>> = {
  html: readHtml,
  // Loaded when it is needed: parsers of Markdown and of its front matter are a fourth of what there is to load.
  markdown: async (bytes, fileName) => (await import('./markdown/read-markdown.ts')).readMarkdown(bytes, fileName),
  text: readPlainText,
  jats: readJats,
  epub: readEpub,
  // Loaded when it is needed: it is large, and changes what lists do in the whole process.
  pdf: async (...given) => (await import('./pdf/read-pdf.ts')).readPdf(...given),
  mhtml: readMhtml,
}

/** In words, for who tried something else. */
export const importableFormats =
  'HTML pages, web archives (MHTML), EPUB books, PDF documents, JATS articles, Markdown and plain text'
