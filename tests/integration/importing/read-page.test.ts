import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BROKEN_OFF } from '#library/importing/breaks-off.ts'
import { closeDrawings } from '#library/importing/close-drawings.ts'
import { decodeText } from '#library/importing/decode-text.ts'
import { readHtml } from '#library/importing/import-html.ts'
import { parseHtml } from '#library/importing/parse-html.ts'
import { readIsoDate } from '#library/importing/read-iso-date.ts'
import { readMetadata } from '#library/importing/read-metadata.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))
const metadataOf = (head: string) =>
  readMetadata(parseHtml(`<html><head>${head}</head><body></body></html>`), 'the page.html')

/** Microseconds of the processor. */
const MOST_TIME = 1_500_000

/** Beginnings that could be read in more ways than there is time for: seconds of these sizes, and for ever of twice as much. */
const manyWays: readonly (readonly [what: string, text: string, format: string | null])[] = [
  ['comments before no front of an article', `<article>${'<!-- a -->'.repeat(31)}<p>x</p></article>`, 'html'],
  ['comments before the front of one', `<article>${'<!---->'.repeat(31)}<front/></article>`, 'jats'],
  ['pages that begin in one another', `<x>\n${'<html \n'.repeat(2500)}`, 'text'],
  ['names of spaces in an unfinished tag', `<article ${'xmlns'.repeat(13_000)}`, 'html'],
  ['a type without end', `<!doctype article ${'xmlns '.repeat(10_000)}`, null],
  ['what looks like the start of Markdown and never ends', `---\na: b\n${'-a: b\n'.repeat(27)}x`, 'text'],
  ['brackets that never close', `x ${'['.repeat(60_000)}`, 'text'],
  ['bold type that never ends', `x ${'(**a '.repeat(12_000)}`, 'text'],
  ['marks of notes that never end', `x ${'[^'.repeat(30_000)}`, 'text'],
  ['links that never end', `x ${'[a]('.repeat(15_000)}`, 'text'],
]

describe('recognising a format takes no time to speak of', () => {
  it.each(manyWays)('with %s', { timeout: 60_000 }, (_, text, format) => {
    const before = process.cpuUsage()
    expect(recogniseFormat(bytesOf(text))).toBe(format)
    expect(process.cpuUsage(before).user).toBeLessThan(MOST_TIME)
  })
})

describe('recognising a format', () => {
  it('takes a text about PDF files for what it is, and a PDF file behind other bytes for one', () => {
    expect(recogniseFormat(bytesOf('<!doctype html><p>Files begin with %PDF-1.4 in them.</p>'))).toBe('html')
    expect(recogniseFormat(bytesOf('Such a file begins with %PDF-1.7 and ends with %%EOF.'))).toBe('text')
    expect(recogniseFormat(bytesOf('%PDF-1.7'))).toBe('pdf')
    expect(recogniseFormat(bytesOf('HTTP/1.1 200 OK\n\n%PDF-1.7\n1 0 obj\n<<>>\nendobj'))).toBe('pdf')
  })

  it.each([
    '<!doctype html><p>x',
    '<!DOCTYPE HTML PUBLIC "x">',
    '\ufeff<html>',
    '  \n<!-- a -->\n<html lang=en>',
    '<?xml version="1.0"?>\n<html xmlns="x">',
    '<p>only a fragment',
    '<body>',
    '<H1>Old</H1>',
    '<!-- a --><!-- b --><article>',
    '<!doctype html><title>t</title><p>\u0000\u0001\u0002\u0003 x',
    '<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<HTML><HEAD>\n<TITLE>t</TITLE></HEAD>\n<BODY><P>x</BODY></HTML>\n</TEXT>\n</DOCUMENT>',
  ])('takes %j for HTML', text => {
    expect(recogniseFormat(bytesOf(text))).toBe('html')
  })

  it.each([
    '',
    ' \n',
    '<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook">',
    'PK\u0003\u0004mimetype',
    '{\\rtf1 text}',
    '{"a":"<html>"}',
    '[{"a":1}]',
    '<pathmark>x</pathmark>',
    '\u0000<html>',
    '<!doctype book>',
    'ELF\u0001\u0002\u0003\u0004 of a program',
  ])('takes %j for nothing that can be imported', text => {
    expect(recogniseFormat(bytesOf(text))).toBe(null)
  })

  it.each([
    '# A title\n\nText with a [link](https://example.org).',
    '---\ntitle: A title\ntags: [a, b]\n---\nText.',
    'One\n\n## Two\n\n- a\n- b\n',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'Some **strong** words and a note.[^1]\n\n[^1]: The note; see[^1].',
    'To do\n\n- [ ] one\n- [x] two',
    '```sh\nls\n```\n',
    '<p align="center">\n  Logo\n</p>\n\n# Name\n\nWhat it **does**.\n\nHow to use it.\n\nWho wrote it.\n\nWhy.\n\nAnd when.\n',
  ])('takes %j for Markdown', text => {
    expect(recogniseFormat(bytesOf(text))).toBe('markdown')
  })

  it.each([
    'plain text',
    'Dear reader,\n\nthis is a letter - with a dash.\n\n> and a line quoted',
    '1. one\n2. two\n',
    'a * b * c = d_e_f',
    '{curly} words',
    '[1] A reference in a list.',
    'SHOUTED TITLE\n\nText.',
    '<pathmark> is no element',
  ])('takes %j for plain text', text => {
    expect(recogniseFormat(bytesOf(text))).toBe('text')
  })

  it('reads UTF-16 with a byte order mark', () => {
    expect(recogniseFormat(Uint8Array.from(Buffer.from('\ufeff<html>', 'utf16le')))).toBe('html')
  })
})

