import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { makeDocument } from './make-document.ts'
import type { DocumentContext, MadeDocument } from './make-document.ts'
import { purifyDrawing } from './drawings/purify-drawing.ts'
import { drawingsAmong, withoutPictures } from './drawings/without-drawings.ts'
import { purifyContent } from './purify-content.ts'
import { withPurified } from './with-purified.ts'

/** All that a file comes to but for its mechanisms: ready to be written, not yet on the disk. */
export type ImportedDocument = Omit<MadeDocument, 'elements'>

/** Makes a file into an article and has the purifier look at it. Touches no disk; fails as `makeDocument` does. */
export const importDocument = async (
  bytes: Uint8Array,
  context: DocumentContext,
): Promise<Result<ImportedDocument>> => {
  const made = await makeDocument(bytes, context)
  if (!made.ok) return made
  const { elements, ...document } = made.value
  const amiss = new Set<string>()
  for (const { name, text } of drawingsAmong(document.assets)) if ((await purifyDrawing(text)) !== text) amiss.add(name)
  return succeed(withoutPictures(withPurified(document, await purifyContent(elements)), amiss))
}
