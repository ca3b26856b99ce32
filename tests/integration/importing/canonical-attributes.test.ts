import { describe, expect, it } from 'vitest'
import { keptAttributes, linkTarget } from '#library/importing/canonical-attributes.ts'
import { isElement, parseBody, walk } from '#library/importing/parse-html.ts'
import type { ParsedElement } from '#library/importing/parse-html.ts'
import { importPage } from './import.ts'

const PAGE = 'https://example.org/papers/one?lang=en'

describe('where a link leads', () => {
  it.each([
    ['http://example.org/a', 'http://example.org/a'],
    ['https://example.org/a', 'https://example.org/a'],
    ['mailto:someone@example.org', 'mailto:someone@example.org'],
    ['  https://example.org/a \n', 'https://example.org/a'],
    ['#methods', '#methods'],
    ['  #methods ', '#methods'],
  ])('%j leads to %s, whether or not the page’s own address is known', (href, target) => {
    expect(linkTarget(href, undefined)).toBe(target)
    expect(linkTarget(href, PAGE)).toBe(target)
  })

  it.each([
    [null],
    [''],
    ['  '],
    ['#'],
    [' # '],
    ['javascript:run()'],
    ['ftp://example.org/'],
    ['file:///etc/passwd'],
    ['data:text/html,x'],
    ['https://['],
    ['about:blank'],
  ])('%j leads nowhere', href => {
    expect(linkTarget(href, undefined)).toBeNull()
    expect(linkTarget(href, PAGE)).toBeNull()
  })

  it('completes a relative address where the page’s own is known, and drops it otherwise', () => {
    expect(linkTarget('two', PAGE)).toBe('https://example.org/papers/two')
    expect(linkTarget('two', undefined)).toBeNull()
  })

  it('knows a place of the page itself by the whole address', () => {
    expect(linkTarget(`${PAGE}#methods`, PAGE)).toBe('#methods')
    expect(linkTarget(`${PAGE}#`, PAGE)).toBe(`${PAGE}#`)
    expect(linkTarget(PAGE, PAGE)).toBe(PAGE)
    expect(linkTarget(`${PAGE}#methods`, undefined)).toBe(`${PAGE}#methods`)
  })

  it.each([
    'https://example.org/papers/one?lang=de#methods',
    'https://example.org/papers/two?lang=en#methods',
    'https://example.com/papers/one?lang=en#methods',
    'http://example.org/papers/one?lang=en#methods',
    'https://example.org/papers/two#methods',
    'https://example.com/papers/one#methods',
  ])('%s is a place of another page', href => {
    expect(linkTarget(href, PAGE)).toBe(href)
  })
})

describe('what an element keeps of its attributes', () => {
  const html = (page: string) => importPage(page).html

  const elementOf = (markup: string, name: string): ParsedElement => {
    const found: ParsedElement[] = []
    walk(parseBody(markup), node => {
      if (isElement(node) && node.localName === name) found.push(node)
      return true
    })
    const [first] = found
    if (first === undefined) throw new Error(`There is no <${name}> in ${markup}.`)
    return first
  }

  it('keeps the size of a picture', () => {
    const picture = elementOf('<img src=x alt=" two \n lines" width=" 30" height=40 class=c>', 'img')
    expect(keptAttributes(picture, 'img')).toEqual([
      ['alt', 'two lines'],
      ['width', '30'],
      ['height', '40'],
    ])
  })

  it.each(['0', '20001', '-5', '30px', '50%', '1e3', ''])('a picture is not %j wide', width => {
    expect(keptAttributes(elementOf(`<img width="${width}">`, 'img'), 'img')).toEqual([['alt', '']])
  })

  it('writes nothing for attributes that are not there', () => {
    expect(html('<table><tr><th>a<td>b<td>c</table><p dir=up lang="not a tag">x')).toBe(
      [
        '<table>',
        '<tbody>',
        '<tr>',
        '<th data-block="b1">a</th>',
        '<td data-block="b2">b</td>',
        '<td data-block="b3">c</td>',
        '</tr>',
        '</tbody>',
        '</table>',
        '<p data-block="b4">x</p>',
        '',
      ].join('\n'),
    )
  })

  it('writes ampersands and quotation marks of a value as references', () => {
    expect(html('<p><abbr title=\'"A" & B\'>x</abbr> y')).toContain('title="&quot;A&quot; &amp; B"')
  })
})