describe('reading bytes as text', () => {
  it.each([
    ['UTF-8 without saying so', bytesOf('<p>é α “q”'), '<p>é α “q”', 'utf-8'],
    ['windows-1252 without saying so', latin('<p>caf\u00e9 \u0093q\u0094'), '<p>café “q”', 'windows-1252'],
    [
      'what a meta element declares',
      latin('<meta charset=iso-8859-2><p>\u00b1'),
      '<meta charset=iso-8859-2><p>ą',
      'iso-8859-2',
    ],
    [
      'the old way to declare it',
      latin('<meta http-equiv="content-type" content="text/html; charset=koi8-r">\u00c1'),
      '<meta http-equiv="content-type" content="text/html; charset=koi8-r">а',
      'koi8-r',
    ],
    [
      'a byte order mark against a wrong declaration',
      bytesOf('\ufeff<meta charset=koi8-r>é'),
      '<meta charset=koi8-r>é',
      'utf-8',
    ],
    ['an unknown character set', bytesOf('<meta charset=nonsense>é'), '<meta charset=nonsense>é', 'utf-8'],
  ])('takes %s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding })
  })

  it.each(['utf-16le', 'utf-16be'] as const)('takes %s without a mark for what it is', label => {
    const page = '<!doctype html><meta charset="utf-16"><title>Größe</title>'
    const bytes = Buffer.from(page, 'utf16le')
    expect(decodeText(label === 'utf-16be' ? bytes.swap16() : bytes)).toMatchObject({ text: page, encoding: label })
  })

  it.each(['utf-32', 'utf-32le', 'utf-32be'])(
    '%s that a page or its server names is an unknown character set',
    label => {
      const page = `<meta charset="${label}"><p>Café`
      const warnings = [`The page names an unknown character set (${label}), which was passed over.`]
      expect(decodeText(bytesOf(page))).toEqual({ text: page, encoding: 'utf-8', warnings })
      expect(decodeText(latin(page))).toEqual({ text: page, encoding: 'windows-1252', warnings })
      expect(decodeText(bytesOf('Café'), { told: label })).toEqual({ text: 'Café', encoding: 'utf-8', warnings: [] })
    },
  )

  it('takes UTF-8 for what it is when the page or the server says Latin-1', () => {
    const page = '<meta charset="iso-8859-1">Größe der “Zellen”'
    expect(decodeText(bytesOf(page)).text).toBe(page)
    expect(decodeText(bytesOf('Größe'), { told: 'windows-1252' }).text).toBe('Größe')
  })

  it('knows ISO-2022-JP by the way it changes between its characters', () => {
    // 神経 between two changes of the character set.
    const bytes = Buffer.from('<p>\u001b$B?@7P\u001b(B cells</p>', 'latin1')
    expect(decodeText(bytes)).toMatchObject({ text: '<p>神経 cells</p>', encoding: 'iso-2022-jp' })
  })

  it('guesses the encoding of a page that declares none by its letters, and not by its tags', () => {
    const words = 'Стволовые клетки уменьшают боль и воспаление вокруг повреждённого нерва. '
    const inRussian = (text: string): number[] =>
      [...text].map(letter =>
        letter === 'ё' ? 0xb8 : letter >= 'А' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
      )
    const page = `<div class="content-wrapper main"><p id="paragraph">${words}</p></div>`.repeat(6)
    expect(decodeText(Uint8Array.from(inRussian(page)))).toMatchObject({ text: page, encoding: 'windows-1251' })
    // A few letters alone say nothing.
    expect(decodeText(Uint8Array.of(0x42, 0xf6, 0x65)).text).toBe('Böe')
  })

  it('keeps UTF-8 of which a few bytes are broken, and says so', () => {
    const decoded = decodeText(Uint8Array.from([...bytesOf('αβγδ'), 0xff, ...bytesOf('ε')]))
    expect(decoded.text).toBe('αβγδ\ufffdε')
    expect(decoded.warnings).toHaveLength(1)
  })

  it('reads any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(decodeText(bytes).text).toBeTypeOf('string')
      }),
    )
  })
})

