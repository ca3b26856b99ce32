import { describe, expect, it } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { frame, makeBook, NAV_ITEM, navPage, packageOf, page } from '../../books/make-epub.ts'
import { writeZip } from '../../books/write-zip.ts'
import type { ZippedFile } from '../../books/write-zip.ts'
import { importFile, importBook, inWords } from './import-epub.ts'

const MEBIBYTE = 1024 * 1024

const whyNot = async (bytes: Uint8Array, fileName?: string): Promise<string> => {
  const imported = await importFile(bytes, fileName)
  if (imported.ok) throw new Error(`It was imported:\n${inWords(imported.value)}`)
  expect(imported.error.message).not.toContain('\n')
  return imported.error.message
}

const textOf = async (bytes: Uint8Array): Promise<string> => (await importBook(bytes)).article.text

const chapter = page('<h1>One</h1><p>Pain lasts.</p>')
const list = { name: 'OEBPS/content.opf', content: packageOf(['a']) }
const withPage = (file: Omit<ZippedFile, 'name'>): Buffer =>
  writeZip([...frame(), list, { name: 'OEBPS/a.xhtml', ...file }])

describe('an archive that was made to do harm', () => {
  it('is not unpacked when a page would be far larger than it is', async () => {
    const bomb = withPage({ content: Buffer.alloc(40 * MEBIBYTE, 0x20) })
    expect(await whyNot(bomb)).toContain('would unpack to far more')
  })

  it('is not unpacked further than it says, when it says less than is in it', async () => {
    const liar = withPage({ content: Buffer.alloc(200 * MEBIBYTE, 0x20), said: { size: 1000 } })
    const before = process.memoryUsage().arrayBuffers
    expect(await whyNot(liar)).toContain('is damaged')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MEBIBYTE)
  })

  it('is not read when its pages together are more than a book', async () => {
    const noise = Buffer.from(Array.from({ length: 64 * 1024 }, (_, at) => (at * 7919) % 251))
    const large = Buffer.concat(Array.from({ length: 44 * 16 }, () => noise))
    const packed = deflateRawSync(large)
    const names = ['a', 'b', 'c', 'd', 'e']
    const book = writeZip([
      ...frame(),
      { name: 'OEBPS/content.opf', content: packageOf(names) },
      ...names.map(name => ({ name: `OEBPS/${name}.xhtml`, content: large, packed: Buffer.concat([packed]) })),
    ])
    expect(await whyNot(book)).toMatch(/larger than a page of a book can be|far more than a page/)
  })

  it('is refused when its files share their bytes', async () => {
    const book = writeZip([
      ...frame(),
      list,
      { name: 'OEBPS/a.xhtml', content: chapter },
      { name: 'OEBPS/b.xhtml', content: chapter, said: { headerStart: 0 } },
    ])
    expect(await whyNot(book)).toContain('share their bytes')
  })

  it('is refused when it holds more files than any book', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => ({ name: `f${at}`, content: '', stored: true }))
    expect(await whyNot(writeZip([...frame(), ...many]))).toContain('more than 50,000 files')
  })

  it('is damaged when it says that it holds more files than it has room for', async () => {
    const book = makeBook({ a: chapter })
    for (const place of [14, 12]) book.writeUInt16LE(60_000, book.length - place)
    expect(await whyNot(book)).toContain('is damaged')
  })

  it('cannot name a file outside of itself', async () => {
    const book = makeBook(
      {
        a: page(
          '<h1>One</h1><p>Pain lasts. <a href="../../../etc/passwd">away</a></p><img src="../../../../etc/hosts.png" alt=""/>',
        ),
      },
      {
        files: [
          { name: '../../evil.xhtml', content: chapter },
          { name: '/abs.xhtml', content: chapter },
          { name: 'C:\\x.xhtml', content: chapter },
        ],
      },
    )
    const { article, html } = await importBook(book)
    expect(article.text).toContain('Pain lasts. away')
    expect(html).not.toContain('etc')
    expect(article.provenance.warnings.join()).toContain('lead out of it')
  })
})

