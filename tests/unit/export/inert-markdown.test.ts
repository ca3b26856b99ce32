import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { containMarkdown } from '#core/export/contain-markdown.ts'
import { inertMarkdown } from '#core/export/inert-markdown.ts'

/** A reading program that lets everything through. */
const trusting = new MarkdownIt({ html: true, linkify: false })
trusting.validateLink = () => true

const effects = /<(?:script|img|iframe|svg|style|a [^>]*href="(?:javascript|data|file))|<[a-z]+ [^>]*\bon[a-z]+=|<!--/i
const rendered = (note: string): string =>
  trusting.render(`> [!NOTE]\n${containMarkdown(note, 2).replace(/^/gm, '> ')}`)

describe('a note that is written into a file', () => {
  it.each([
    ['a tag', '<script>run()</script>', '\\<script>run()\\</script>'],
    ['a tag with an attribute', '<b onclick="run()">x</b>', '\\<b onclick="run()">x</b>'],
    ['a tag after a backslash', '\\<img src=x>', '\\<\u2060img src=x>'],
    ['a picture', '![a](https://example.org/x.png)', '\\![a](https://example.org/x.png)'],
    ['a link that runs something', '[a](javascript:run())', '[a]\u2060(javascript:run())'],
    ['one that hides it', '[a](java&#115;cript:run())', '[a]\u2060(java&#115;cript:run())'],
    ['a definition', '[a]: <data:text/html,x>', '[a]\u2060: \\<data:text/html,x>'],
    ['an address in angle brackets', '<javascript:run()>', '\\<javascript:run()>'],
    ['a fence within a list, where it may end earlier than it seems', '- ```\n<script>', '- ```\n<\u2060script>'],
    [
      'what follows a fence that could be a table',
      '~~~|<script>x</script>\n|-|-|',
      '~~~|<\u2060script>x<\u2060/script>\n|-|-|',
    ],
    ['code that a link takes the backtick from', '[x](a`b) <script>`', '[x](a`b) <\u2060script>`'],
  ])('shows %s as characters', (_, note, written) => {
    expect(inertMarkdown(note)).toBe(written)
  })

  it.each([
    'See `<div>` and ``<a href="x">``.',
    '```html\n<script>run()</script>\n```',
    '~~~\n![a](b)\n```\n~~~',
    'H<sub>2</sub>O <https://example.org/a?b> <a.b@example.org>',
    '[a](https://example.org) [b](note.md) [c]: https://example.org',
    '![[figure.png]] [[page]] a < b, c! [d]',
    'p <0.05 and <3',
  ])('keeps %j as it is', note => {
    expect(inertMarkdown(note)).toBe(note)
  })

  it('gives a trusting program nothing to run or load, whatever it is put together of', () => {
    const piece = fc.constantFrom(
      ...[
        ['<script>x</script>', '<img src=x onerror=y>', '![a](x)', '[a](javascript:x)', '<svg onload=x>'],
        ['<!-- x -->', '`', '``', '```', '````', '~~~', '\n', '\n\n', '\n```\n', '\n~~~\n', '- ', '> '],
        ['1. ', '    ', ' ', '\t', '\\', '|', '\n|-|-|\n', '\n|-|\n', '[a](b`c)', '<https://a`b>', '<a`@b.c>'],
        ['[x]: y "', '"', '<details>', '</details>', '<b>', '$', '$$', '%%', '*', '# '],
        ['[a]: javascript:x', '[a]', '![a]', '<javascript:x>', '[a](<javascript:x>)', '<style>'],
        ['<textarea>', '<?', '<![CDATA[', ']]>', '===', '---'],
      ].flat(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const html = rendered(pieces.join(''))
        expect(html.replace(/<(pre|code)[^>]*>[\s\S]*?<\/\1>/g, '')).not.toMatch(effects)
      }),
      { numRuns: 1500 },
    )
  })
})
