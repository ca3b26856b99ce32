import { decodeText } from '../decode-text.ts'
import { childOf, childrenOf } from '../xml/find-elements.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { placeOf } from './book-paths.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'

/** Ways to keep fonts from being copied out of a book; they leave its text as it is (EPUB 3.3, 4.2.7, and Adobe's older one). */
const fontAlgorithms = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

export interface Protection {
  /** Paths of files that are encrypted, in lower case. */
  readonly encrypted: ReadonlySet<string>
  /** What the protection is called. */
  readonly scheme: string
}

const ENCRYPTION = 'META-INF/encryption.xml'

const textIn = (archive: ZipArchive, path: string): string | null => {
  const read = archive.read(path)
  return read.kind === 'bytes' ? decodeText(read.bytes).text : null
}

const schemeOf = (archive: ZipArchive, encryption: string): string => {
  if (archive.find('META-INF/sinf.xml') !== null) return 'Apple FairPlay'
  if (archive.find('META-INF/license.lcpl') !== null || encryption.includes('readium.org/2014/01/lcp'))
    return 'Readium LCP'
  const rights = textIn(archive, 'META-INF/rights.xml') ?? ''
  if (/barnesandnoble/i.test(rights)) return 'the DRM of Barnes & Noble'
  if (/kobo/i.test(rights)) return 'the DRM of Kobo'
  if (/adobe\.com\/adept/i.test(rights + encryption)) return 'Adobe ADEPT'
  return 'a DRM that it does not name'
}

/** Which files of a book its seller has encrypted. Fonts that are only disguised are not among them. */
export const readProtection = (archive: ZipArchive): Protection => {
  const text = textIn(archive, ENCRYPTION)
  const encrypted = new Set<string>()
  const { root } = parseXml(text ?? '<none/>')
  for (const data of childrenOf(root ?? undefined, 'EncryptedData')) {
    const algorithm = childOf(data, 'EncryptionMethod')?.attributes.get('Algorithm') ?? ''
    const reference = childOf(data, 'CipherData', 'CipherReference')?.attributes.get('URI') ?? ''
    // Its addresses lead from the root of the archive.
    const place = placeOf(`/${reference.replace(/^\/+/, '')}`, '')
    if (!fontAlgorithms.has(algorithm) && place !== null) encrypted.add(place.path.toLowerCase())
  }
  return { encrypted, scheme: schemeOf(archive, text ?? '') }
}
