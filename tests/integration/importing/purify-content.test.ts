import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { importDocument } from '#library/importing/import-document.ts'
import { PURIFIED } from '#library/importing/with-purified.ts'
import { importHtml } from '#library/importing/import-html.ts'
import { canonicalElements } from '#core/article/canonical-vocabulary.ts'
import { mathElements } from '#core/article/math-vocabulary.ts'
import { containerElements, inlineElements, leafOrContainerElements } from '#library/importing/canonical-elements.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import { elementParts } from '#library/importing/element-parts.ts'
import { loadPurifier, purifyContent } from '#library/importing/purify-content.ts'
import { makePng, pngAddress } from '../../pictures/make-png.ts'

const context = { fileName: 'page.html', id: 'page-1', now: '2026-01-02T03:04:05Z', importer: 'Pathmark test' }
const importing = {
  fileName: 'x.html',
  now: context.now,
  program: 'Pathmark test',
  taken: () => false,
  companions: noCompanions,
}
const rebuild = (page: string) => importHtml(new TextEncoder().encode(page), context)

describe('the purifier at import', () => {
  test('leaves all that an importer writes as it is, byte for byte', async () => {
    const page = `<article><h1 id=t>Title & “more” <sub>2</sub></h1><p role=doc-subtitle>A&nbsp;b &lt;script&gt; <br>next</p>
      <p>See <a href="#t">above</a>, <a href="https://example.org/?a=1&amp;b=%22">there</a>, <abbr title='a: "b" < c'>x</abbr> <span lang=el dir=ltr>α</span></p>
      <ul><li>one<ol start=3 reversed><li>two</ol></ul><dl><dt>t<dd>d</dl><blockquote>q<p>p</blockquote><pre>

      a  b
 c</pre><aside>aside <b>b</b> <i>i</i> <kbd>k</kbd> <mark>m</mark></aside>
      <table><caption>c</caption><thead><tr><th scope=col colspan=2>h</thead><tbody><tr><td rowspan=2>1<td></table>
      <figure><img src="data:image/png;base64,AAAA" alt="a > b" width=3 height=4><figcaption>f</figcaption></figure></article>`
    const rebuilt = rebuild(page)
    if (!rebuilt.ok) throw new Error(rebuilt.error.message)
    expect(rebuilt.value.html).toContain('<pre')
    expect(await purifyContent(rebuilt.value.elements)).toBe(rebuilt.value.html)
  })

  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join('')
  const longContents = [
    ['list', `<ul>${many(9_000, at => `<li>item ${at} of <b>many</b> &amp; more<ol><li>one<li>two</ol>`)}</ul>`],
    [
      'table',
      `<table><caption>c<thead><tr><th>h<tbody>${many(9_000, at => `<tr><td>${at}<td><ul><li>x</ul>`)}</table>`,
    ],
    ['text in lines', `<p>${many(20_000, at => `line ${at}, <em>${at}<br>goes on</em><br>`)}</p>`],
    ['text of a program', `<pre>\n\n${many(20_000, at => `  line ${at}\n\n`)}</pre>`],
    [
      'quotation',
      `<blockquote>${many(3_000, at => `<p>Words ${at} <math><mi>x</mi><mo>+</mo><mn>1</mn></math>`)}</blockquote>`,
    ],
  ] as const

  test.each(longContents)('leaves a long %s as it is, although it looks at it in parts', async (_, markup) => {
    const rebuilt = rebuild(`<article><h1>Title</h1><p>Before.</p>${markup}<p>After.</p></article>`)
    if (!rebuilt.ok) throw new Error(rebuilt.error.message)
    const { elements, html } = rebuilt.value
    expect(Math.max(...elements.map(({ length }) => length))).toBeGreaterThan(200_000)
    expect(await purifyContent(elements)).toBe(html)
  })

  test.each(longContents.slice(0, 3))(
    'cuts a long %s into parts that are that element when they are joined',
    (_, markup) => {
      const rebuilt = rebuild(`<article>${markup}</article>`)
      if (!rebuilt.ok) throw new Error(rebuilt.error.message)
      for (const element of rebuilt.value.elements) {
        const parts = [...elementParts(element, 60_000)]
        expect(parts.map(({ html }) => html).join('')).toBe(element)
        expect(parts.length).toBeGreaterThanOrEqual(Math.floor(element.length / 70_000))
        expect(parts[0]?.before).toBe('')
        expect(parts.at(-1)?.after).toBe('')
      }
    },
  )

  test('takes what may not be there out of a long list as it does out of a short one', async () => {
    const items = (count: number): string =>
      many(count, at => `<li data-block="b${at}">item <strong>${at}</strong></li>\n`)
    const bad = '<li data-block="b99999">bad<img src="x" onerror="alert(1)"><script>alert(2)</script></li>\n'
    const short = await purifyContent([`<ul>\n${bad}</ul>\n`])
    expect(short).not.toMatch(/alert|script/)
    const pure = await purifyContent([`<ul>\n${items(5_000)}${bad}${items(5_000)}</ul>\n`])
    expect(pure.split('data-block="b99999"')).toHaveLength(2)
    expect(pure === short.replace('<li', `${items(5_000)}<li`).replace('</ul>', `${items(5_000)}</ul>`)).toBe(true)
  })

  test('looks at the whole of a long element whose own tag it changes', async () => {
    const items = many(9_000, at => `<li data-block="b${at}">item ${at}</li>\n`)
    expect(await purifyContent([`<ul onclick="alert(1)">\n${items}</ul>\n`])).toBe(`<ul>\n${items}</ul>\n`)
  })

  test('does not look at a long start tag again with each part of its element', async () => {
    const sanitize = vi.spyOn(await loadPurifier(), 'sanitize')
    try {
      const items = many(9_000, at => `<li data-block="b${at}">item ${at}</li>\n`)
      const element = `<ul title="${'long-'.repeat(100_000)}">\n${items}</ul>\n`
      expect((await purifyContent([element])) === element).toBe(true)
      const looked = sanitize.mock.calls.reduce(
        (sum, [piece]) => sum + (typeof piece === 'string' ? piece.length : 0),
        0,
      )
      expect(looked).toBeGreaterThanOrEqual(element.length)
      expect(looked).toBeLessThan(2.5 * element.length)
    } finally {
      sanitize.mockRestore()
    }
  })

  test('leaves the article that ships as it is', async () => {
    const bundled = readFileSync(
      fileURLToPath(new URL('../../../resources/articles/stem-cells-neuropathic-pain.html', import.meta.url)),
    )
    const rebuilt = importHtml(bundled, context)
    if (!rebuilt.ok) throw new Error(rebuilt.error.message)
    expect(await purifyContent(rebuilt.value.elements)).toBe(rebuilt.value.html)
  })

  test('knows every element that the importer can write, and no other', () => {
    const written = new Set([
      ...mathElements,
      ...inlineElements.values(),
      ...containerElements,
      ...leafOrContainerElements,
    ])
    for (const name of ['br', 'img', 'caption', 'dt', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']) written.add(name)
    expect([...canonicalElements].toSorted()).toEqual([...written].toSorted())
  })

  test('takes out what a broken rebuild would let through', async () => {
    const hostile = [
      '<p data-block="b1" onclick="run()">one<script>run()</script></p>\n',
      '<p id="constructor">two <img src="https://example.org/x.png" onerror="run()" alt=""></p>\n',
      '<p><a href="java\tscript:run()">three</a> <a href="#article">four</a></p>\n',
      '<svg onload="run()"><style><img src=x onerror=run()></style></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=run()&gt;">',
    ]
    expect(await purifyContent(hostile)).toBe(
      '<p data-block="b1">one</p>\n<p>two <img alt=""></p>\n<p><a>three</a> <a>four</a></p>\n<img><math><mtext></mtext></math>',
    )
  })

  test('looks at the whole of a long content, and gives it back piece by piece as it was', async () => {
    const paragraph = (number: number) => `<p data-block="b${number}">${`word ${number} `.repeat(2_000)}</p>\n`
    const long = Array.from({ length: 30 }, (_, index) => paragraph(index + 1))
    expect(await purifyContent(long)).toBe(long.join(''))
    const last = ['<p data-block="b31">end<script>run()</script></p>\n']
    expect(await purifyContent([...long, ...last])).toBe(`${long.join('')}<p data-block="b31">end</p>\n`)
    expect(await purifyContent([])).toBe('')
  })

  test('lets others have their turn between the pieces of a long content', async () => {
    const long = Array.from(
      { length: 8 },
      (_, index) => `<p data-block="b${index + 1}">${'word '.repeat(14_000)}</p>\n`,
    )
    let turns = 0
    const counting = setInterval(() => turns++, 0)
    await purifyContent(long)
    clearInterval(counting)
    expect(turns).toBeGreaterThan(3)
  })

  test('keeps the words of an element that no formula may have, and leaves out comments', async () => {
    const formula = (inside: string) => `<p data-block="b1">a <math><mtext>${inside}</mtext></math>, b</p>\n`
    expect(await purifyContent([formula('for <em>x &lt; y</em><!-- no -->')])).toBe(formula('for x &lt; y'))
    expect(await purifyContent(['<p data-block="b1">a <mi>x</mi>, b</p>\n'])).toBe('<p data-block="b1">a , b</p>\n')
    expect(await purifyContent(['<frameset><frame></frameset>'])).toBe('')
  })

  test('has nothing to take out of whatever page the importer has rebuilt', async () => {
    const piece = fc.constantFrom(
      ...[
        ['<p>', '</p>', '<b>', '</b>', '<a href=x>', '<a name="b">', '</a>', '<table>', '<tr>', '<td>'],
        ['</table>', '<li>', '<ul>', '</ul>', '<h2>', '</h2>', '<pre>', '\n', '</pre>', '<dl>', '<dt>'],
        ['<dd>', '<figure>', '<figcaption>', '<br>', '<aside>', '</aside>', '<blockquote>', '<caption>'],
        ['<sub>', '<q>', '<svg>', '<math>', '<mi>', '<msup>', '</math>', '<style>', '<!--', '-->'],
        ['<img src="data:image/png;base64,AA" alt="x">', '&lt;', '&amp;', '&nbsp;', '\u00a0', ' ', 'words'],
        ['<abbr title="]]> --> </style>">', '&#13;', '<form>', '<button>', '<select>', '<option>'],
        ['<template>', '<noscript>', '<plaintext>', '<details>', '<h1>', 'é\u0301'],
      ].flat(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
        const rebuilt = rebuild(pieces.join(''))
        const [purified, written] = rebuilt.ok
          ? [await purifyContent(rebuilt.value.elements), rebuilt.value.html]
          : ['', '']
        expect(purified).toBe(written)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps what a figure’s description says, whatever arrows it draws', async () => {
    const page = `<p>x <img src="${pngAddress(makePng(5, 5))}" alt="A --> [B]> </title>"></p>`
    const document = await importDocument(new TextEncoder().encode(page), importing)
    if (!document.ok) throw new Error(document.error.message)
    expect(document.value.html).toContain('alt="A -- &gt; [B] &gt; &lt; /title&gt;"')
    expect(document.value.article.provenance.warnings).toEqual([])
  })

  test('a page whose words look like markup is imported without a warning', async () => {
    const document = await importDocument(
      new TextEncoder().encode(
        '<article><h1>&lt;script&gt;</h1><p>&lt;img src=x onerror=run()&gt; --&gt;</p></article>',
      ),
      importing,
    )
    if (!document.ok) throw new Error(document.error.message)
    expect(document.value.article.provenance.warnings).not.toContain(PURIFIED)
    expect(document.value.article.text).toBe('<script>\n<img src=x onerror=run()> -->')
  })
})
