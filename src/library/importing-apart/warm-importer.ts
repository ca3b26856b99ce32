import { noCompanions } from '../importing/pictures/companions.ts'
import { isPdf, mayBeMarkdown } from '../importing/recognise-format.ts'
import type { LoadImporter } from './serve-import.ts'

/** One page with one word, in a font that every reader of PDF knows. Its table of places is wrong, so that mending is ready, too. */
const SMALLEST_PDF = new TextEncoder().encode(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 30>>stream
BT/F 9 Tf 9 9 Td(Word)Tj ET   
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`,
)

const SMALLEST_PAGE = new TextEncoder().encode('<!doctype html><title>Page</title><p>Word</p>')

const SMALLEST_MARKDOWN = new TextEncoder().encode(
  '---\ntitle: Page\n---\n\n# Page\n\n- [Word](https://word.example)\n',
)

const context = { now: '', program: '', taken: () => false, companions: noCompanions }

/** The program's importer with all that it loads when it is first used, because it may load nothing later. Purifying is left to another process. */
export const warmImporter: LoadImporter = async () => {
  const { makeDocument } = await import('../importing/make-document.ts')
  await makeDocument(SMALLEST_PAGE, { ...context, fileName: 'page.html' })
  return async bytes => {
    // pdf.js takes as long to load as all the rest.
    if (isPdf(bytes)) await makeDocument(SMALLEST_PDF, { ...context, fileName: 'page.pdf' })
    if (mayBeMarkdown(bytes)) await makeDocument(SMALLEST_MARKDOWN, { ...context, fileName: 'page.md' })
    return makeDocument
  }
}
