import { describe, expect, it } from 'vitest'
import { frame, makeBook, NAV_ITEM, navPage, packageOf, page } from '../../books/make-epub.ts'
import { writeZip } from '../../books/write-zip.ts'
import { importBook } from './import-epub.ts'

const read = async (bytes: Uint8Array) => {
  const { article, html } = await importBook(bytes)
  const blocks = article.blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''}: ${article.text.slice(start, end).replaceAll('\n', ' / ')}`,
  )
  return { blocks, html, metadata: article.metadata, warnings: article.provenance.warnings }
}

describe('books as they are made', () => {
  it('have no numbers of printed pages in their words, and lead there all the same', async () => {
    const { blocks, html } = await read(
      makeBook({
        a: page(
          '<p><span class="pagenum">[Pg 1]</span>To<span class="pagenum"><a id="p2">2</a></span>gether<span epub:type="pagebreak" id="p3">iv</span>. <span class="pagenum">Not one</span> <span class="note">3</span></p><p>See <a href="#p2">2</a>.</p>',
        ),
      }),
    )
    expect(blocks.slice(1)).toEqual(['paragraph: Together. Not one 3', 'paragraph: See 2.'])
    expect(html).toMatch(/<a href="#b\d+">2<\/a>/u)
  })

  it.each([
    ['<h2 class="pagebreak">I</h2><p>One.</p><h2 class="page-break">II</h2>', ['I', 'One.', 'II']],
    ['<div class="pagebreak"><p>1984</p></div><p>Cold.</p>', ['1984', 'Cold.']],
    ['<div class="pagebreak">1984</div><p class="page-break">7</p><h2 class="pagenum">III</h2>', ['1984', '7', 'III']],
    ['<div class="pagenum"><p>1984</p></div><div epub:type="pagebreak"><h2>X</h2></div>', ['1984', 'X']],
  ])('keep headings and paragraphs that only look like numbers of pages: %s', async (body, words) => {
    const { blocks } = await read(makeBook({ a: page(body) }))
    expect(blocks.slice(1).map(block => block.replace(/^\w+: /u, ''))).toEqual(words)
  })

  it.each([
    '<div class="pagenum">12</div>',
    '<p class="pagenum">[Pg 12]</p>',
    '<p epub:type="pagebreak">12</p>',
    '<div class="page-break" role="doc-pagebreak">12</div>',
    '<p>Cold.<span class="pagebreak">12</span><a class="page-break" id="p">xii</a></p>',
  ])('have no numbers of printed pages as blocks of their own or amid words: %s', async body => {
    const { blocks } = await read(makeBook({ a: page(`${body}<p>Cold.</p>`) }))
    expect(new Set(blocks.slice(1))).toEqual(new Set(['paragraph: Cold.']))
  })

  it('have one heading of a heading group, and of a number before a title', async () => {
    const { blocks } = await read(
      makeBook(
        {
          a: page('<section><hgroup><h2>Part I</h2><p>Down</p></hgroup><p>Dug.</p></section>'),
          b: page('<div><h3>1</h3><h1>Sets</h1></div><p>Counted.</p>'),
        },
        {
          options: { items: NAV_ITEM },
          files: [
            {
              name: 'OEBPS/nav.xhtml',
              content: navPage('<li><a href="a.xhtml">I: Down</a></li><li><a href="b.xhtml">Sets</a></li>'),
            },
          ],
        },
      ),
    )
    expect(blocks).toEqual([
      'heading1: A Book',
      'heading2: Part I / Down',
      'paragraph: Dug.',
      'heading2: 1 / Sets',
      'paragraph: Counted.',
    ])
  })

  it('lead to the second line of a heading of two', async () => {
    const { blocks, html } = await read(
      makeBook(
        {
          a: page(
            '<hgroup><h2>I</h2><p id="sub">Down</p></hgroup><p><a href="b.xhtml#ch">To sets</a> <a href="#sub">to down</a></p>',
          ),
          b: page('<div><h3>1</h3><h1 id="ch">Sets</h1></div><p>Counted.</p>'),
        },
        {
          options: { items: NAV_ITEM },
          files: [{ name: 'OEBPS/nav.xhtml', content: navPage('<li><a href="b.xhtml">Sets</a></li>') }],
        },
      ),
    )
    expect(blocks).toContain('heading2: 1 / Sets')
    expect(html).toContain('<a href="#s3">To sets</a> <a href="#s2">to down</a>')
  })

  it.each([
    ['<dc:creator>Jane Austen, Emily Brontë</dc:creator>', ['Jane Austen, Emily Brontë']],
    ['<dc:creator>Plato, Aristotle</dc:creator>', ['Plato, Aristotle']],
    ['<dc:creator>World Health Organization, Geneva</dc:creator>', ['World Health Organization, Geneva']],
    [
      '<dc:creator>World Health Organization, Geneva</dc:creator><dc:creator>Roe, Jane</dc:creator>',
      ['World Health Organization, Geneva', 'Roe, Jane'],
    ],
    ['<dc:creator>Plato, Aristotle</dc:creator><dc:creator>Jane Roe</dc:creator>', ['Plato, Aristotle', 'Jane Roe']],
    ['<dc:creator opf:file-as="King, Jr.">King, Jr.</dc:creator>', ['King, Jr.']],
  ])('have names as they are written where nothing says that the family name comes first: %s', async (said, names) => {
    const metadata = `<dc:title>T</dc:title>${said}`
    expect((await read(makeBook({ a: page('<p>One.</p>') }, { options: { metadata } }))).metadata.authors).toEqual(
      names,
    )
  })

  it.each([
    ['<dc:creator opf:file-as="Roe, Jane">Roe, Jane</dc:creator>', ['Jane Roe']],
    ['<dc:creator opf:file-as="Jane Roe">Roe, Jane</dc:creator>', ['Jane Roe']],
    [
      '<dc:creator>Roe, Jane</dc:creator><dc:creator>van der Berg, Anna M.</dc:creator>',
      ['Jane Roe', 'Anna M. van der Berg'],
    ],
    ['<dc:creator>Roe, Jane; Doe, John</dc:creator>', ['Jane Roe', 'John Doe']],
  ])('have names in the order of speech where the book shows which is which: %s', async (said, names) => {
    const metadata = `<dc:title>T</dc:title>${said}`
    expect((await read(makeBook({ a: page('<p>One.</p>') }, { options: { metadata } }))).metadata.authors).toEqual(
      names,
    )
  })

  it('begin with their title though title and subtitle are one in what they say of themselves', async () => {
    const metadata =
      '<dc:title>The Sea: A History</dc:title><dc:creator opf:file-as="Roe, Jane">Roe, Jane</dc:creator><dc:creator>Martin Luther King, Jr.</dc:creator><dc:description>&lt;p&gt;Rain &amp;amp; wind&lt;/p&gt;</dc:description>'
    const book = await read(
      makeBook({ a: page('<p>The Sea</p><p>A History</p><p>Salt.</p>') }, { options: { metadata } }),
    )
    expect(book.blocks).toEqual(['heading1: The Sea / A History', 'paragraph: Salt.'])
    expect(book.metadata).toMatchObject({
      authors: ['Jane Roe', 'Martin Luther King, Jr.'],
      description: 'Rain & wind',
    })
  })

  it('have pages of types that are none, and say what of their order cannot be shown', async () => {
    const items =
      '<item id="x" href="x.xml" media-type="application/xml"/><item id="y" href="y.html" media-type="text/xhtml"/><item id="z" href="z.css" media-type="text/css"/>'
    const spine = '<itemref idref="x"/><itemref idref="y"/><itemref idref="z"/><itemref idref="nothing"/>'
    const { blocks, warnings } = await read(
      makeBook(
        {},
        {
          options: { items, spine },
          files: [
            { name: 'OEBPS/x.xml', content: page('<p>One.</p>') },
            { name: 'OEBPS/y.html', content: page('<p>Two.</p>') },
            { name: 'OEBPS/z.css', content: 'p {}' },
          ],
        },
      ),
    )
    expect(blocks.slice(1)).toEqual(['paragraph: One.', 'paragraph: Two.'])
    expect(warnings).toEqual(["In the book's order and no page that can be shown: OEBPS/z.css, nothing."])
  })

  it('are found beside other formats of themselves, and know names of characters in what they say', async () => {
    const [type] = frame()
    const container =
      '<container><rootfiles><rootfile full-path="x.pdf" media-type="application/pdf"/><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    const metadata = '<dc:title>Rain&mdash;wind</dc:title>'
    const {
      blocks,
      warnings,
      metadata: said,
    } = await read(
      writeZip([
        ...(type === undefined ? [] : [type]),
        { name: 'META-INF/container.xml', content: container },
        { name: 'x.pdf', content: '%PDF-1.4' },
        { name: 'c.opf', content: packageOf(['a'], { metadata }) },
        { name: 'a.xhtml', content: page('<p>One.</p>') },
      ]),
    )
    expect(said.title).toBe('Rain—wind')
    expect(blocks).toEqual(['heading1: Rain—wind', 'paragraph: One.'])
    expect(warnings).toEqual([])
  })

  it('end a heading where the next begins, as browsers do', async () => {
    const broken = '<html><body><h1>Loud<h2>Part One</h2><p>Noise & more.<p>Again.</body></html>'
    const { blocks } = await read(makeBook({ a: broken }))
    expect(blocks.slice(1)).toEqual([
      'heading2: Loud',
      'heading3: Part One',
      'paragraph: Noise & more.',
      'paragraph: Again.',
    ])
  })
})
