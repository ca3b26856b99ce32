import { noCompanions } from '../importing/pictures/companions.ts'
import type { Importer } from './import-here.ts'

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

/** The program's importer with all that it loads when it is first used, because it may load nothing later. */
export const warmImporter = async (): Promise<Importer> => {
  const { importDocument } = await import('../importing/import-document.ts')
  const context = { now: '', program: '', taken: () => false, companions: noCompanions }
  await importDocument(SMALLEST_PAGE, { ...context, fileName: 'page.html' })
  await importDocument(SMALLEST_PDF, { ...context, fileName: 'page.pdf' })
  return importDocument
}
