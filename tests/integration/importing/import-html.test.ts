import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { importHtml } from '#library/importing/import-html.ts'
import { blocksOf, importPage } from './import.ts'

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/html/${name}`, import.meta.url), 'utf8')

describe('the text of a page', () => {
  it('collapses white space but not the spaces that join words', () => {
    expect(importPage('<p> one\n <b> two </b>three<i> </i>four&nbsp; five </p>').article.text).toBe(
      'one two three four\u00a0 five',
    )
  })

  it('turns a line break into a line feed', () => {
    expect(importPage('<p>one <br> two<br></p>').article.text).toBe('one\ntwo')
  })

  it('keeps the white space of preformatted text, and reads every line ending alike', () => {
    expect(importPage('<pre>\n\n  a\r\n\tb\rc  \n</pre>').article.text).toBe('  a\n\tb\nc')
  })

  it('drops what cannot be seen and repairs what cannot be written', () => {
    expect(importPage('<p>in\u00adflam&shy;mation&#1; \u0085x</p>').article.text).toBe('inflammation x')
  })

  it('puts quotation marks where a page leaves them to the browser', () => {
    expect(importPage('<p>He said <q>up</q>.</p>').article.text).toBe('He said “up”.')
  })

  it('is tab-separated in table rows', () => {
    expect(importPage('<table><tr><th>a<td>b<tr><td><p>c<p>d<td>e</table>').article.text).toBe('a\tb\nc\nd\te')
  })
})

describe('structure', () => {
  it('makes a paragraph of loose text, around blocks and after them', () => {
    expect(blocksOf('in <b>bold</b><div>one<p>two</p>three</div>four')).toEqual([
      'paragraph: in bold',
      'paragraph: one',
      'paragraph: two',
      'paragraph: three',
      'paragraph: four',
    ])
  })

  it('takes a list item with only inline content as one block, and else its parts', () => {
    const page = '<ul><li>a <i>b</i><li>c<ol start=3><li>d</ol><li>e<div></div>f</ul>'
    expect(blocksOf(page)).toEqual(['list-item: a b', 'list-item: c', 'list-item: d', 'list-item: e f'])
    expect(importPage(page).html).toBe(
      '<ul>\n<li data-block="b1">a <em>b</em></li>\n<li>\n<p data-block="b2">c</p>\n<ol start="3">\n<li data-block="b3">d</li>\n</ol>\n</li>\n' +
        '<li data-block="b4">e f</li>\n</ul>\n',
    )
  })

  it('supplies what a list or table lacks', () => {
    expect(importPage('<ul><ul><li>a</ul></ul><li>b').html).toBe(
      '<ul>\n<li>\n<ul>\n<li data-block="b1">a</li>\n</ul>\n</li>\n</ul>\n<ul>\n<li data-block="b2">b</li>\n</ul>\n',
    )
    expect(importPage('<table>stray<td>a<td>b</table>').html).toBe(
      '<table>\n<tbody>\n<tr>\n<td data-block="b1">stray</td>\n<td data-block="b2">a</td>\n<td data-block="b3">b</td>\n</tr>\n</tbody>\n</table>\n',
    )
  })

  it('ends an open cell or item where the next begins', () => {
    expect(importPage('<ul><li><p>a<li>b</ul>').html).toBe(
      '<ul>\n<li>\n<p data-block="b1">a</p>\n</li>\n<li data-block="b2">b</li>\n</ul>\n',
    )
  })

  it('keeps captions, spans, header scopes and empty cells of a table', () => {
    const { html } = importPage(
      '<table><caption>Doses</caption><tr><th scope=COL colspan=2 bgcolor=red>a<td rowspan="0">&nbsp;</table>',
    )
    expect(html).toBe(
      '<table>\n<caption data-block="b1">Doses</caption>\n<tbody>\n<tr>\n<th data-block="b2" colspan="2" scope="col">a</th>\n<td></td>\n</tr>\n</tbody>\n</table>\n',
    )
  })

  it('opens sections at headings, except inside lists, tables and quotations', () => {
    const { article, html } = importPage(
      '<h1>A</h1><ul><li><h2>no</h2>x</li></ul><blockquote><h2>no</h2></blockquote><aside><h2>B</h2></aside>',
    )
    expect(article.sections.map(section => section.title)).toEqual(['', 'A', 'B'])
    expect(html).toContain('<p data-block="b2"><strong>no</strong></p>')
    expect(html).toContain('<h2 id="s2" data-block="b5">B</h2>')
  })

  it('carries a link or emphasis over the blocks inside it', () => {
    expect(importPage('<a href="https://example.org/x"><div>one</div><div>two</div></a>').html).toBe(
      '<p data-block="b1"><a href="https://example.org/x">one</a></p>\n<p data-block="b2"><a href="https://example.org/x">two</a></p>\n',
    )
  })

  it('leads links inside the page to the canonical place, and drops those that lead nowhere', () => {
    const { html } = importPage(
      '<h2 id="top">T</h2><p><a href="#top">a</a> <a href="#n%201">b</a> <a href="#gone">c</a></p><p id="n 1">N</p>',
    )
    expect(html).toContain('<a href="#s1">a</a> <a href="#b3">b</a> c')
    expect(html).toContain('<p id="b3" data-block="b3">N</p>')
  })

  it('completes relative links when the page tells its address', () => {
    const head = '<link rel=canonical href="https://example.org/a/b">'
    const { html } = importPage(
      `<head>${head}</head><p id=x><a href="c?d">1</a> <a href="https://example.org/a/b#x">2</a></p>`,
    )
    expect(html).toContain('<a href="https://example.org/a/c?d">1</a> <a href="#b1">2</a>')
  })

  it('reads XHTML whose empty elements end where they begin', () => {
    const page =
      '<?xml version="1.0"?><html><head><title/><script src="a.js"/></head><body><p><a id="x"/>one<br/>two</p><p/></body></html>'
    expect(importPage(page).article.text).toBe('one\ntwo')
  })

  it('reads the article of a page, not what stands around it', () => {
    const page =
      '<body><div>Menu</div><main><article><p>The one article of this page.</p></article></main><footer>Imprint</footer>'
    expect(importPage(page).article.text).toBe('The one article of this page.')
  })

  it('reads all of a page that has several short articles', () => {
    expect(importPage('<body><article>a</article><article>b</article><p>some more text</p>').article.text).toBe(
      'a\nb\nsome more text',
    )
  })
})

describe('hostile pages', () => {
  const { article, html } = importPage(fixture('hostile.html'))

  it('lets nothing through that runs, loads or sends', () => {
    expect(html).not.toMatch(
      /<(?:script|style|iframe|object|embed|svg|math|form|input|button|template|link|meta|base)\b/i,
    )
    expect(html).not.toMatch(
      /\son\w+=|javascript:|vbscript:|data:text|file:|evil\.example|class=|style=|\bis=|target=|ping=/i,
    )
    expect(checkCanonical(article, html)).toEqual([])
  })

  it('keeps the words that a reader would see', () => {
    expect(article.text.split('\n')).toEqual([
      'Title',
      'Text with one, two, three, four, five, six.',
      'Inside a form.',
      'Own ids do not get through.',
      'The end <script>steal()</script>',
    ])
  })

  it('goes on after a document type in the midst of a page, whatever that defines', () => {
    const blocks = blocksOf('<!doctype html><p>one</p><!DOCTYPE x [<!ENTITY e "<b>x</b>">]>&e;<p>two</p>')
    expect(blocks[0]).toBe('paragraph: one')
    expect(blocks.at(-1)).toBe('paragraph: two')
  })

  it('imports any number of elements inside one another', () => {
    for (const [tag, times] of [
      ['div', 100_000],
      ['em', 100_000],
      ['ul><li', 10_000],
    ] as const) {
      const { article: deep, html: content } = importPage(`<${tag}>x `.repeat(times))
      expect(deep.text.replaceAll(/\s/g, '')).toBe('x'.repeat(times))
      expect(checkCanonical(deep, content)).toEqual([])
      expect(deep.provenance.warnings).toEqual(['Very deep nesting was flattened.'])
    }
  })

  it('says what to do with a page that holds no text', () => {
    const result = importHtml(new TextEncoder().encode('<div id=app></div><script>run()</script>'), {
      fileName: 'app.html',
      id: 'x',
      now: '',
      importer: '',
    })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'not-readable', message: expect.stringContaining('app.html') as string },
    })
  })

  it('gives a canonical article for any markup, and the same one each time', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'th',
      'thead',
      'caption',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'aside',
      'figure',
      'figcaption',
      'h1',
      'h2',
      'h5',
      'pre',
      'code',
      'a href="#i"',
      'span lang=de',
      'b',
      'q',
      'br',
      'img src="data:image/png;base64,AA=="',
      'section id=i',
      'svg',
      'select',
      'option',
      'button',
      'hr',
      'summary',
      'menu',
      'template',
    )
    const piece = fc.oneof(
      { weight: 3, arbitrary: tag.map(name => `<${name}>`) },
      { weight: 2, arbitrary: tag.map(name => `</${name.split(' ')[0] ?? ''}>`) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\n', 'word', 'a b', '&lt;', '&nbsp;', '&#13;', '<', '"', '<!--') },
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const bytes = new TextEncoder().encode(pieces.join(''))
        const context = { fileName: 'f.html', id: 'x', now: '', importer: '' }
        const result = importHtml(bytes, context)
        if (!result.ok) return result.error.code === 'not-readable'
        expect(checkCanonical(result.value.article, result.value.html)).toEqual([])
        expect(importHtml(bytes, context)).toEqual(result)
        return true
      }),
      { numRuns: 1500 },
    )
  })
})
