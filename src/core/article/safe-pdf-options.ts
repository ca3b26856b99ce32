/**
 * What pdf.js is told wherever it opens a file that may be anybody's: no code of it is run or compiled, no form is filled in, nothing is loaded
 * from anywhere, no font of the system or of the window is used, and what is damaged is read as far as it can be. The tables of characters
 * come from the program's own data.
 */
export const safePdfOptions = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  isImageDecoderSupported: false,
  stopAtErrors: false,
  disableAutoFetch: true,
  cMapUrl: 'cmaps/',
  cMapPacked: true,
} as const
