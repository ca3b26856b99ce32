import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { darkPage, pictureBoxes } from './dark-page.ts'
import type { DrawRequest } from './drawing-messages.ts'

/** Points of the largest picture of a page: beyond that it is drawn coarser and enlarged. */
const LARGEST_PICTURE = 24_000_000

/** What ends a drawing that is not wanted any more. */
export interface DrawingInHand {
  cancel: (() => void) | null
}

export interface DrawnPage {
  readonly picture: ImageBitmap
  /** Pictures on it that could not be decoded. */
  readonly lacks: number
}

/** What pdf.js calls pictures of a page, and gives none for that it could not decode. */
const pictureName = /(?:^|_)img_p(\d+)_/

const countLacking = (page: PDFPageProxy, index: number): number =>
  [...(page.objs as Iterable<[string, unknown]>), ...(page.commonObjs as Iterable<[string, unknown]>)].filter(
    ([name, data]) => data === null && pictureName.exec(name)?.[1] === String(index),
  ).length

/** Draws a page as a picture. Rejects when the page cannot be drawn, or when `inHand` was cancelled. */
export async function drawPage(
  document: PDFDocumentProxy,
  { page: index, scale, colours }: DrawRequest,
  inHand: DrawingInHand,
): Promise<DrawnPage> {
  const page = await document.getPage(index + 1)
  try {
    const { width, height } = page.getViewport({ scale: 1 })
    const finest = Math.sqrt(LARGEST_PICTURE / Math.max(1, width * height))
    const viewport = page.getViewport({ scale: Math.min(scale, finest) })
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    )
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (context === null) throw new Error('There is no canvas to draw on.')
    // pdf.js takes any canvas; its types know those of a page only.
    const drawing = page.render({
      canvas: canvas as unknown as HTMLCanvasElement,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
      annotationMode: AnnotationMode.ENABLE,
      recordImages: colours.kind === 'dark',
    })
    inHand.cancel = () => drawing.cancel()
    await drawing.promise
    const lacks = countLacking(page, index)
    if (colours.kind === 'paper') return { picture: canvas.transferToImageBitmap(), lacks }
    const dark = darkPage(canvas, pictureBoxes(page.imageCoordinates ?? []), colours.paper)
    return { picture: dark.transferToImageBitmap(), lacks }
  } finally {
    inHand.cancel = null
    page.cleanup()
  }
}