describe('a title and an author', () => {
  it('keep the spaces that hold words together and lose what nobody sees, as the text does', () => {
    const odd = `5${String.fromCodePoint(0xa0)}mg\n  inter${String.fromCodePoint(0xad)}leukin${String.fromCodePoint(7)}`
    const { title, authors } = metadataOf(`<title>${odd}</title><meta name="author" content="${odd}">`)
    const shown = `5${String.fromCodePoint(0xa0)}mg interleukin`
    expect({ title, authors }).toEqual({ title: shown, authors: [shown] })
  })
})

describe('what a page says of itself', () => {
  it('prefers the more exact source', () => {
    const head = [
      '<title>Page | Site</title>',
      '<meta property="og:title" content="Open Graph">',
      '<meta name="DC.Title" content="Dublin Core">',
      '<meta name="citation_title" content="Citation">',
    ]
    const titles = head.map((_, index) => metadataOf(head.slice(0, index + 1).join('')).title)
    expect(titles).toEqual(['Page | Site', 'Open Graph', 'Dublin Core', 'Citation'])
  })

  it('falls back on the heading, and on the name of the file', () => {
    expect(readMetadata(parseHtml('<title>T | S</title><h1> The  <i>heading</i></h1>'), 'x.html').title).toBe(
      'The heading',
    )
    expect(metadataOf('').title).toBe('the page')
  })

  it('reads all names that one value holds', () => {
    expect(metadataOf('<meta name="author" content="Ada Lind; Bo Ek ;">').authors).toEqual(['Ada Lind', 'Bo Ek'])
  })

  it('reads authors, dates, publisher, language and keywords', () => {
    const metadata = readMetadata(
      parseHtml(`<html lang="en-GB"><head>
        <meta name="citation_author" content="Curie, M."><meta name="citation_author" content="Meitner, L.">
        <meta name="citation_publication_date" content="2023/5/7"><meta property="article:modified_time" content="2024-03-02T10:00:00+01:00">
        <meta name="citation_journal_title" content="Journal"><meta property="og:site_name" content="Site">
        <meta name="keywords" content="pain, nerve ; pain"><link rel="canonical" href="https://example.org/a"></head></html>`),
      'x.html',
    )
    expect(metadata).toEqual({
      title: 'x',
      authors: ['M. Curie', 'L. Meitner'],
      names: [
        { author: 'M. Curie', family: 'Curie', given: 'M.' },
        { author: 'L. Meitner', family: 'Meitner', given: 'L.' },
      ],
      type: 'article',
      publisher: 'Journal',
      journal: 'Journal',
      address: 'https://example.org/a',
      published: '2023-05-07',
      updated: '2024-03-02',
      language: 'en-GB',
      keywords: ['pain', 'nerve'],
      sourceNotes: [],
    })
  })

  it('reads JSON-LD, also in a graph, and passes over what is broken', () => {
    const graph = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'no' },
        {
          '@type': ['NewsArticle'],
          headline: 'Linked',
          author: [{ name: 'A' }, 'B'],
          publisher: { name: 'P' },
          datePublished: '2020-01-02T00:00Z',
        },
      ],
    })
    expect(
      metadataOf(
        `<script type="application/ld+json">{broken</script><script type="application/ld+json">${graph}</script>`,
      ),
    ).toMatchObject({
      title: 'Linked',
      authors: ['A', 'B'],
      publisher: 'P',
      published: '2020-01-02',
    })
  })

  it('leaves out what the page does not say, and what makes no sense', () => {
    const metadata = metadataOf(
      '<meta name=author content="https://example.org/me"><meta name=date content=soon><link rel=canonical href="javascript:x">',
    )
    expect(metadata).toEqual({ title: 'the page', authors: [], language: 'und', keywords: [], sourceNotes: [] })
  })

  it.each([
    ['2024-03-02', '2024-03-02'],
    ['2024-03', '2024-03'],
    ['2024', '2024'],
    ['2024/3/2', '2024-03-02'],
    ['2024-03-02T10:20:30Z', '2024-03-02'],
    ['2 March 2024', '2024-03-02'],
    ['Mar 2, 2024', '2024-03-02'],
    ['Sat, 02 Mar 2024 10:00:00 GMT', '2024-03-02'],
    ['2024-02-30', undefined],
    ['2024-13-01', undefined],
    ['03/02/2024', undefined],
    ['20240302', undefined],
    ['', undefined],
    ['2 Xyz 2024', undefined],
  ])('reads the date %j as %j', (written, date) => {
    expect(readIsoDate(written)).toBe(date)
  })

  it('is complete for the article that ships with the program', () => {
    const page = readFileSync(
      new URL('../../../resources/articles/stem-cells-neuropathic-pain.html', import.meta.url),
      'utf8',
    )
    expect(readMetadata(parseHtml(page), 'x.html')).toMatchObject({
      title: 'Stem cells and neuropathic pain: six key mechanisms',
      publisher: 'Mondo Health',
      updated: '2024-03-02',
      language: 'en',
      authors: [],
      sourceNotes: [expect.stringContaining('names no authors'), expect.stringContaining('Pathmark’s own')],
    })
  })
})

