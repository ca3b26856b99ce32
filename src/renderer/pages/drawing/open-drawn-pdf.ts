import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { PDFDataRangeTransport, VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { safePdfOptions } from '#core/article/safe-pdf-options.ts'
import { DrawingCanvasFactory, NoFilterFactory } from './drawing-canvas.ts'
import { PackedDataFactory } from './packed-data.ts'

/** Bytes that pdf.js asks for at once. */
const PIECE = 256 * 1024
/** Points of the largest picture that is decoded; one beyond that is left out of its page. */
const LARGEST_PICTURE = 64 * 1024 * 1024

/** Gives pdf.js the parts of a file that it asks for, as they come. */
export class AskedRanges extends PDFDataRangeTransport {
  readonly #ask: (from: number, to: number) => void

  constructor(length: number, ask: (from: number, to: number) => void) {
    super(length, null)
    this.#ask = ask
  }

  override requestDataRange(from: number, to: number): void {
    this.#ask(from, to)
  }
}

/**
 * Opens a PDF to draw its pages: nothing of it runs or is compiled, no form is filled in, nothing is loaded from anywhere, and letters are drawn as
 * shapes, not as fonts of the window. pdf.js works in this thread. Rejects when it cannot be read.
 */
export const openDrawnPdf = (ranges: AskedRanges): Promise<PDFDocumentProxy> =>
  getDocument({
    ...safePdfOptions,
    range: ranges,
    length: ranges.length,
    rangeChunkSize: PIECE,
    disableStream: true,
    maxImageSize: LARGEST_PICTURE,
    standardFontDataUrl: 'fonts/',
    CanvasFactory: DrawingCanvasFactory,
    FilterFactory: NoFilterFactory,
    BinaryDataFactory: PackedDataFactory,
    verbosity: VerbosityLevel.ERRORS,
  }).promise
