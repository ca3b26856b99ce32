/** What a ZIP archive is, by the names in it. Those stand in it unpacked, so that nothing has to be opened. */
const kinds: readonly (readonly [name: string, kind: string])[] = [
  ['word/document.xml', 'a Word document'],
  ['xl/workbook.xml', 'an Excel workbook'],
  ['xl/workbook.bin', 'an Excel workbook'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'an OpenDocument text'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['AndroidManifest.xml', 'an Android program'],
  ['META-INF/MANIFEST.MF', 'a Java archive'],
]

const SIGNATURE = Buffer.from('PK\u0003\u0004', 'latin1')
/** An archive of nothing begins with its end. */
const EMPTY_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1')

const EPUB = 'application/epub+zip'
const CONTAINER = 'META-INF/container.xml'

/** Where the name of the first file stands, and what is looked at there: name, extra field and a short content. */
const FIRST_NAME = 30
const LOOKED_AT = 120

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isZip = (bytes: Uint8Array): boolean =>
  [SIGNATURE, EMPTY_SIGNATURE].some(signature => asBuffer(bytes.subarray(0, 4)).equals(signature))

/**
 * Whether an archive is a book: its first file says so, as the EPUB standard asks (OCF 3.3, “OCF ZIP container”), or there is
 * a container file, of those that were packed anew by other programs.
 */
export const isEpub = (bytes: Uint8Array): boolean => {
  if (!isZip(bytes)) return false
  const first = asBuffer(bytes.subarray(FIRST_NAME, FIRST_NAME + LOOKED_AT)).toString('latin1')
  return (first.startsWith('mimetype') && first.includes(EPUB)) || asBuffer(bytes).includes(CONTAINER)
}

/** What an archive is that is no book, in words with an article; null for what is no ZIP. */
export const archiveKind = (bytes: Uint8Array): string | null => {
  if (!isZip(bytes)) return null
  const all = asBuffer(bytes)
  return kinds.find(([name]) => all.includes(name))?.[1] ?? 'a ZIP archive'
}
