const encoder = new TextEncoder()

/** Bytes of a PDF file with these objects, numbered from 1, the first of which is the catalogue. All characters are Latin-1. */
export const writePdf = (objects: readonly string[], trailer = ''): Uint8Array => {
  let file = '%PDF-1.7\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`)
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return latin1(file)
}

export const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, character => (character.codePointAt(0) ?? 0) & 0xff)

export const stream = (content: string, entries = ''): string =>
  `<<${entries}/Length ${encoder.encode(content).length}>>\nstream\n${content}\nendstream`

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'

/** A line of text at a place, in points from the lower left corner. */
export const textAt = (text: string, x: number, y: number, size = 10): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`

interface PageParts {
  readonly content: string
  /** Entries of the page's dictionary. */
  readonly entries?: string
}

/** A file with these pages, each with the font F. `catalogue` are further entries, `more` further objects, the first of them `nextObject`. */
export const pdfOfPages = (
  pages: readonly PageParts[],
  { catalogue = '', more = [], font = HELVETICA }: { catalogue?: string; more?: readonly string[]; font?: string } = {},
): Uint8Array => {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')
  return writePdf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font,
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R${entries}>>`,
      stream(content),
    ]),
    ...more,
  ])
}

/** Number of the first of `more` in a file of so many pages. */
export const nextObject = (pages: number): number => 4 + 2 * pages