describe('a book that goes round in circles or without end', () => {
  it('is read when fallbacks lead to one another', async () => {
    const items =
      '<item id="x" href="x.bin" media-type="a/b" fallback="y"/><item id="y" href="y.bin" media-type="a/b" fallback="x"/>'
    const book = makeBook(
      { a: chapter },
      { options: { items, spine: '<itemref idref="x"/><itemref idref="a"/><itemref idref="a"/>' } },
    )
    expect(await textOf(book)).toBe('A Book\nOne\nPain lasts.')
  })

  it('is read when pages that are not in the spine lead to one another', async () => {
    const items = ['b', 'c']
      .map(name => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`)
      .join('')
    const book = makeBook(
      { a: page('<h1>One</h1><p>See <a href="b.xhtml">two</a>.</p>') },
      {
        options: { items },
        files: [
          { name: 'OEBPS/b.xhtml', content: page('<p>Two, see <a href="c.xhtml">three</a>.</p>') },
          {
            name: 'OEBPS/c.xhtml',
            content: page('<p>Three, see <a href="b.xhtml">two</a> and <a href="a.xhtml">one</a>.</p>'),
          },
        ],
      },
    )
    expect(await textOf(book)).toBe('A Book\nOne\nSee two.\nTwo, see three.\nThree, see two and one.')
  })

  it.each([
    ['closed', `${'<div>'.repeat(1_000_000)}<p>deep</p>${'</div>'.repeat(1_000_000)}`],
    ['never closed', `${'<span>'.repeat(1_000_000)}deep`],
  ])('keeps the text of a page with a million elements in one another, %s', { timeout: 120_000 }, async (_, body) => {
    const imported = await importBook(withPage({ content: page(body), stored: true }))
    expect(imported.article.text).toContain('deep')
    expect(imported.article.provenance.warnings.join()).toContain('deep nesting')
  })

  it('takes no entity of a page’s own apart', async () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}"><!ENTITY x SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>So: &c; &x;</p></body></html>`
    const text = await textOf(makeBook({ a: lol }))
    expect(text.length).toBeLessThan(500)
    expect(text).toContain('So:')
  })

  it('is read with a table of contents nested a thousand deep', async () => {
    const deep = `${'<li><a href="a.xhtml">One</a><ol>'.repeat(1000)}<li><a href="a.xhtml">One</a></li>${'</ol></li>'.repeat(1000)}`
    const book = makeBook(
      { a: chapter },
      { options: { items: NAV_ITEM }, files: [{ name: 'OEBPS/nav.xhtml', content: navPage(deep) }] },
    )
    expect(await textOf(book)).toContain('Pain lasts.')
  })
})

describe('a book that is not whole', () => {
  const whole = makeBook({ a: chapter, b: page('<h1>Two</h1><p>It ends.</p>') })

  it('is not imported in part, wherever it was cut', async () => {
    for (let end = 60; end < whole.length - 1; end += 97)
      expect(await whyNot(whole.subarray(0, end))).toMatch(/damaged|nothing that Pathmark/)
  })

  it('is said to be empty when it is', async () => {
    expect(await whyNot(Buffer.alloc(0))).toBe('the book.epub is empty.')
    expect(await whyNot(Buffer.from('\ufeff \n\n'))).toBe('the book.epub is empty.')
    expect(await whyNot(writeZip([]))).toContain('a ZIP archive')
    expect(await whyNot(writeZip(frame()))).toContain('list of its parts is missing')
    expect(await whyNot(makeBook({}))).toContain('names no page')
    expect(await whyNot(makeBook({ a: page('') }, { options: { metadata: '' } }))).toContain('holds no text')
  })

  it('is not imported when a page cannot be unpacked', async () => {
    const packed = deflateRawSync(Buffer.from(chapter))
    const damaged = withPage({ content: chapter, packed: packed.subarray(0, packed.length - 20) })
    expect(await whyNot(damaged)).toContain('its page OEBPS/a.xhtml is damaged')
  })

  it('is not called damaged when its parts are only locked, or packed as books may not be', async () => {
    const parts = (part: Partial<ZippedFile>): Buffer =>
      writeZip([...frame(), { ...list, ...part }, { name: 'OEBPS/a.xhtml', content: chapter }])
    expect(await whyNot(parts({ said: { flags: 0x801 } }))).toContain('is locked with a password')
    expect(await whyNot(parts({ method: 12 }))).toContain('is packed in a way that books may not be packed in')
    expect(await whyNot(withPage({ content: chapter, method: 14 }))).toContain(
      'its page OEBPS/a.xhtml is packed in a way',
    )
  })

  it('keeps its title when that has a sign that should have been written otherwise', async () => {
    const opf = packageOf(['a']).replace('A Book', 'Pain & Relief < 1')
    const book = writeZip([...frame(), { ...list, content: opf }, { name: 'OEBPS/a.xhtml', content: chapter }])
    expect((await importBook(book)).article.metadata.title).toBe('Pain & Relief < 1')
  })

  it('is imported with fifty warnings and a number when more files are missing', async () => {
    const gone = Array.from({ length: 5000 }, (_, at) => `gone${at}`)
    const book = writeZip([
      ...frame(),
      { name: 'OEBPS/content.opf', content: packageOf(['a', ...gone, 'x'.repeat(100_000)]) },
      { name: 'OEBPS/a.xhtml', content: chapter },
    ])
    const { warnings } = (await importBook(book)).article.provenance
    expect(warnings).toHaveLength(51)
    expect(warnings.at(0)).toBe('Named in the book and not in the file: OEBPS/gone0.xhtml.')
    expect(warnings.at(-1)).toBe('4951 more of the kind are not listed.')
  })

  it('has each of its authors, also where one statement names them all', async () => {
    const metadata = '<dc:title>A Book</dc:title><dc:creator>Jane Doe; John Roe ; </dc:creator>'
    const { article } = await importBook(makeBook({ a: chapter }, { options: { metadata } }))
    expect(article.metadata.authors).toEqual(['Jane Doe', 'John Roe'])
  })

  it('is imported with a warning when a checksum is wrong or a page is missing', async () => {
    const { article } = await importBook(
      writeZip([
        ...frame(),
        { name: 'OEBPS/content.opf', content: packageOf(['a', 'gone']) },
        { name: 'OEBPS/a.xhtml', content: chapter, said: { crc32: 1 } },
      ]),
    )
    expect(article.text).toBe('A Book\nOne\nPain lasts.')
    expect(article.provenance.warnings).toEqual([
      'OEBPS/a.xhtml is not as it was packed (its checksum is another): letters may be wrong.',
      'Named in the book and not in the file: OEBPS/gone.xhtml.',
    ])
  })
})

describe('a book as other programs pack it', () => {
  const odd: readonly (readonly [string, Buffer])[] = [
    ['without its type', writeZip([...frame().slice(1), list, { name: 'OEBPS/a.xhtml', content: chapter }])],
    [
      'with its type at the end, and packed',
      writeZip([
        ...frame().slice(1),
        list,
        { name: 'OEBPS/a.xhtml', content: chapter },
        { name: 'mimetype', content: 'application/epub+zip' },
      ]),
    ],
    ['without a container', writeZip([...frame().slice(0, 1), list, { name: 'OEBPS/a.xhtml', content: chapter }])],
    ['with sizes after the bytes', withPage({ content: chapter, descriptor: true })],
    ['in zip64', withPage({ content: chapter, zip64: true })],
    ['stored', withPage({ content: chapter, stored: true })],
    [
      'with bytes after its end',
      writeZip([...frame(), list, { name: 'OEBPS/a.xhtml', content: chapter }], Buffer.alloc(500)),
    ],
    [
      'with backslashes',
      writeZip([...frame(), { ...list, name: 'OEBPS\\content.opf' }, { name: 'OEBPS\\a.xhtml', content: chapter }]),
    ],
    [
      'in other case',
      writeZip([...frame(), { ...list, name: 'oebps/Content.OPF' }, { name: 'OEBPS/A.XHTML', content: chapter }]),
    ],
    [
      'twice',
      writeZip([
        ...frame(),
        list,
        { name: 'OEBPS/a.xhtml', content: page('<p>old</p>') },
        { name: 'OEBPS/a.xhtml', content: chapter },
      ]),
    ],
    [
      'under a name in CP437',
      writeZip([
        ...frame(),
        { ...list, content: packageOf(['é']) },
        { name: Buffer.from([...Buffer.from('OEBPS/'), 0x82, ...Buffer.from('.xhtml')]), content: chapter },
      ]),
    ],
    [
      'under a name with percent signs',
      writeZip([...frame(), { ...list, content: packageOf(['a%20b']) }, { name: 'OEBPS/a b.xhtml', content: chapter }]),
    ],
  ]

  it.each(odd)('%s', async (_, book) => {
    expect(await textOf(book)).toBe('A Book\nOne\nPain lasts.')
  })
})

describe('a book that is protected', () => {
  const encrypted = (uri: string, algorithm: string): ZippedFile => ({
    name: 'META-INF/encryption.xml',
    content: `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
  })
  const aes = encrypted('OEBPS/a.xhtml', 'http://www.w3.org/2001/04/xmlenc#aes128-cbc')

  it.each([
    ['Adobe ADEPT', { name: 'META-INF/rights.xml', content: '<rights xmlns="http://ns.adobe.com/adept"/>' }],
    ['Apple FairPlay', { name: 'META-INF/sinf.xml', content: '<fairplay:sinf xmlns:fairplay="x"/>' }],
    ['Readium LCP', { name: 'META-INF/license.lcpl', content: '{}' }],
    ['a DRM that it does not name', { name: 'META-INF/other.xml', content: '<x/>' }],
  ])('by %s is named as such', async (scheme, file) => {
    expect(await whyNot(makeBook({ a: 'Ω'.repeat(50) }, { files: [aes, file] }))).toBe(
      `“the book.epub” is protected by ${scheme}: only the program that it was bought for can open it, and Pathmark cannot.`,
    )
  })

  it('by a password is named as such', async () => {
    expect(await whyNot(withPage({ content: chapter, said: { flags: 0x801 } }))).toContain('locked with a password')
    expect(await whyNot(withPage({ content: chapter, said: { flags: 0x841 } }))).toContain('locked with a password')
  })

  it('only in its fonts or pictures is read', async () => {
    const fonts = encrypted('OEBPS/f.otf', 'http://ns.adobe.com/pdf/enc#RC')
    expect(await textOf(makeBook({ a: chapter }, { files: [fonts] }))).toContain('Pain lasts.')
  })
})

describe('an archive that is no book', () => {
  it.each([
    ['word/document.xml', 'a Word document'],
    ['META-INF/MANIFEST.MF', 'a Java archive'],
    ['notes.txt', 'a ZIP archive'],
  ])('with %s is said to be %s', async (name, kind) => {
    expect(await whyNot(writeZip([{ name, content: 'x' }]), 'a.zip')).toMatch(
      new RegExp(`^a.zip is ${kind}, which Pathmark cannot import\\.`),
    )
  })

  it('in OpenDocument is said to be one', async () => {
    const odt = writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }])
    expect(await whyNot(odt, 'a.odt')).toContain('a.odt is an OpenDocument text')
  })
})
