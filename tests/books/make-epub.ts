import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePng } from '../pictures/make-png.ts'
import { writeZip } from './write-zip.ts'
import type { ZippedFile } from './write-zip.ts'

const container = (path: string): string =>
  `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`

const mimetype: ZippedFile = { name: 'mimetype', content: 'application/epub+zip', stored: true }

/** What an archive needs before the parts of a book: its type and where the list of its parts is. */
export const frame = (packagePath = 'OEBPS/content.opf'): readonly ZippedFile[] => [
  mimetype,
  { name: 'META-INF/container.xml', content: container(packagePath) },
]

const PACKAGE = `xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"`

/** A package document of pages `name.xhtml` in a row; what else it says is put in as it stands. */
export const packageOf = (
  pages: readonly string[],
  { metadata = '<dc:title>A Book</dc:title><dc:language>en</dc:language>', items = '', spine = '', guide = '' } = {},
): string => `<?xml version="1.0"?><package ${PACKAGE} version="3.0"><metadata>${metadata}</metadata>
<manifest>${pages.map(page => `<item id="${page}" href="${page}.xhtml" media-type="application/xhtml+xml"/>`).join('')}${items}</manifest>
<spine>${pages.map(page => `<itemref idref="${page}"/>`).join('')}${spine}</spine>${guide}</package>`

export const page = (body: string, root = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" ${root}><head><title>x</title></head><body>${body}</body></html>`

/** A navigation document of a list that is put in as it stands. */
export const navPage = (list: string): string => page(`<h1>Contents</h1><nav epub:type="toc"><ol>${list}</ol></nav>`)

export const NAV_ITEM = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'

/** A small book of pages by name. */
export const makeBook = (
  pages: Readonly<Record<string, string>>,
  { options = {}, files = [] }: { options?: Parameters<typeof packageOf>[1]; files?: readonly ZippedFile[] } = {},
): Buffer =>
  writeZip([
    ...frame(),
    { name: 'OEBPS/content.opf', content: packageOf(Object.keys(pages), options) },
    ...Object.entries(pages).map(([name, content]) => ({ name: `OEBPS/${name}.xhtml`, content })),
    ...files,
  ])

const fixtures = join(import.meta.dirname, '../fixtures/epub')

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()

/** One of the project's own books, of the files in its folder below `fixtures/epub` and the pictures that it names. */
export const fixtureBook = (name: string, pictures: Readonly<Record<string, Uint8Array>> = {}): Buffer => {
  const folder = join(fixtures, name)
  return writeZip([
    mimetype,
    ...filesBelow(folder).map(file => ({ name: file, content: readFileSync(join(folder, file)) })),
    ...Object.entries(pictures).map(([file, content]) => ({ name: file, content, stored: true })),
  ])
}

export const coverPicture = makePng(320, 480, 90)
export const figurePicture = makePng(400, 240, 200)
