import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { purifyContent } from '#library/importing/purify-content.ts'

const pieces = [
  [
    'word ',
    'two words',
    ' ',
    '\n',
    '\t a',
    '&amp;',
    '&lt;',
    '&nbsp;',
    '\u00a0',
    '\0',
    '\r\n',
    'é',
    '🧠',
    '&#x41;',
    '&unknown;',
  ],
  ['<p>', '</p>', '<p data-block="b1">', '<div>', '</div>', '<h2 id="s1">', '</h2>', '<pre>', '</pre>', '<br>', '<hr>'],
  [
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<a href="https://x.example/">',
    '<a name="b">',
    '</a>',
    '<em lang="el">',
    '</em>',
    '<nobr>',
  ],
  ['<table>', '</table>', '<caption>', '<tr>', '<td colspan="2">', '</td>', '<th>', '<tbody>', '<col>', '<colgroup>'],
  [
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<dl>',
    '<dt>',
    '<dd>',
    '</dl>',
    '<select>',
    '<option>',
    '</select>',
    '<optgroup>',
  ],
  [
    '<svg>',
    '<svg viewBox="0 0 1 1">',
    '<foreignObject>',
    '</svg>',
    '<math>',
    '<mi>',
    '<mtext>',
    '<annotation-xml>',
    '</math>',
  ],
  [
    '<form>',
    '</form>',
    '<input name="body" value="a b">',
    '<button>',
    '<textarea>a b',
    '</textarea>',
    '<label for="x">',
  ],
  [
    '<script>a < b',
    '</script>',
    '<style>p { color: red }',
    '</style>',
    '<template>',
    '</template>',
    '<noscript>',
    '<iframe>',
  ],
  ['<!-- a - b -->', '<!-->', '<?x y?>', '<![CDATA[ c ]]>', '<!doctype html>', '<title>t t', '</title>', '<plaintext>'],
  [
    '<html lang="en">',
    '<head>',
    '<body onload="run()" id="b">',
    '</body>',
    '</html>',
    '<frameset>',
    '<frame>',
    '</frameset>',
  ],
  [
    '<img src="x" onerror="run()" alt="a  b">',
    '<p onclick="run()" on="" style="a: b" slot="s" is="x-y">',
    '<slot>',
    '<x-y>',
    '</x-y>',
  ],
].flat()

/** Markup of all kinds, mostly wrong, the same each time. */
const markup = (): readonly string[] =>
  fc.sample(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }).map(parts => parts.join('')),
    { seed: 24, numRuns: 1_500 },
  )

interface Parser {
  parseFromString(markup: string, type: string): { readonly documentElement: { readonly outerHTML: string } }
}

/** What the purifier's DOM makes of each, before and after it was purified. */
export const purifiedMarkup = async (): Promise<readonly string[]> => {
  const { DOMParser } = new JSDOM('').window as { readonly DOMParser: new () => Parser }
  const parser = new DOMParser()
  const made: string[] = []
  for (const page of markup())
    made.push(parser.parseFromString(page, 'text/html').documentElement.outerHTML, await purifyContent([page]))
  return made
}
