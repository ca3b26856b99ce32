import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { importPage } from './import.ts'

/** An element among text, in a page's main part. */
const among = (name: string) => {
  const { article, html } = importPage(`<main><div>in<${name}>word</${name}>out</div></main>`)
  expect(checkCanonical(article, html)).toEqual([])
  return { html, text: article.text, warnings: article.provenance.warnings }
}

describe('what becomes of each element of HTML', () => {
  it.each([
    ['applet', []],
    ['audio', ['Left out: audio (1).']],
    ['button', []],
    ['canvas', ['Left out: drawings (1).']],
    ['datalist', []],
    ['dialog', []],
    ['frameset', []],
    ['head', []],
    ['iframe', ['Left out: embedded pages (1).']],
    ['map', []],
    ['menuitem', []],
    ['meter', []],
    ['nav', []],
    ['noembed', []],
    ['noframes', []],
    ['noscript', []],
    ['object', ['Left out: embedded objects (1).']],
    ['optgroup', []],
    ['option', []],
    ['progress', []],
    ['script', []],
    ['select', []],
    ['style', []],
    ['svg', []],
    ['template', []],
    ['textarea', []],
    ['title', []],
    ['video', ['Left out: videos (1).']],
  ])('<%s> goes with what is in it, and is named where a reader would miss it', (name, warnings) => {
    expect(among(name)).toEqual({ html: '<p data-block="b1">inout</p>\n', text: 'inout', warnings })
  })

  it.each([
    ['base', []],
    ['embed', ['Left out: embedded objects (1).']],
    ['frame', []],
    ['input', []],
    ['link', []],
    ['meta', []],
    ['param', []],
    ['source', []],
    ['track', []],
  ])('<%s> goes and holds nothing', (name, warnings) => {
    expect(among(name)).toEqual({ html: '<p data-block="b1">inwordout</p>\n', text: 'inwordout', warnings })
  })

  it.each([
    ['abbr', 'abbr'],
    ['acronym', 'abbr'],
    ['b', 'strong'],
    ['cite', 'em'],
    ['code', 'code'],
    ['dfn', 'em'],
    ['em', 'em'],
    ['i', 'em'],
    ['kbd', 'code'],
    ['mark', 'mark'],
    ['samp', 'code'],
    ['strong', 'strong'],
    ['sub', 'sub'],
    ['sup', 'sup'],
    ['tt', 'code'],
    ['var', 'em'],
  ])('<%s> within a text becomes <%s>', (name, canonical) => {
    expect(among(name).html).toBe(`<p data-block="b1">in<${canonical}>word</${canonical}>out</p>\n`)
  })

  it.each(['a', 'bdi', 'big', 'font', 'span', 'unheard-of'])('of <%s> that says nothing only the text stays', name => {
    expect(among(name).html).toBe('<p data-block="b1">inwordout</p>\n')
  })

  const paragraphs =
    'address article body caption center dd details div dt fieldset figcaption footer form header hgroup html'
  const more = 'legend main p search section summary tbody td tfoot th thead tr'
  it.each(`${paragraphs} ${more}`.split(' '))('<%s> by itself is a paragraph of its own', name => {
    expect(among(name).html).toBe(
      '<p data-block="b1">in</p>\n<p data-block="b2">word</p>\n<p data-block="b3">out</p>\n',
    )
  })

  it('<hr> ends a paragraph', () => {
    expect(among('hr').html).toBe('<p data-block="b1">in</p>\n<p data-block="b2">wordout</p>\n')
  })

  const list = (kind: string) => `<${kind}>\n<li data-block="b2">word</li>\n</${kind}>`
  it.each([
    ['aside', '<aside>\n<p data-block="b2">word</p>\n</aside>'],
    ['blockquote', '<blockquote data-block="b2">word</blockquote>'],
    ['dir', list('ul')],
    ['dl', '<dl>\n<dd data-block="b2">word</dd>\n</dl>'],
    ['figure', '<figure>\n<p data-block="b2">word</p>\n</figure>'],
    ['h1', '<h1 id="s1" data-block="b2">word</h1>'],
    ['h2', '<h2 id="s1" data-block="b2">word</h2>'],
    ['h3', '<h3 id="s1" data-block="b2">word</h3>'],
    ['h4', '<h4 id="s1" data-block="b2">word</h4>'],
    ['h5', '<h5 id="s1" data-block="b2">word</h5>'],
    ['h6', '<h6 id="s1" data-block="b2">word</h6>'],
    ['li', list('ul')],
    ['listing', '<pre data-block="b2">word</pre>'],
    ['menu', list('ul')],
    ['ol', list('ol')],
    ['plaintext', '<pre data-block="b2">word</pre>'],
    ['pre', '<pre data-block="b2">word</pre>'],
    ['table', '<table>\n<tbody>\n<tr>\n<td data-block="b2">word</td>\n</tr>\n</tbody>\n</table>'],
    ['ul', list('ul')],
    ['xmp', '<pre data-block="b2">word</pre>'],
  ])('<%s> stays, with what it has to stand in', (name, written) => {
    expect(among(name).html).toBe(`<p data-block="b1">in</p>\n${written}\n<p data-block="b3">out</p>\n`)
  })
})

