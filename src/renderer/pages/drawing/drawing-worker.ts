import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawPage } from './draw-page.ts'
import type { DrawingInHand } from './draw-page.ts'
import type { DrawRequest, FromDrawing, ToDrawing } from './drawing-messages.ts'
import { AskedRanges, openDrawnPdf } from './open-drawn-pdf.ts'

/** Draws one page after the other of one document, beside the window's own work and away from its bridge. */

/** Most page labels that are told, and characters of each. */
const MOST_LABELS = 10_000
const LONGEST_LABEL = 20

const tell = (answer: FromDrawing, transferred: readonly Transferable[] = []): void =>
  postMessage(answer, { transfer: [...transferred] })

let document: PDFDocumentProxy | null = null
let ranges: AskedRanges | null = null
let waiting: DrawRequest[] = []
let current: { readonly request: number; readonly inHand: DrawingInHand } | null = null

async function labelsOf(opened: PDFDocumentProxy): Promise<readonly string[] | null> {
  try {
    const labels = await opened.getPageLabels()
    return labels?.slice(0, MOST_LABELS).map(label => label.slice(0, LONGEST_LABEL)) ?? null
  } catch {
    // Damaged labels are none: pages have their numbers.
    return null
  }
}

async function open(length: number): Promise<void> {
  ranges = new AskedRanges(length, (from, to) => tell({ kind: 'want', from, to }))
  try {
    document = await openDrawnPdf(ranges)
    tell({ kind: 'opened', pages: document.numPages, labels: await labelsOf(document) })
    void drawNext()
  } catch (error) {
    tell({ kind: 'not-opened', message: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
  }
}

async function drawNext(): Promise<void> {
  const next = document === null || current !== null ? undefined : waiting.shift()
  if (document === null || next === undefined) return
  const inHand: DrawingInHand = { cancel: null }
  current = { request: next.request, inHand }
  tell({ kind: 'begun', request: next.request, page: next.page })
  try {
    const { picture, lacks } = await drawPage(document, next, inHand)
    tell({ kind: 'drawn', request: next.request, picture, lacks }, [picture])
  } catch {
    // What pdf.js says is of no use to a reader; that the page is not drawn is shown in its place.
    tell({ kind: 'not-drawn', request: next.request })
  }
  current = null
  void drawNext()
}

addEventListener('message', ({ data }: MessageEvent<ToDrawing>) => {
  switch (data.kind) {
    case 'open':
      void open(data.length)
      return
    case 'piece':
      ranges?.onDataRange(data.from, data.bytes)
      return
    case 'draw':
      waiting.push(data)
      void drawNext()
      return
    case 'cancel':
      waiting = waiting.filter(({ request }) => request !== data.request)
      if (current?.request === data.request) current.inHand.cancel?.()
  }
})
