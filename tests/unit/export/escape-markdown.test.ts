import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeInline, escapeLine, escapeParagraphs, quoteLines } from '#core/export/escape-markdown.ts'
import { headings, quotations } from './rendered.ts'

const shown = (text: string): string => quotations(quoteLines(escapeParagraphs(text))).join('⟦end of quotation⟧')

const hostile = [
  '*a* _b_ __c__ **d** `e` ``f``',
  '[a](b) ![c](d) [[wiki]] [^1] [ ] x',
  '<b>bold</b> <!-- c --> <https://x.org> a<b',
  '# head',
  '####### seven',
  '- item',
  '+ item',
  '* item',
  '1. one',
  '23) two',
  '> quote',
  '---',
  '***',
  '___',
  '===',
  'a\n===',
  'a\n---',
  '```js',
  '~~~',
  '~~gone~~ 5~6',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '&amp; &#35; &copy; AT&T & so',
  '$x^2$ $$y$$',
  '%%hidden%% %%%',
  '==marked== a=b',
  '#tag and #2',
  'x ^block',
  '\\ \\* \\\\',
  '    indented',
  '\ttab\t',
  ' lead and trail  ',
  'a  \nb',
  'two\n\nlines',
  '\n\nstart',
  'end\n',
  'snake_case_name',
  'p<0.05|q>0.1',
  'https://example.org/a_b_c?d=*e*',
  'a\u00a0',
  '\u00a0b',
  '\u3000c\u2028d',
  '[x]: http://e.org',
  ':--- | ---:',
  'no\\',
  '{.class} {{x}}',
  '-',
  '1.',
  '+',
  '<script>alert(1)</script>',
  '</blockquote>',
  '\tcode after tab',
  '10^6 ^[note]',
  '&',
  '#',
  '>',
  'μ-opioid, IL-1β ↑ “q” ‘r’',
  '\ud83e\udde0 brain',
]

describe('plain text in Markdown', () => {
  it.each(hostile)('shows %j as it is', text => {
    expect(shown(text)).toBe(text)
  })

  it('shows any characters as they are', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...'*_[]<>#|`~$%=^&\\!-+.():;"\'\n \t1{}/'.split('')),
      fc.constantFrom(
        '---',
        '```',
        '~~~',
        '[[',
        '%%',
        '<!--',
        '&lt;',
        '1. ',
        '- ',
        '> ',
        '# ',
        '\n\n',
        '==',
        '](',
        'http://a.b',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
        expect(shown(text)).toBe(text)
      }),
      { numRuns: 4000 },
    )
  })

  it('leaves ordinary prose as it is, so that the file reads well as it stands', () => {
    const prose = 'Levels of IL-10 (and NT-3) rose by 20 %, see Fig. 2; “pain” eased — a little: 3.5 > 2!'
    expect(escapeParagraphs(prose)).toBe(prose)
  })

  it('cannot end a heading or table cell', () => {
    expect(headings(`## ${escapeInline('a\n# b\n---\n| c ##')}`)).toEqual(['2 a # b --- | c ##'])
    expect(escapeInline('a|b')).toBe('a\\|b')
  })

  it('writes line feeds of a single line as references', () => {
    expect(escapeLine('a\nb')).toBe('a&#10;b')
  })
})
