import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Face } from './layout/page-text.ts'

/** What the name of a font says: `ABCDEF+TimesNewRomanPS-BoldItalicMT`, `CMBX10`, `NimbusRomNo9L-Medi`. */
const faceOfFont = (name: string): Face => {
  const own = name.replace(/^[A-Z]{6}\+/, '')
  return {
    bold: /bold|black|heavy|(?:^|[-_, ])(?:semi|demi)|medi(?:um)?ital|-medi\b|^(?:cm|ec|sf|lm)\w*bx|^cmb\d|^ptmb|^phvb/i.test(
      own,
    ),
    italic: /ital|obli|slanted|kursiv|-it\b|^(?:cm|ec|sf)(?:ti|sl|mi)|^cmmib|^lm\w*(?:ri|oblique)\d/i.test(own),
    fixed: /mono|courier|consol|typewriter|^cmtt|^ectt|^sftt|^lmmono|^lmtt/i.test(own),
  }
}

/** The looks of fonts, learnt from the pages on which they come first. */
export class FontFaces {
  readonly faces = new Map<string, Face>()

  /**
   * Learns those of `names` that are not known. pdf.js tells a font's name only with what it takes to draw the page, so that this is
   * asked for where there is a new one.
   */
  async learn(page: PDFPageProxy, names: readonly string[]): Promise<void> {
    if (names.every(name => this.faces.has(name))) return
    try {
      await page.getOperatorList()
    } catch {
      // A page that cannot be drawn has its text all the same, without bold and italic.
    }
    for (const name of names) {
      if (this.faces.has(name)) continue
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
      const full = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
      this.faces.set(name, faceOfFont(full))
    }
  }
}