describe('elements that belong in others', () => {
  const html = (inside: string): string =>
    importPage(`<main>${inside}</main>`)
      .html.replaceAll('\n', '')
      .replaceAll(/ data-block="b\d+"/g, '')

  it('stand where they belong', () => {
    const table = (part: string) => `<table><${part}><tr><td>a</td><th>b</th></tr></${part}></table>`
    for (const part of ['thead', 'tbody', 'tfoot']) expect(html(table(part))).toBe(table(part))
    expect(html('<table><caption>c</caption><tr><td>a</td></tr></table>')).toBe(
      '<table><caption>c</caption><tbody><tr><td>a</td></tr></tbody></table>',
    )
    expect(html('<dl><dt>t</dt><dd>d</dd></dl>')).toBe('<dl><dt>t</dt><dd>d</dd></dl>')
    expect(html('<figure><p>p</p><figcaption>f</figcaption></figure>')).toBe(
      '<figure><p>p</p><figcaption>f</figcaption></figure>',
    )
  })

  it('get what they need around them', () => {
    for (const part of ['thead', 'tbody', 'tfoot'])
      expect(html(`<table><${part}>a</${part}></table>`)).toBe(`<table><${part}><tr><td>a</td></tr></${part}></table>`)
    expect(html('<ul>a</ul>')).toBe('<ul><li>a</li></ul>')
    expect(html('<ol>a</ol>')).toBe('<ol><li>a</li></ol>')
    expect(html('<dl>a</dl>')).toBe('<dl><dd>a</dd></dl>')
    expect(html('<table><tr>a</tr></table>')).toBe('<table><tbody><tr><td>a</td></tr></tbody></table>')
  })

  it('end where the next of their family begins', () => {
    expect(html('<dl><dt>t<dd><div>d<dt>u<dd>e</dl>')).toBe('<dl><dt>t</dt><dd><p>d</p></dd><dt>u</dt><dd>e</dd></dl>')
    expect(html('<table><thead><tr><td><p>a<th><p>b<tfoot><tr><td>c</table>')).toBe(
      '<table><thead><tr><td><p>a</p></td><th><p>b</p></th></tr></thead><tfoot><tr><td>c</td></tr></tfoot></table>',
    )
    expect(html('<table><caption>c<tr><td><p>a<tbody><tr><td>b</table>')).toBe(
      '<table><caption>c</caption><tbody><tr><td><p>a</p></td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
    )
  })

  it('are headings, captions and terms of one text, whatever stands in them', () => {
    for (const name of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
      expect(html(`<${name}>a<div>b</div></${name}>`)).toBe(`<${name} id="s1">a b</${name}>`)
    expect(html('<table><caption>a<div>b</div></caption><tr><td>c</table>')).toContain('<caption>a b</caption>')
    expect(html('<dl><dt>a<div>b</div></dt><dd>c</dl>')).toContain('<dt>a b</dt>')
    expect(html('<summary>a<div>b</div></summary>')).toBe('<p>a b</p>')
  })

  it('hold a text themselves, or blocks', () => {
    expect(html('<blockquote>a</blockquote><blockquote><p>a<p>b</blockquote>')).toBe(
      '<blockquote>a</blockquote><blockquote><p>a</p><p>b</p></blockquote>',
    )
    for (const [name, outer] of [
      ['td', ['<table><tbody><tr>', '</tr></tbody></table>']],
      ['th', ['<table><tbody><tr>', '</tr></tbody></table>']],
      ['li', ['<ul>', '</ul>']],
      ['dd', ['<dl>', '</dl>']],
      ['figcaption', ['<figure>', '</figure>']],
    ] as const) {
      expect(html(`${outer[0]}<${name}>a</${name}>${outer[1]}`)).toBe(`${outer[0]}<${name}>a</${name}>${outer[1]}`)
      expect(html(`${outer[0]}<${name}><p>a<p>b</${name}>${outer[1]}`)).toBe(
        `${outer[0]}<${name}><p>a</p><p>b</p></${name}>${outer[1]}`,
      )
    }
  })
})

describe('attributes that stay', () => {
  const first = (inside: string, name: string): string | undefined =>
    new RegExp(`<${name}( [^>]*)?>`)
      .exec(importPage(`<main>${inside}</main>`).html)?.[0]
      .replace(/ data-block="b\d+"/, '')

  it.each([
    ['2', ' colspan="2"'],
    [' 7 ', ' colspan="7"'],
    ['007', ' colspan="7"'],
    ['1000', ' colspan="1000"'],
    ['1001', ''],
    ['1', ''],
    ['0', ''],
    ['-2', ''],
    ['2.5', ''],
    ['2x', ''],
    ['x2', ''],
    ['', ''],
  ])('a cell that spans “%s” columns', (value, kept) => {
    expect(first(`<table><tr><td colspan="${value}">a<td>b</table>`, 'td')).toBe(`<td${kept}>`)
  })

  it('rows that a cell spans, and what a head is the head of', () => {
    expect(first('<table><tr><td rowspan=2>a</table>', 'td')).toBe('<td rowspan="2">')
    for (const scope of ['row', 'col', 'rowgroup', 'colgroup'])
      expect(first(`<table><tr><th scope=" ${scope.toUpperCase()}">a</table>`, 'th')).toBe(`<th scope="${scope}">`)
    expect(first('<table><tr><th scope=all>a</table>', 'th')).toBe('<th>')
    expect(first('<table><tr><td scope=row>a</table>', 'td')).toBe('<td>')
  })

  it('where a list begins, and that it counts down', () => {
    expect(first('<ol start=-3 reversed><li>a</ol>', 'ol')).toBe('<ol start="-3" reversed="">')
    expect(first('<ol start=999999><li>a</ol>', 'ol')).toBe('<ol start="999999">')
    expect(first('<ol start=1000000><li>a</ol>', 'ol')).toBe('<ol>')
    expect(first('<ol start=-1000000><li>a</ol>', 'ol')).toBe('<ol>')
    expect(first('<ul start=2 reversed><li>a</ul>', 'ul')).toBe('<ul>')
  })

  it.each([
    ['en', ' lang="en"'],
    [' pt-BR ', ' lang="pt-BR"'],
    ['zh-Hant-TW', ' lang="zh-Hant-TW"'],
    ['en_US', ''],
    ['abcdefghi', ''],
    ['1en', ''],
    ['en-', ''],
    ['', ''],
  ])('a language “%s”', (value, kept) => {
    expect(first(`<p lang="${value}">a`, 'p')).toBe(`<p${kept}>`)
  })

  it('directions', () => {
    for (const direction of ['ltr', 'rtl', 'auto'])
      expect(first(`<p dir=${direction.toUpperCase()}>a`, 'p')).toBe(`<p dir="${direction}">`)
    expect(first('<p dir=up>a', 'p')).toBe('<p>')
  })

  it('both with every element that may say more', () => {
    expect(first('<table><tr><td colspan=2 lang=el dir=rtl>a</table>', 'td')).toBe(
      '<td colspan="2" lang="el" dir="rtl">',
    )
    expect(first('<ol start=2 lang=el><li>a</ol>', 'ol')).toBe('<ol start="2" lang="el">')
    expect(first('<p>a <abbr title=t lang=el>b</abbr>', 'abbr')).toBe('<abbr title="t" lang="el">')
    expect(first('<p role=doc-subtitle lang=el>a', 'p')).toBe('<p role="doc-subtitle" lang="el">')
  })

  it('what an abbreviation stands for, on one line and no longer than a reader reads', () => {
    expect(first('<p>a <abbr title=" b\n\t c\0 ">d</abbr>', 'abbr')).toMatch(/^<abbr title="b c(?: \ufffd|\ufffd)?">$/)
    expect(first('<p>a <abbr title=" ">d</abbr>', 'abbr')).toBe('<abbr>')
    expect(first(`<p>a <abbr title="${'x'.repeat(3_000)}">d</abbr>`, 'abbr')).toHaveLength(
      '<abbr title="">'.length + 2_000,
    )
  })

  it('one role, and no other', () => {
    expect(first('<p role=Doc-Subtitle>a', 'p')).toBe('<p role="doc-subtitle">')
    expect(first('<p role=button>a', 'p')).toBe('<p>')
    expect(first('<ul role=doc-subtitle><li>a</ul>', 'ul')).toBe('<ul>')
  })
})

describe('pages as they were written once', () => {
  it('have links and pictures whose attributes are in capitals', () => {
    const { html } = importPage(
      '<BODY><P>See <A HREF="http://mill.example/a.html">the mill</A> and its bell.</P></BODY>',
    )
    expect(html).toContain('<a href="http://mill.example/a.html">the mill</a>')
  })

  it('of frames hold what they say to programs that know none, and say what is left out', () => {
    const { article } = importPage(
      '<HTML><HEAD><TITLE>Moss</TITLE></HEAD><FRAMESET COLS="180,*"><FRAME SRC="a.html"><FRAME SRC="b.html"><NOFRAMES><BODY><P>Volume 12 is here.</P></BODY></NOFRAMES></FRAMESET></HTML>',
    )
    expect(article.text).toBe('Volume 12 is here.')
    expect(article.provenance.warnings).toEqual(['Left out: pages in frames (2).'])
  })
})

describe('what is told to be missing', () => {
  it.each([
    ['a sign in a link', '<a href="/x"><svg viewBox="0 0 100 90"><path d="M0"/></svg> Print</a>'],
    ['a sign by its size', '<svg viewBox="0 0 16 16"><path d="M0"/></svg>'],
    ['a sign by its name', '<svg class="icon icon-clock" viewBox="0 0 512 512"><path d="M0"/></svg>'],
    ['a sign that says nothing aloud', '<svg aria-hidden="true" viewBox="0 0 512 512"><path d="M0"/></svg>'],
    ['a store of signs', '<svg><symbol id="a"><path d="M0"/></symbol></svg>'],
    ['a drawing that is borrowed', '<svg viewBox="0 0 500 500"><use href="#a"/></svg>'],
    ['a page of no size', '<iframe src="/count" width="0" height="0"></iframe>'],
    ['a page that is not shown', '<iframe src="/count" style="display:none"></iframe>'],
  ])('is not %s', (_, element) => {
    expect(importPage(`<main><p>in ${element} out</p></main>`).article.provenance.warnings).toEqual([])
  })

  it('is a drawing of a script, and a page within the page', () => {
    const page = '<main><p>in</p><canvas width="300" height="200"></canvas><iframe src="/chart"></iframe></main>'
    expect(importPage(page).article.provenance.warnings).toEqual(['Left out: drawings (1), embedded pages (1).'])
  })
})
