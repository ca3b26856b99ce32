import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkPageLayout } from '#core/article/page-layout.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { importPdf, madeOfPdf, pdfFixture } from '../../pdf/read-pdf-file.ts'
import { latin1, nextObject, pdfOfPages, stream, textAt } from '../../pdf/write-pdf.ts'

const expected = (name: string): string[] =>
  readFileSync(new URL(`../../fixtures/pdf/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

const MINCHO =
  '<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/UniJIS-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Mincho/FontDescriptor<</Type/FontDescriptor/FontName/Mincho/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000>>]>>'

const column = (lines: readonly string[], x: number, y: number): string =>
  lines.map((line, index) => textAt(line, x, y - 12 * index)).join('\n')

test('an article in two columns is read column by column, page by page', async () => {
  const { blocks, metadata, html } = await madeOfPdf(pdfFixture('two-columns.pdf'))

  expect(blocks).toEqual(expected('two-columns.txt'))
  expect(metadata).toMatchObject({
    // What the file calls itself is the name of a program and a file.
    title: 'Mesenchymal stem cells relieve neuropathic pain by six mechanisms',
    authors: ['Ada Muster', 'Bo Beispiel'],
    doi: '10.1234/example.2026.0042',
  })
  expect(html).toContain('<a href="https://example.org/registry">https://example.org/registry</a>')
  expect(html).toContain('1 × 10<sup>6</sup> cells')
  expect(html).toContain('<strong>Outcomes.</strong>')
})

test('other scripts, tables, lists and links are kept', async () => {
  const { blocks, html, metadata } = await madeOfPdf(pdfFixture('scripts-and-tables.pdf'))

  expect(blocks).toEqual(expected('scripts-and-tables.txt'))
  expect(metadata.language).toBe('en')
  expect(html).toContain('<a href="mailto:someone@example.org">write</a>')
  expect(html).not.toContain('file:')
  expect(html).toContain('<ol>')
})

test('the line numbers of a manuscript are left out', async () => {
  const { blocks } = await madeOfPdf(pdfFixture('manuscript.pdf'))

  expect(blocks).toEqual(expected('manuscript.txt'))
})

test('a page that is turned reads as the same page upright', async () => {
  const upright = await madeOfPdf(pdfFixture('manuscript.pdf'))
  const turned = await madeOfPdf(pdfFixture('rotated.pdf'))

  expect(turned.article.text).toBe(upright.article.text)
  expect(turned.layout.pages[0]).toEqual({
    width: upright.layout.pages[0]?.height,
    height: upright.layout.pages[0]?.width,
  })
  expect(turned.layout.runs[0]?.[7]).toBe(90)
})

test.each(['two-columns.pdf', 'scripts-and-tables.pdf', 'manuscript.pdf', 'rotated.pdf'])(
  'the text of %s has its places on the pages',
  async name => {
    const { article, layout } = await madeOfPdf(pdfFixture(name))

    expect(checkPageLayout(layout, article.text.length)).toBeNull()
    const placed = layout.runs.reduce((sum, [start, end]) => sum + end - start, 0)
    expect(placed).toBeGreaterThan(0.8 * article.text.length)
    for (const [, , page, x, y] of layout.runs) {
      const { width = 0, height = 0 } = layout.pages[page] ?? {}
      expect(x).toBeLessThanOrEqual(width)
      expect(y).toBeLessThanOrEqual(height)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    }
  },
)

test('a run lies where its words are printed', async () => {
  const { article, layout } = await madeOfPdf(
    pdfOfPages([{ content: textAt('Interleukin-10 rises in rats.', 100, 700, 12) }]),
  )
  const [run] = layout.runs

  expect(article.text.slice(run?.[0], run?.[1])).toBe('Interleukin-10 rises in rats.')
  // The baseline is 92 points below the upper edge; ascenders stand above it.
  expect(run?.[3]).toBe(100)
  expect(run?.[4]).toBeGreaterThan(78)
  expect(run?.[4]).toBeLessThan(86)
  expect(run?.[6]).toBeGreaterThan(10)
})

test('protected by a password is said; a file that only its owner may change is read', async () => {
  expect((await importPdf(pdfFixture('user-password.pdf'), 'x.pdf')).failure).toBe(
    '“x.pdf” is protected by a password. Save a copy without one to import it.',
  )
  const { article } = await madeOfPdf(pdfFixture('owner-password.pdf'))
  expect(article.text).toContain('Interleukin-10 is an anti-inflammatory cytokine.')
})

test('pictures of pages alone are no article', async () => {
  const scan = pdfOfPages([{ content: 'q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q' }])

  expect((await importPdf(scan, 'scan.pdf')).failure).toBe(
    '“scan.pdf” has no text: its pages are pictures or drawings, or empty. Run scanned pages through a program for text recognition (OCR) first.',
  )
})

test('running heads, feet and page numbers are left out, what is said once is not', async () => {
  const page = (number: number, words: string) => ({
    content: [
      textAt(`Journal of Examples 12 (2026) ${100 + number}`, 72, 760, 8),
      column([`Text of page ${words} begins here and`, `goes on over a second line, as ${words} does.`], 72, 700),
      textAt(String(100 + number), 300, 30, 9),
    ].join('\n'),
  })
  const { article } = await madeOfPdf(pdfOfPages([page(1, 'one'), page(2, 'two'), page(3, 'three')]))

  expect(article.text).not.toContain('Journal')
  expect(article.text).not.toMatch(/10\d/)
  expect(article.text).toContain('Text of page three begins here and goes on over a second line, as three does.')
})

test('pages that begin and end with the same words and headings keep them', async () => {
  const words = ['one', 'two', 'three', 'four']
  const page = (number: number, word: string) => ({
    content: [
      textAt(number < 3 ? `${number} Question` : `What follows from ${word}`, 72, 740, 14),
      column(
        [
          'Does the treatment lower the pain',
          'of those who had none of it before',
          ...Array.from({ length: 50 }, () => `as is asked for the group ${word} here`),
          'and the mean of all patients of it',
          'is given with its standard deviation.',
        ],
        72,
        710,
      ),
      textAt(String(number), 300, 30, 9),
    ].join('\n'),
  })
  const pages = words.map((word, index) => page(index + 1, word))
  const { article } = await madeOfPdf(pdfOfPages(pages))

  expect(article.text.match(/Question/g)).toHaveLength(2)
  expect(article.text.match(/Does the treatment lower the pain of those/g)).toHaveLength(4)
  expect(article.text.match(/is given with its standard deviation/g)).toHaveLength(4)
})

test('a document that says nothing but what could be heads and feet keeps it', async () => {
  const page = (number: number) => ({
    content: [
      textAt('Head of a card', 72, 760),
      textAt(`Card ${number}`, 72, 400),
      textAt('Foot of a card', 72, 30),
    ].join('\n'),
  })
  const { article } = await madeOfPdf(pdfOfPages([1, 2, 3, 4].map(page)))

  expect(article.text).toContain('Card 4')
  expect(article.text.match(/Head of a card/g)).toHaveLength(4)
})

test('Japanese in a font that is not in the file is read by its table of characters', async () => {
  const utf16 = [...'神経障害性疼痛']
    .map(character => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('')
  const content = `BT /F 12 Tf 72 700 Td <${utf16}> Tj ET`
  const { article } = await madeOfPdf(pdfOfPages([{ content }], { font: MINCHO }))

  expect(article.text).toBe('神経障害性疼痛')
})

test('links lead to the web, to mail and to places inside, and nowhere else', async () => {
  const link = (x: number, action: string) => `<</Type/Annot/Subtype/Link/Rect[${x} 695 ${x + 40} 712]/A<<${action}>>>>`
  const annotations = [
    link(72, '/S/URI/URI(https://example.org/)'),
    link(132, '/S/URI/URI(javascript:alert\\(1\\))'),
    link(192, '/S/Launch/F(/bin/sh)'),
    link(252, '/S/JavaScript/JS(app.alert\\(1\\))'),
    link(312, '/S/GoToR/F(other.pdf)/D[0/Fit]'),
    link(372, '/S/URI/URI(file:///etc/passwd)'),
  ]
  const content = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth']
    .map((word, index) => textAt(word, 74 + 60 * index, 700))
    .join('\n')
  const { html } = await madeOfPdf(
    pdfOfPages([{ content, entries: `/Annots[${annotations.join('')}]` }], {
      catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(2\\))>>',
    }),
  )

  expect(html).toContain('<a href="https://example.org/">First</a>')
  expect(html.match(/<a /g)).toHaveLength(1)
})

test('what was filled into a form stands where it was filled in, but for what is hidden or secret', async () => {
  const field = (entries: string, x: number, y: number, height = 14): string =>
    `<</Type/Annot/Subtype/Widget/Rect[${x} ${y} ${x + 160} ${y + height}]/F 4${entries}>>`
  const box = (state: 'Yes' | 'Off', y: number): string =>
    `<</Type/Annot/Subtype/Widget/FT/Btn/T(b${y})/Rect[60 ${y} 70 ${y + 10}]/F 4/V/${state}/AS/${state}/AP<</N<</Yes 20 0 R/Off 20 0 R>>>>>>`
  const fields = [
    field('/FT/Tx/T(name)/V(Ada Muster)', 130, 696),
    field('/FT/Tx/Ff 4096/T(why)/V(It hurts.\\nAt night.)', 130, 650, 40),
    field('/FT/Ch/Ff 131072/T(side)/V(l)/Opt[[(l)(Left side)][(r)(Right side)]]', 130, 626),
    box('Yes', 596),
    box('Off', 576),
    field('/FT/Tx/Ff 8192/T(pin)/V(0000 secret)', 130, 546),
    field('/FT/Tx/T(hidden)/V(not seen)', 130, 526).replace('/F 4', '/F 2'),
    field('/FT/Tx/T(empty)', 130, 506),
  ]
  const labels = [
    textAt('Name of the patient', 20, 700),
    textAt('What is it like?', 20, 680),
    textAt('Where?', 20, 630),
    textAt('It came all at once', 80, 598),
    textAt('It has been there before', 80, 578),
    textAt('Number', 20, 550),
  ]
  const { article, layout } = await madeOfPdf(
    pdfOfPages([{ content: labels.join('\n'), entries: `/Annots[${fields.join('')}]` }], {
      catalogue: '/AcroForm<</Fields[]/DA(/F 10 Tf 0 g)>>',
    }),
  )

  const words = article.text.replaceAll(/\s+/g, ' ')
  for (const [label, value] of [
    ['Name of the patient', 'Ada Muster'],
    ['What is it like?', 'It hurts.'],
    ['It hurts.', 'At night.'],
    ['Where?', 'Left side'],
    ['☑', 'It came all at once'],
    ['☐', 'It has been there before'],
  ] as const) {
    expect(words).toContain(value)
    expect(words.indexOf(label)).toBeLessThan(words.indexOf(value))
  }
  expect(words).not.toMatch(/secret|not seen|Right side/)
  const at = article.text.indexOf('Ada Muster')
  expect(layout.runs.find(([start, end]) => start <= at && at < end)?.slice(2, 4)).toEqual([0, 132])
})

test('what is filled in stands after its label, to the right where its script begins there, as wide as its letters are', async () => {
  const field = (entries: string, y: number): string =>
    `<</Type/Annot/Subtype/Widget/Rect[130 ${y} 290 ${y + 16}]/F 4/FT/Tx${entries}>>`
  const hebrew = [...'שלום'].map(letter => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
  const fields = [field('/T(a)/V(Will)', 703), field('/T(b)/V(WWWW)', 653), field(`/T(c)/V<feff${hebrew}>`, 603)]
  const labels = ['Name:', 'Place:', 'Word:'].map((label, row) => textAt(label, 100 - 6 * row, 704 - 50 * row))
  const { article, layout } = await madeOfPdf(
    pdfOfPages([{ content: labels.join('\n'), entries: `/Annots[${fields.join('')}]` }], {
      catalogue: '/AcroForm<</Fields[]/DA(/F 10 Tf 0 g)>>',
    }),
  )

  expect(article.text.replaceAll(/\s+/g, ' ')).toBe('Name: Will Place: WWWW Word: שלום')
  const boxOf = (value: string) => {
    const at = article.text.indexOf(value)
    const run = layout.runs.find(([start, end]) => start <= at && at < end)
    return { left: run?.[3] ?? 0, width: run?.[5] ?? 0 }
  }
  expect(boxOf('WWWW').width).toBeGreaterThan(2 * boxOf('Will').width)
  const word = boxOf('שלום')
  expect(word.left + word.width).toBeCloseTo(288, 0)
})

test('a link inside leads to the line that it names', async () => {
  const link = '<</Type/Annot/Subtype/Link/Rect[72 695 130 712]/Dest[6 0 R/XYZ 60 652 0]>>'
  const second = [
    textAt('Introduction to it all', 72, 720, 16),
    textAt('Results of the trial', 72, 640, 16),
    textAt('It did work.', 72, 600),
  ]
  const { html } = await madeOfPdf(
    pdfOfPages([
      { content: textAt('See Results.', 74, 700), entries: `/Annots[${link}]` },
      { content: second.join('\n') },
    ]),
  )

  const id = /<a href="#(\w+)">/.exec(html)?.[1]
  expect(html).toMatch(new RegExp(`id="${id}"[^>]*>Results of the trial<`))
})

test('a PDF file is recognised by what is in its first bytes, whatever stands before', () => {
  const file = pdfOfPages([{ content: textAt('Word', 72, 700) }])
  const before = latin1('some bytes of a server\n'.repeat(20))

  expect(recogniseFormat(file)).toBe('pdf')
  expect(recogniseFormat(Uint8Array.from([...before, ...file]))).toBe('pdf')
  expect(recogniseFormat(latin1(`${'Prose. '.repeat(200)}%PDF-1.4`))).not.toBe('pdf')
})

test('what is hidden in a file is no part of its text', async () => {
  const attached = nextObject(1)
  const bytes = pdfOfPages([{ content: textAt('Shown.', 72, 700) }], {
    catalogue: `/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F ${attached} 0 R>>>>]>>/JavaScript<</Names[(x)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>`,
    more: [stream('MZ hidden', '/Type/EmbeddedFile')],
  })

  expect((await madeOfPdf(bytes)).article.text).toBe('Shown.')
})

/** Letters one below the other, each drawn by itself as lines that go across are. */
const downwards = (text: string, x: number, y: number): string =>
  [...text]
    .map((letter, index) => {
      const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
      return `BT /F 12 Tf ${x} ${y - 12 * index} Td <${code}> Tj ET`
    })
    .join('\n')

test('letters that are drawn one below the other are lines that go downwards, from the right to the left', async () => {
  const lines = ['神経系は痛みの信号を脊髄', 'を通じて伝える。研究では', '治療後に閾値が低下した。']
  const content = lines.map((line, index) => downwards(line, 500 - 20 * index, 700)).join('\n')
  const { article, layout } = await madeOfPdf(pdfOfPages([{ content }], { font: MINCHO }))

  expect(article.text).toBe(lines.join(''))
  // From the upper right corner of its first letter downwards.
  const [, , , x, y, width, height, rotation] = layout.runs[0] ?? []
  expect(x).toBeCloseTo(512, 0)
  expect(y).toBeGreaterThan(792 - 700 - 12)
  expect(y).toBeLessThan(792 - 700 - 9)
  expect([width, height, rotation]).toEqual([144, 12, 90])
})

test('what is turned within lines that go downwards stands in them, and so do single letters beside it', async () => {
  const turned = 'BT /F 1 Tf 0 -12 12 0 501.6 662.6 Tm <0031> Tj <0032> Tj ET'
  const content = [
    downwards('研究は今', 500, 700),
    turned,
    downwards('年', 500, 628),
    turned.replace('662.6', '626.6'),
    downwards('人の測定をした。', 500, 592),
    downwards('結果は仮説を支持している。', 480, 700),
  ]
  const { article } = await madeOfPdf(pdfOfPages([{ content: content.join('\n') }], { font: MINCHO }))

  expect(article.text).toBe('研究は今12年12人の測定をした。結果は仮説を支持している。')
})

test('dashes within a line that goes downwards are of it', async () => {
  const turned = 'BT /F 1 Tf 0 -12 12 0 501.6 662.6 Tm <0031> Tj <0032> Tj ET'
  const content = [downwards('研究は今', 500, 700), turned, downwards('―――', 500, 628)]
  const { article } = await madeOfPdf(pdfOfPages([{ content: content.join('\n') }], { font: MINCHO }))

  expect(article.text).toBe('研究は今12―――')
})

test('letters in a column of a table are no line that goes downwards', async () => {
  const cells = ['甲', '乙', '丙'].map(
    (letter, row) => downwards(letter, 72, 700 - 20 * row) + downwards('値', 140, 700 - 20 * row),
  )
  const { article } = await madeOfPdf(pdfOfPages([{ content: cells.join('\n') }], { font: MINCHO }))

  expect(article.text.replaceAll(/\s+/g, '')).toBe('甲値乙値丙値')
})
