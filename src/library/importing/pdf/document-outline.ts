import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { sameTitle } from './layout/flow.ts'

/** Entries taken from an outline at most, and how deep. */
const MOST = 5_000
const DEEPEST = 6

type Entries = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

/** The depth of each title in a document's outline, from 0; titles as `sameTitle` writes them. */
export const outlineDepths = async (document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> => {
  const depths = new Map<string, number>()
  const take = (entries: Entries, depth: number): void => {
    for (const { title, items } of entries ?? []) {
      if (depths.size >= MOST) return
      const same = sameTitle(title)
      if (same !== '' && !depths.has(same)) depths.set(same, depth)
      if (depth < DEEPEST) take(items, depth + 1)
    }
  }
  try {
    take(await document.getOutline(), 0)
  } catch {
    // A damaged outline: headings are then told by their type alone.
  }
  return depths
}
