import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { importJats } from './read-text.ts'

const file = readFileSync(join(import.meta.dirname, '../../fixtures/jats/review.nxml'))
const review = importJats(file)

const around = (body: string, front = '') =>
  `<?xml version="1.0"?><article xmlns:xlink="http://www.w3.org/1999/xlink" dtd-version="1.2"><front><article-meta><title-group><article-title>T</article-title></title-group>${front}</article-meta></front><body>${body}</body></article>`

describe('a JATS article', () => {
  it('is recognised by what is in it', () => {
    expect(recogniseFormat(file)).toBe('jats')
    expect(recogniseFormat(Buffer.from(around('<p>x</p>')))).toBe('jats')
    expect(recogniseFormat(Buffer.from('<article><front><article-meta/></front></article>'))).toBe('jats')
    expect(recogniseFormat(Buffer.from('<pmc-articleset><article/></pmc-articleset>'))).toBe('jats')
    expect(
      recogniseFormat(
        Buffer.from(`<!DOCTYPE article [<!ENTITY a "b>c"><!ENTITY d "e">]>${around('<p>x</p>').slice(21)}`),
      ),
    ).toBe('jats')
    expect(recogniseFormat(Buffer.from(around('<p>a\0b</p>')))).toBe('jats')
    expect(recogniseFormat(Buffer.from('<article><h1>A page</h1></article>'))).toBe('html')
  })

  it('keeps the lines of code, and code among words', () => {
    const { blocks } = importJats(
      Buffer.from(
        around(
          '<p>Call <code>f(x)</code> so:</p><code>def f(x):\n    return x</code><p>In it <code>a\nb</code> ends.</p>',
        ),
      ),
    )
    expect(blocks.slice(1)).toEqual([
      'paragraph: Call f(x) so:',
      'preformatted: def f(x):\n    return x',
      'paragraph: In it',
      'preformatted: a\nb',
      'paragraph: ends.',
    ])
  })

  it('keeps what it says of itself', () => {
    expect(review.metadata).toEqual({
      title: 'What cells do to nerves',
      subtitle: 'A review that nobody wrote',
      authors: ['Ana B. Müller', 'Bo Li', 'The Nerve Group'],
      names: [
        { author: 'Ana B. Müller', family: 'Müller', given: 'Ana B.' },
        { author: 'Bo Li', family: 'Li', given: 'Bo' },
      ],
      affiliations: [
        { name: 'Institute of Cells, Town', authors: ['Ana B. Müller'] },
        { name: 'Hospital of Nerves, City', authors: ['Ana B. Müller', 'Bo Li'] },
      ],
      type: 'article',
      publisher: 'Journal of Made-Up Medicine',
      journal: 'Journal of Made-Up Medicine',
      volume: '12',
      issue: '3',
      pages: '45-67',
      issn: '0000-0000',
      address: 'https://doi.org/10.1234/made.up.2024',
      doi: '10.1234/made.up.2024',
      pmid: '12345678',
      pmcid: 'PMC7654321',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      published: '2024-03-02',
      language: 'en',
      keywords: ['pain', 'stem cells'],
      sourceNotes: [],
    })
  })

  it('tells a preprint, a number in the place of pages, and a group that is called like a person', () => {
    const { metadata } = importJats(
      around(
        '<p>x</p>',
        `<contrib-group><contrib contrib-type="author"><collab>Jane Roe</collab></contrib></contrib-group>
        <elocation-id>e12</elocation-id>`,
      ).replace('<front>', '<front><journal-meta><journal-title>bioRxiv</journal-title></journal-meta>'),
    )
    expect(metadata).toMatchObject({
      type: 'preprint',
      pages: 'e12',
      authors: ['Jane Roe'],
      names: [{ author: 'Jane Roe', family: 'Jane Roe' }],
    })
  })

  it('keeps its text and structure in reading order', () => {
    expect(review.blocks).toEqual(
      [
        'heading: What cells do to nerves',
        'paragraph: A review that nobody wrote',
        'heading: Abstract',
        'heading: Background',
        'paragraph: Pain lasts.',
        'heading: Results',
        'paragraph: MSCs reduce IL-1β.',
        'heading: 1 Introduction',
        'paragraph: Mesenchymal stem cells reduce pain [1,2]. See Figure 1, Table 1 and below.',
        'paragraph: A list inside:',
        'list-item: one',
        'list-item: two',
        'paragraph: and after it.',
        'caption: Figure 1. Two ways. ',
        'caption: How cells act.',
        'heading: Methods & measures',
        'paragraph: The dose was 106 cells, x=2.',
        'paragraph: y=ab (1)',
        'caption: Table 1. Groups.',
        'table-cell: Group',
        'table-cell: Patients',
        'table-cell: before',
        'table-cell: after',
        'table-cell: Cells',
        'table-cell: 10',
        'table-cell: 9',
        'table-cell: None',
        'table-cell: 10',
        'table-cell: 10',
        'paragraph: Counted once.',
        'heading: Care',
        'quotation: It hurts less.',
        'quotation: A patient',
        'term: MSC',
        'definition: mesenchymal stem cell',
        'paragraph: Box',
        'paragraph: Remember this.',
        'preformatted: a  b\nc',
        'paragraph: Data S1.',
        'paragraph: All counts.',
        'paragraph: File: data.zip',
        'heading: Acknowledgements',
        'paragraph: We thank nobody.',
        'heading: Notes',
        'paragraph: Nobody was harmed.',
        'heading: Abbreviations',
        'list-item: MSC',
        'heading: References',
        'list-item: Doe J, Roe R, et al. Cells and pain. J Pain; 2020; 3(4):10–19. doi:10.1/abc',
        'list-item: Roe R. Nerves. 2019; PMID 111.',
      ].map(block => block.replace(/: (.*) $/u, ': $1')),
    )
    expect(checkCanonical(review.article, review.html)).toEqual([])
  })

  it('keeps spans of tables, signs above the line and links to references, figures and sections', () => {
    expect(review.html).toContain('rowspan="2"')
    expect(review.html).toContain('colspan="2"')
    expect(review.html).toContain('10<sup>6</sup>')
    const targets = [...review.html.matchAll(/<a href="#([bs]\d+)">/gu)].map(([, id]) => id ?? '')
    expect(targets.length).toBeGreaterThanOrEqual(5)
    for (const id of targets) expect(review.html).toContain(`id="${id}"`)
    expect(review.html).toContain('<a href="https://doi.org/10.1/abc">doi:10.1/abc</a>')
  })

  it.each(['constructor', '__proto__', 'toString'])('takes a section of the kind %s for one without a name', kind => {
    const { text } = importJats(around(`<sec sec-type="${kind}"><p>word</p></sec>`)).article
    expect(text).toContain('word')
    expect(text).not.toContain('function')
  })

  it('names sections without a title by their kind', () => {
    const { blocks } = importJats(
      around(
        '<sec sec-type="intro"><p>a</p></sec><sec sec-type="materials|methods"><p>b</p></sec><sec sec-type="results"><title>What came of it</title><p>c</p></sec><sec><p>d</p></sec>',
      ),
    )
    expect(blocks.filter(block => block.startsWith('heading'))).toEqual([
      'heading: T',
      'heading: Introduction',
      'heading: Materials and methods',
      'heading: What came of it',
    ])
  })

  it('lists what belongs to it with the names of the files', () => {
    const { blocks, html } = importJats(
      around(
        '<sec sec-type="supplementary-material"><supplementary-material id="s1"><label>S1 Table</label><caption><title>Doses</title><p>In mg.</p></caption><media xlink:href="pone.s001.xlsx" mimetype="application"/></supplementary-material>' +
          '<supplementary-material><media xlink:href="https://a.example/film.mp4"><caption><p>A film.</p></caption></media></supplementary-material>' +
          '<supplementary-material xlink:href="code.zip"/></sec>',
      ),
    )
    expect(blocks.slice(1)).toEqual([
      'heading: Supplementary material',
      'paragraph: S1 Table. Doses.',
      'paragraph: In mg.',
      'paragraph: File: pone.s001.xlsx',
      'paragraph: A film.',
      'paragraph: File: https://a.example/film.mp4',
      'paragraph: code.zip',
    ])
    expect(html).toContain('<a href="https://a.example/film.mp4">')
  })

  it('of a file with several is the first, and the others are told', () => {
    const one = (title: string): string =>
      around(`<p>${title}</p>`)
        .replace(/^<\?xml[^>]*>/, '')
        .replace('>T<', `>${title}<`)
    const { article, warnings } = importJats(`<pmc-articleset>${one('First')}${one('Second')}</pmc-articleset>`)
    expect(article.text).toBe('First\nFirst')
    expect(warnings).toEqual([expect.stringMatching(/^The file holds 2 articles, and this is the first/)])
  })

  it('sets a formula in TeX that stands in a document of its own, and prefers MathML beside it', () => {
    const tex = String.raw`\documentclass[12pt]{minimal} \usepackage{amsmath} \begin{document}$$\frac{a}{b}$$\end{document}`
    const { html } = importJats(
      around(
        `<p>x <inline-formula><alternatives><tex-math id="m1">${tex}</tex-math><graphic xlink:href="m1.gif"/></alternatives></inline-formula></p>` +
          `<disp-formula><alternatives><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>z</mml:mi></mml:math><tex-math>${tex}</tex-math></alternatives></disp-formula>`,
      ),
    )
    expect(html).toContain('<mfrac>')
    expect(html).toContain('<math><mi>z</mi></math>')
    expect(html).not.toContain('documentclass')
  })

  it('sets its formulas', () => {
    expect(review.html).toContain('<math><mi>x</mi><mo>=</mo><mn>2</mn></math>')
    expect(review.html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
  })

  it('keeps the words around signs that should have been written otherwise', () => {
    const body =
      '<p>Pain fell (p < 0.05, n > 3) & stayed low; R&D of <![CDATA[a < b && c]]> went on.</p><p>It ended.</p>'
    const { text, provenance } = importJats(Buffer.from(around(body))).article
    expect(text).toBe('T\nPain fell (p < 0.05, n > 3) & stayed low; R&D of a < b && c went on.\nIt ended.')
    expect(provenance.warnings).toEqual([expect.stringContaining('not well-formed')])
  })

  it('that is cut off keeps all that was read, and says so', () => {
    const cut = importJats(file.subarray(0, file.indexOf('A list inside') + 20))
    expect(cut.blocks).toContain('heading: 1 Introduction')
    expect(cut.warnings[0]).toMatch(/^The file is not whole or not well-formed \(.+\): parts/u)
  })

  it('knows the names of characters that its document type would say, and leaves others as they are written', () => {
    const { blocks, warnings } = importJats(
      around('<p>TGF-&beta; &plusmn; 2&nbsp;% &nosuch; &lt;x&gt; &lsqb;&inodot;&rsqb;&semi;</p>'),
    )
    expect(blocks.at(-1)).toBe('paragraph: TGF-β ± 2\u00a0% &nosuch; <x> [ı];')
    expect(warnings).toEqual(["Signs that only the file's document type explains stand as they are written: &nosuch;."])
  })

  it('fetches nothing and expands nothing that the file defines', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><article dtd-version="1.2"><body><p>t &b; &x;</p></body></article>`
    const { article } = importJats(bomb)
    expect(article.text).toBe('t &b; &x;')
  })

  it('holds nothing that runs, whatever its text says', () => {
    const { html, article } = importJats(
      around(
        '<p>&lt;script&gt;x()&lt;/script&gt; <ext-link xlink:href="javascript:x()">a</ext-link> <xref rid="&quot;&gt;&lt;img src=x onerror=x()&gt;">b</xref></p><sec id="&quot; onclick=&quot;x()"><title><![CDATA[<img src=x onerror=x()>]]></title><p>c</p></sec>',
      ),
    )
    expect(checkCanonical(article, html)).toEqual([])
    expect(html).not.toMatch(/<script|<img|="javascript|onclick="/u)
    expect(article.text).toContain('<img src=x onerror=x()>')
  })

  it('is read in time however deep it nests', () => {
    const { article, warnings } = importJats(around(`${'<sec>'.repeat(20_000)}<p>deep</p>${'</sec>'.repeat(20_000)}`))
    expect(article.text).toContain('deep')
    expect(warnings).toContain('Very deep nesting was flattened.')
  })

  it.each([
    ['<?xml version="1.0"?><article dtd-version="1.2"/>', 'holds no text'],
    ['<pmc-articleset></pmc-articleset>', 'holds no article'],
  ])('without an article is one clear line: %s', (content, message) => {
    expect(() => importJats(content)).toThrow(message)
  })
})
