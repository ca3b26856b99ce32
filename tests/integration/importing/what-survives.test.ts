import { describe, expect, it } from 'vitest'
import { importDocument } from '#library/importing/import-document.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import { makeBook, page as bookPage } from '../../books/make-epub.ts'

const imported = async (bytes: Uint8Array, fileName: string): Promise<{ html: string; text: string }> => {
  const made = await importDocument(bytes, {
    fileName,
    now: '2026-01-02T03:04:05Z',
    program: 'Pathmark test',
    taken: () => false,
    companions: noCompanions,
  })
  if (!made.ok) throw new Error(made.error.message)
  return { html: made.value.html, text: made.value.article.text }
}

const TABLE =
  '<table><caption>Groups</caption><thead><tr><th rowspan="2" scope="col">Group</th><th colspan="2">Patients</th></tr><tr><th>before</th><th>after</th></tr></thead>' +
  '<tbody><tr><td>Cells</td><td>10</td><td>9</td></tr></tbody></table>'
const MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>'
const CODE = '<pre><code>if (a &lt; b) {\n    stop()\n}</code></pre><p>Call <code>stop()</code> first.</p>'
const QUOTE = '<blockquote><p>It hurts less.</p></blockquote>'
const LIST = '<ol start="3"><li>three<ul><li>within</li></ul></li><li>four</li></ol>'

const pageBody = (note: string, back: string): string =>
  `<h1>What survives</h1><p>The dose was halved.${note}</p>${TABLE}<p>The ratio is ${MATH} here.</p>${CODE}${QUOTE}${LIST}${back}`

const html = (): Uint8Array =>
  Buffer.from(
    `<!doctype html><title>What survives</title><article>${pageBody(
      '<sup id="r1"><a href="#n1">1</a></sup>',
      '<section><ol><li id="n1">A note below. <a href="#r1">back</a></li></ol></section>',
    )}</article>`,
  )

const mhtml = (): Uint8Array =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/a\r\n\r\n${Buffer.from(html()).toString()}\r\n--B--\r\n`,
  )

const epub = (): Uint8Array =>
  makeBook({
    one: bookPage(
      pageBody(
        '<a epub:type="noteref" id="r1" href="#n1">1</a>',
        '<aside epub:type="footnote" id="n1"><p>A note below.</p></aside>',
      ),
    ),
  })

const jats = (): Uint8Array =>
  Buffer.from(
    '<?xml version="1.0"?><article xmlns:mml="http://www.w3.org/1998/Math/MathML" dtd-version="1.2"><front><article-meta><title-group><article-title>What survives</article-title></title-group></article-meta></front><body>' +
      '<p>The dose was halved.<xref ref-type="fn" rid="n1"><sup>1</sup></xref></p>' +
      `<table-wrap><caption><p>Groups</p></caption>${TABLE.replace('<caption>Groups</caption>', '')}</table-wrap>` +
      '<p>The ratio is <inline-formula><mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac></mml:math></inline-formula> here.</p>' +
      '<code xml:space="preserve">if (a &lt; b) {\n    stop()\n}</code><p>Call <monospace>stop()</monospace> first.</p>' +
      '<disp-quote><p>It hurts less.</p></disp-quote>' +
      '<list list-type="order"><list-item><p>three</p><list list-type="bullet"><list-item><p>within</p></list-item></list></list-item><list-item><p>four</p></list-item></list>' +
      '</body><back><fn-group><fn id="n1"><p>A note below.</p></fn></fn-group></back></article>',
  )

const markdown = (): Uint8Array =>
  Buffer.from(
    `# What survives\n\nThe dose was halved.[^1]\n\n${TABLE}\n\nThe ratio is $\\frac{a}{b}$ here.\n\n` +
      '```js\nif (a < b) {\n    stop()\n}\n```\n\nCall `stop()` first.\n\n> It hurts less.\n\n3. three\n   - within\n4. four\n\n[^1]: A note below.\n',
  )

describe.each([
  ['a page', html, 'page.html'],
  ['a web archive', mhtml, 'page.mhtml'],
  ['a book', epub, 'book.epub'],
  ['a JATS article', jats, 'article.xml'],
  ['Markdown', markdown, 'notes.md'],
] as const)('%s keeps', (format, source, fileName) => {
  const read = () => imported(source(), fileName)

  it('a table with cells over rows and columns, and its caption', async () => {
    const { html: content } = await read()
    expect(content).toMatch(/<caption[^>]*>(?:<[^>]*>|\s)*Groups/)
    expect(content).toMatch(/<th [^>]*rowspan="2"[^>]*>Group<\/th>/)
    expect(content).toMatch(/<th [^>]*colspan="2"[^>]*>Patients<\/th>/)
    expect(content).toMatch(/<td[^>]*>Cells<\/td>\s*<td[^>]*>10<\/td>\s*<td[^>]*>9<\/td>/)
  })

  it('a note, and the link that leads to it', async () => {
    const { html: content, text } = await read()
    expect(text).toContain('A note below.')
    const target = /halved\.(?:<[^a][^>]*>)*<a href="#(\w+)">/.exec(content)?.[1]
    expect([format, target]).toEqual([format, expect.any(String)])
    expect(content.slice(content.indexOf(`id="${target}"`)).replaceAll(/<[^>]*>/g, ' ')).toMatch(
      /^[^<]*?A note below\./,
    )
  })

  it('a formula', async () => {
    expect((await read()).html).toMatch(/The ratio is <math[^>]*><mfrac><mi>a<\/mi><mi>b<\/mi><\/mfrac><\/math> here/)
  })

  it('code in its lines and among words, a quotation, and lists with their numbers', async () => {
    const { html: content } = await read()
    expect(content).toMatch(/<pre[^>]*>(?:<code>)?if \(a &lt; b\) \{\n {4}stop\(\)\n\}(?:<\/code>)?<\/pre>/)
    expect(content).toMatch(/Call <code>stop\(\)<\/code> first/)
    expect(content).toMatch(/<blockquote[^>]*>(?:\s*<p[^>]*>)?It hurts less\./)
    expect(content).toMatch(/three(?:<\/p>)?\s*<ul>\s*<li[^>]*>(?:\s*<p[^>]*>)?within/)
    expect(format === 'a JATS article' || content.includes('<ol start="3">')).toBe(true)
  })
})