describe('the numbers by which a page is cited', () => {
  it('are read where they are said', () => {
    expect(
      metadataOf(
        '<meta name=citation_doi content="https://doi.org/10.1234/a.b"><meta name=citation_pmid content=123><meta name=citation_pmcid content=PMC9>',
      ),
    ).toMatchObject({ doi: '10.1234/a.b', pmid: '123', pmcid: 'PMC9' })
    expect(metadataOf('<meta name=dc.identifier content="doi:10.1234/c">').doi).toBe('10.1234/c')
  })

  it('are none where something else is said', () => {
    const metadata = metadataOf('<meta name=citation_doi content="none"><meta name=citation_pmid content="12a">')
    expect([metadata.doi, metadata.pmid, metadata.pmcid]).toEqual([undefined, undefined, undefined])
  })
})

describe('where a page was published', () => {
  const meta = (fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(([name, content]) => `<meta name="${name}" content="${content}">`)
      .join('')

  it('is read from the names that search engines read', () => {
    expect(
      metadataOf(
        meta({
          citation_journal_title: 'Pain',
          citation_volume: '12',
          citation_issue: '3',
          citation_firstpage: '45',
          citation_lastpage: '67',
          citation_issn: '0304-3959',
          citation_author: 'van der Berg, Jan; World Pain Group',
        }),
      ),
    ).toMatchObject({
      type: 'article',
      journal: 'Pain',
      publisher: 'Pain',
      volume: '12',
      issue: '3',
      pages: '45-67',
      issn: '0304-3959',
      authors: ['Jan van der Berg', 'World Pain Group'],
      names: [{ author: 'Jan van der Berg', family: 'van der Berg', given: 'Jan' }],
    })
  })

  it('keeps the book of a chapter apart from its publisher', () => {
    expect(
      metadataOf(
        meta({ citation_inbook_title: 'A Book', citation_publisher: 'A Press', citation_isbn: '978-3-16-148410-0' }),
      ),
    ).toMatchObject({ type: 'chapter', journal: 'A Book', publisher: 'A Press', isbn: '978-3-16-148410-0' })
  })

  it('tells preprints, theses and reports', () => {
    const typeOf = (name: string, content = 'x'): unknown => metadataOf(meta({ [name]: content })).type
    expect(typeOf('citation_journal_title', 'bioRxiv')).toBe('preprint')
    expect(typeOf('citation_dissertation_institution')).toBe('thesis')
    expect(typeOf('citation_technical_report_institution')).toBe('report')
    expect(typeOf('og:title')).toBeUndefined()
  })

  it('is read from JSON-LD, in which an issue is a part of a volume of a journal', () => {
    const linked = {
      '@type': 'ScholarlyArticle',
      name: 'T',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: 4,
        isPartOf: {
          '@type': ['PublicationVolume', 'Periodical'],
          volumeNumber: '3',
          name: 'Volume 3',
          isPartOf: { '@type': 'Periodical', name: 'Pain', issn: ['03043959'] },
        },
      },
      pageStart: '12',
      pageEnd: '18',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      sameAs: 'https://doi.org/10.1000/182',
    }
    expect(metadataOf(`<script type="application/ld+json">${JSON.stringify(linked)}</script>`)).toMatchObject({
      type: 'article',
      journal: 'Pain',
      volume: '3',
      issue: '4',
      pages: '12-18',
      issn: '0304-3959',
      doi: '10.1000/182',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    })
  })

  it.each([
    [
      'A trial | Site',
      '<meta property="og:title" content="A trial | Site"><meta property="og:site_name" content="Site">',
      '',
    ],
    ['A trial - by A. Lind', '<title>A trial - by A. Lind</title>', '<h1>Site</h1><h2>A trial</h2>'],
    ['Site: A trial', '<title>Site: A trial</title>', '<h1>A trial</h1>'],
    [
      'A trial – Help – Site',
      '<title>A trial – Help – Site</title>',
      '<h1><a href="/">Site</a></h1><h2>A trial<a href="#a">¶</a></h2>',
    ],
    ['A trial', '<title>A trial</title>', '<h1>1. Background</h1><h1>2. Methods</h1>'],
  ])('takes the name of the site off the title %j', (_, head, body) => {
    const page = parseHtml(`<html><head>${head}</head><body>${body}</body></html>`)
    expect(readMetadata(page, 'x.html').title).toBe('A trial')
  })

  it('leaves a title alone that only begins like a heading', () => {
    const page = parseHtml('<title>Sleep-walking on wards</title><h1>Wards</h1><h1>Sleep</h1>')
    expect(readMetadata(page, 'x.html').title).toBe('Sleep-walking on wards')
  })

  it.each([
    ['<a rel="author" href="/a">Ada Lind</a>', ['Ada Lind']],
    ['<p class="byline">By <span class="author vcard"><a class="fn">Ada Lind</a></span></p>', ['Ada Lind']],
    ['<span itemprop="author"><span itemprop="name">Ада Линд</span></span>', ['Ада Линд']],
    ['<span class="ltx_personname">A. Lind</span><span class="ltx_personname">B. Berg</span>', ['A. Lind', 'B. Berg']],
    ['<div class="comment"><a rel="author">Somebody</a></div>', []],
    ['<div class="widget"><a rel="author">Somebody</a></div>', []],
    ['<div class="widget"><div><article><a rel="author">Ada Lind</a></article></div></div>', ['Ada Lind']],
    ['<p class="byline">By Ada Lind</p><h2>More to read</h2><p class="byline">By Bo Berg</p>', ['Ada Lind']],
    ['<div class="author">Written on 3 March 2021, in haste.</div>', []],
  ])('reads who wrote it where a page only shows that: %s', (body, authors) => {
    expect(readMetadata(parseHtml(`<html><body>${body}</body></html>`), 'x.html').authors).toEqual(authors)
  })

  it('knows what one thing in linked data says of another, and what a page says that is no article', () => {
    const linked = [
      { '@type': 'WebSite', name: 'Site' },
      {
        '@graph': [
          { '@type': 'WebPage', datePublished: '2021-03-04', dateModified: '2021-03-05' },
          { '@type': 'Recipe', name: 'Evening milk', author: { '@id': '#ada' }, publisher: { '@id': '#house' } },
          { '@id': '#ada', '@type': 'Person', name: ['Ada Lind'] },
          { '@id': '#house', '@type': 'Organization', name: 'House' },
        ],
      },
    ]
    const scripts = linked.map(data => `<script type="application/ld+json">${JSON.stringify(data)}</script>`).join('')
    expect(metadataOf(scripts)).toMatchObject({
      title: 'Evening milk',
      authors: ['Ada Lind'],
      publisher: 'House',
      published: '2021-03-04',
      updated: '2021-03-05',
    })
  })

  it('reads all who wrote it where linked data has the first alone', () => {
    expect(
      metadataOf(
        '<script type="application/ld+json">{"@type":"Article","author":{"name":"Ada Lind"}}</script><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lind, Bo Berg">',
      ).authors,
    ).toEqual(['Ada Lind', 'Bo Berg'])
  })

  it.each([
    ['<meta name="date" content="2017-03-30">', '<p>', '2017-03-30'],
    ['', '<time class="dt-published" datetime="2024-10-01T07:00:00Z">1 Oct</time>', '2024-10-01'],
    ['', '<meta itemprop="datePublished" content="2014-02-17">', '2014-02-17'],
    ['<meta name="citation_publication_date" content="2021 May 4">', '<p>', '2021-05-04'],
  ])('reads the day of %s%s', (head, body, published) => {
    const page = parseHtml(`<html><head>${head}</head><body>${body}</body></html>`)
    expect(readMetadata(page, 'x.html').published).toBe(published)
  })

  const pageOf = (title: string, body: string) =>
    readMetadata(parseHtml(`<html><head><title>${title}</title></head><body>${body}</body></html>`), 'page.html')

  it.each([
    ['behind', 'Rust under the tray - Old Vans', '<a href="index.php">Old Vans</a>', 'Rust under the tray', 'Old Vans'],
    [
      'before a colon, which may be the title’s own,',
      'Old Vans: Rust',
      '<a href="https://vans.example/">Old Vans</a>',
      'Old Vans: Rust',
      'Old Vans',
    ],
    ['nowhere', 'Rust: a life', '<a href="/">Home</a><a href="/rust">Rust</a>', 'Rust: a life', undefined],
  ])('knows the site by what leads to its first page, where a title has that %s', (_, said, body, title, publisher) => {
    expect(pageOf(said, body)).toMatchObject({ title })
    expect(pageOf(said, body).publisher).toBe(publisher)
  })

  it('reads a byline and a date in a part that is called so, and holds the article', () => {
    const { authors, published } = pageOf(
      'T',
      `<div class="widget Blog"><div class="post hentry"><div>Text</div><span itemprop="author"><span itemprop="name">Edda Holm</span></span><abbr itemprop="datePublished" title="2013-03-24T18:02:00Z">6:02 PM</abbr></div></div><div class="widget"><span itemprop="author">Another One</span></div>`,
    )
    expect([authors, published]).toEqual([['Edda Holm'], '2013-03-24'])
  })

  it('takes the more exact of two dates of the same month, and those who contributed where nobody is said to have written', () => {
    const read = metadataOf(
      '<meta name="citation_publication_date" content="2020/11"><meta name="citation_online_date" content="2020/11/09"><meta name="dc.contributor" content="Lou Marchetti">',
    )
    expect([read.published, read.authors]).toEqual(['2020-11-09', ['Lou Marchetti']])
    const other = metadataOf(
      '<meta name="citation_publication_date" content="2020/11"><meta name="citation_online_date" content="2020/10/09"><meta name="author" content="A B"><meta name="dc.contributor" content="C D">',
    )
    expect([other.published, other.authors]).toEqual(['2020-11', ['A B']])
  })

  it('reads when a recording was put there', () => {
    expect(
      metadataOf(
        '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2015-11-02T15:00:00Z"}</script>',
      ).published,
    ).toBe('2015-11-02')
  })

  it.each([
    ['15.03.2022', '2022-03-15'],
    ['03/14/2019', '2019-03-14'],
    ['14/03/2019', '2019-03-14'],
    ['03/03/2019', '2019-03-03'],
    ['03/04/2019', undefined],
    ['31.02.2019', undefined],
  ])('knows %s for the day that it can be', (written, day) => {
    expect(readIsoDate(written)).toBe(day)
  })

  it('knows names of attributes in capitals, and the language of the body', () => {
    const page = parseHtml(
      '<HTML><HEAD><META NAME="Author" CONTENT="Ada Lind"></HEAD><BODY LANG=EN-GB><P>x</BODY></HTML>',
    )
    expect(readMetadata(page, 'x.html')).toMatchObject({ authors: ['Ada Lind'], language: 'EN-GB' })
  })
})

