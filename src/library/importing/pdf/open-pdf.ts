import { putBackOwnFunctions } from './pdfjs-globals.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { safePdfOptions } from '#core/article/safe-pdf-options.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { characterMap } from './character-maps.ts'

putBackOwnFunctions()

/** Gives pdf.js the tables of characters that it has no file for here; fonts and decoders of images it gets none. */
class OwnDataFactory {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const data = kind === 'cMapUrl' ? characterMap(filename.replace(/\.bcmap$/, '')) : null
    return data === null ? Promise.reject(new Error(`${filename} is not at hand.`)) : Promise.resolve(data)
  }
}

/** What becomes of a PDF document that is being opened, and what ends it. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

/** What hinders pdf.js, in words for a reader; its own are for those who know the format. */
const refusalOf = (error: unknown, fileName: string): string => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return `“${fileName}” is protected by a password. Save a copy without one to import it.`
  return name === 'InvalidPDFException'
    ? `“${fileName}” is a damaged PDF file that cannot be opened.`
    : `“${fileName}” is a PDF file that cannot be opened: it is damaged, or made in a way that Pathmark does not know.`
}

/**
 * Opens a PDF for its text alone: no code of it is run or compiled, no image decoded, nothing loaded from anywhere. pdf.js works in
 * this thread. Fails with `not-readable`.
 */
export const openPdf = async (bytes: Uint8Array, fileName: string): Promise<Result<OpenedPdf>> => {
  // pdf.js keeps the bytes that it is given.
  const task = getDocument({
    data: bytes.slice(),
    ...safePdfOptions,
    isOffscreenCanvasSupported: false,
    maxImageSize: 0,
    BinaryDataFactory: OwnDataFactory,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return succeed({ document: await task.promise, close: () => task.destroy() })
  } catch (error) {
    await task.destroy()
    return fail('not-readable', refusalOf(error, fileName))
  }
}
