// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { sanitiseContent } from '../../../src/renderer/rendering/sanitise-content.ts'

const shown = (html: string): string => {
  const box = document.createElement('div')
  box.append(sanitiseContent(html))
  return box.innerHTML
}

describe('content that a library’s files may hold', () => {
  test('canonical content stays as it is', () => {
    const content =
      '<h2 id="s1" data-block="b1" lang="en" dir="ltr">A <em>head</em>ing</h2>\n' +
      '<p data-block="b2" role="doc-subtitle">A <a href="https://example.org/a?b=1&amp;c">link</a>, <a href="#s1">one</a>,<br>\n<abbr title="a: b">ab</abbr></p>\n' +
      '<table>\n<tbody>\n<tr>\n<th data-block="b3" colspan="2" scope="row">x</th>\n<td></td>\n</tr>\n</tbody>\n</table>\n' +
      '<ol start="3" reversed="">\n<li data-block="b4">y</li>\n</ol>\n' +
      '<figure>\n<img src="data:image/png;base64,AAAA" alt="a" width="2" height="3">\n</figure>\n'
    expect(shown(content)).toBe(content)
  })

  test.each([
    ['a picture from elsewhere', '<p><img src="https://example.org/x.png" alt=""></p>'],
    ['a picture by a relative address', '<p><img src="assets/x.js" alt=""></p>'],
    ['a picture that is a drawing', '<p><img src="data:image/svg+xml;base64,AAAA" alt=""></p>'],
    ['a picture that is a page', '<p><img src="data:text/html,x" alt=""></p>'],
  ])('%s keeps its place and loses its address', (_, html) => {
    expect(shown(html)).toBe('<p><img alt=""></p>')
  })

  test.each([
    ['a script', '<a href="javascript:run()">x</a>'],
    ['a page of its own', '<a href="data:text/html,x">x</a>'],
    ['a picture', '<a href="data:image/png;base64,AAAA">x</a>'],
    ['the program itself', '<a href="pathmark-app://window/index.html">x</a>'],
    ['an element that is not of the article', '<a href="#status">x</a>'],
    ['an address with no host', '<a href="https:x">x</a>'],
  ])('a link to %s leads nowhere', (_, html) => {
    expect(shown(html)).toBe('<a>x</a>')
  })

  test('an id or role that could be taken for the program’s own goes', () => {
    expect(shown('<p id="article" role="alert" data-block="x">a</p><p id="b1" data-block="b1">b</p>')).toBe(
      '<p>a</p><p id="b1" data-block="b1">b</p>',
    )
  })

  test('scripts, handlers, styles, frames and forms go', () => {
    const hostile =
      '<p onclick="run()" style="color:red" class="x">a<script>run()</script><style>p{}</style></p><iframe src="x"></iframe>' +
      '<form action="x"><input name="y"><button formaction="z">b</button></form><svg><a href="x"><text>c</text></a></svg>'
    expect(shown(hostile)).toBe('<p>a</p>b')
  })
})