describe('a page that is not whole', () => {
  const words = (html: string) => {
    const read = readHtml(bytesOf(html), 'p.html')
    return read.ok ? read.value.warnings : []
  }

  it('is told to be so when it has a beginning and no end', () => {
    const page =
      '<!doctype html><html><head><title>t</title></head><body><div><p>One.</p><p>Two.</p></div></body></html>'
    expect(words(page)).toEqual([])
    for (const length of [67, 75, 80, 83, 85]) expect(words(page.slice(0, length))).toEqual([BROKEN_OFF])
    expect(words(page.replace('</body>', ''))).toEqual([])
    expect(words('<!doctype html><title>t</title><p>One.<p>Two.')).toEqual([])
    for (const end of [
      '<',
      '</',
      '</p',
      '<!-- more',
      '<a href="x',
      '<script>let a = "</b>"',
      '<table><tr><td>x',
      '<div>',
    ])
      expect([end, words(`<body class="a"><p>One.</p>${end}`)]).toEqual([end, [BROKEN_OFF]])
  })

  it.each([
    '<!doctype html><html lang=en><title>t</title><body class=home><div><p>One.<p>Two.</div><ul><li>x</ul>',
    '<HTML><BODY BGCOLOR="#FFFFFF"><H1>One</H1><A NAME="a">Two<P>Three, 1 < 2<HR>',
    '<body class=a><div>One.</div><script>for (;i<n;) "<div>"</script>',
    '<body class=a><div>One.</div><!-- <div> -->',
  ])('is not one that only leaves out the end of its body: %j', page => {
    expect(words(page)).toEqual([])
  })
})

