import { describe, expect, it } from 'vitest'
import { importDocument } from '#library/importing/import-document.ts'
import { PURIFIED } from '#library/importing/with-purified.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'

const imported = async (body: string, name = 'page.html') => {
  const context = { fileName: name, now: '', program: 'test', taken: () => false, companions: noCompanions }
  const document = await importDocument(new TextEncoder().encode(body), context)
  if (!document.ok) throw new Error(document.error.message)
  const { article, html } = document.value
  expect(article.provenance.warnings).not.toContain(PURIFIED)
  return { text: article.text, html, warnings: article.provenance.warnings }
}

const page = (body: string) => imported(`<!doctype html><title>T</title><article>${body}</article>`)

describe('formulas', () => {
  it('in MathML stay as they are drawn; their words are their characters', async () => {
    const { html, text } = await page(
      '<p>So <math display="block"><mrow><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac>\n <mo stretchy=false>&lt;</mo> <mspace width="1em"/><mtext>some\n words</mtext></mrow></math> holds.</p>',
    )
    expect(html).toBe(
      '<p data-block="b1">So <math display="block"><mrow><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac>' +
        '<mo stretchy="false">&lt;</mo><mspace width="1em"></mspace><mtext>some words</mtext></mrow></math> holds.</p>\n',
    )
    expect(text).toBe('So ab2<some words holds.')
  })

  it('say only what is drawn, of several forms the first', async () => {
    const { html, text } = await page(
      '<p><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x</annotation>' +
        '<annotation-xml encoding="text/html"><b>no</b></annotation-xml></semantics></math></p>',
    )
    expect([html, text]).toEqual(['<p data-block="b1"><math><mrow><mi>x</mi></mrow></math></p>\n', 'x'])
  })

  it('with brackets in attributes get them as characters', async () => {
    const { text } = await page(
      '<p>f<math><mfenced open="[" close="]" separators=";"><mi>a</mi><mi>b</mi><mi>c</mi></mfenced></math></p>',
    )
    expect(text).toBe('f[a;b;c]')
  })

  it.each([
    [
      'KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>',
    ],
    [
      'MathJax',
      '<mjx-container><mjx-math aria-hidden="true"><mjx-mi>x</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>',
    ],
    [
      'MediaWiki',
      '<span class="mwe-math-element"><span style="display:none"><math><mi>x</mi></math></span><img src="x.svg" class="mwe-math-fallback-image-inline" alt="x"></span>',
    ],
    ['MathJax that has not run', '<script type="math/tex">x</script>'],
  ])('that %s has drawn stand there once', async (_what, drawn) => {
    const { text, html, warnings } = await page(`<p>So ${drawn} it is.</p>`)
    expect(text).toBe('So x it is.')
    expect(html).toContain('<mi>x</mi>')
    expect(warnings).toEqual([])
  })

  it('in TeX that a script would draw are taken where their element says so', async () => {
    const { html, text } = await page(
      '<p>At height <span class="math inline">\\(h\\)</span> it costs \\(5.</p><div class="arithmatex">\\[ p = h^2 \\]</div>' +
        '<div class="c"><span class="mathjax-tex">$$q$$</span></div><p>x <span class="math">not TeX</span></p>',
    )
    expect(text).toBe('At height h it costs \\(5.\np=h2\nq\nx not TeX')
    expect(html.match(/<math/g)).toHaveLength(3)
    expect(html.match(/display="block"/g)).toHaveLength(2)
  })

  it('in TeX that is not known stay as they are written', async () => {
    const { html } = await page(String.raw`<p>So <script type="math/tex">\unheardof{x</script> it is.</p>`)
    expect(html).toContain(String.raw`So <code>\unheardof{x</code> it is.`)
  })

  it('of hostile pages bring nothing with them', async () => {
    const { html } = await page(
      '<p>a<math href="javascript:x()" onclick="x()" style="color:red"><mi xlink:href="javascript:x()">b</mi>' +
        '<maction actiontype="statusline#x"><mi>c</mi><mtext>no</mtext></maction><mglyph src="x.png"></mglyph>' +
        '<annotation-xml encoding="text/html"><img src=x onerror=x()></annotation-xml><mtext><img src=x><b>d</b></mtext>' +
        '<script>x()</script><style>x</style></math></p>',
    )
    expect(html).not.toMatch(/javascript|onclick|style|script|img|onerror|xlink|href/)
    expect(html).toContain('<mi>b</mi>')
  })

  it('that nest without end end in their characters', async () => {
    const { text } = await page(`<p>a${'<math><mrow>'.padEnd(60_000, '<mrow>')}<mi>x</mi></p>`)
    expect(text).toBe('ax')
  })

  it('whose parts are missing lose no other', async () => {
    const { text } = await page('<p>a<math><mfrac><mi>x</mi></mfrac><msubsup><mi>y</mi><mn>2</mn></msubsup></math></p>')
    expect(text).toBe('axy2')
  })

  it('of JATS are taken in MathML, or else from TeX', async () => {
    const article = (formula: string): string =>
      `<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article"><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body><p>So ${formula} it is.</p></body></article>`
    const tex = String.raw`<tex-math>\documentclass{minimal}\begin{document}$$ \frac{a}{b} $$\end{document}</tex-math>`
    const mathMl = '<mml:math><mml:mfrac><mml:mi>c</mml:mi><mml:mi>d</mml:mi></mml:mfrac></mml:math>'
    const both = await imported(
      article(`<inline-formula><alternatives>${tex}${mathMl}</alternatives></inline-formula>`),
      'x.xml',
    )
    expect(both.html).toContain('<mfrac><mi>c</mi><mi>d</mi></mfrac>')
    const one = await imported(article(`<inline-formula>${tex}</inline-formula>`), 'x.xml')
    expect(one.html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
  })
})
