import { decodeText } from '../decode-text.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { rebuildDrawing } from './rebuild-drawing.ts'
import type { RebuiltDrawing } from './rebuild-drawing.ts'

/** Reads a file in SVG. One that breaks off before its end is refused: what it says may be in what is missing. */
export const readDrawing = (bytes: Uint8Array): RebuiltDrawing => {
  const parsed = parseXml(decodeText(bytes).text)
  if (parsed.root === null || parsed.flattened) return 'refused'
  // Programs declare short names in the document's type, for names of their own elements, which are not kept.
  const isHarmless = parsed.problem === null || /entit|namespace|prefix/i.test(parsed.problem)
  return isHarmless ? rebuildDrawing(parsed.root) : 'refused'
}