describe('a drawing or formula that is never closed', () => {
  it.each([
    ['<svg><a>l</a><p>text</p>', '<svg><a>l</a></svg><p>text</p>'],
    ['<svg><g><svg><div>text</div>', '<svg><g><svg></svg></svg><div>text</div>'],
    ['<math><mrow><mi>x</mi><table>', '<math><mrow><mi>x</mi></math><table>'],
    [
      '<svg><foreignObject><p>in it</p></foreignObject></svg><p>',
      '<svg><foreignObject><p>in it</p></foreignObject></svg><p>',
    ],
    ['<svg><title>t</title><path/></svg><p>', '<svg><title>t</title><path/></svg><p>'],
    ['<math><mtext><b>in it</b></mtext></math><b>', '<math><mtext><b>in it</b></mtext></math><b>'],
    ['<p><b>text</b></p>', '<p><b>text</b></p>'],
    ['<script>"<svg>"</script><p>text</p>', '<script>"<svg>"</script><p>text</p>'],
    ['<svg><!-- <p> --><path/></svg><p>', '<svg><!-- <p> --><path/></svg><p>'],
    ['<svg><style>/* <p> */</style><path/></svg>', '<svg><style>/* <p> */</style><path/></svg>'],
    ['<svg aria-label="<p>"><path/></svg>', '<svg aria-label="<p>"><path/></svg>'],
  ])('of %j ends where browsers end it', (html, closed) => {
    expect(closeDrawings(html)).toBe(closed)
  })

  it('is closed in time', () => {
    expect(closeDrawings('<svg>'.repeat(500_000)).length).toBe(2_500_000)
    expect(closeDrawings(`<svg>${'<p>'.repeat(500_000)}`)).toContain('<svg></svg><p>')
  })
})
