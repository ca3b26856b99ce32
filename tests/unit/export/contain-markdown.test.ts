import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containMarkdown } from '#core/export/contain-markdown.ts'
import { exportMarkdown } from '#core/export/export-markdown.ts'
import { headings } from './rendered.ts'
import { markOn, sampleDocument } from './sample-document.ts'

describe('a note in a file', () => {
  it.each([
    [
      'keeps plain Markdown',
      '*a* [b](c) `d`\n\n- e\n- f\n\n| g |\n|---|\n| h |',
      '*a* [b](c) `d`\n\n- e\n- f\n\n| g |\n|---|\n| h |',
    ],
    ['keeps wiki links, tags and formulas', '[[Page]] #tag $x$ $$y$$ %%z%%', '[[Page]] #tag $x$ $$y$$ %%z%%'],
    ['ranks headings lower', '# a\n###### b\n- # c\n> ## d', '### a\n###### b\n- ### c\n> #### d'],
    ['ranks underlined headings lower', 'a\n===\nb\n---', '### a\n#### b'],
    ['keeps rules and table lines', 'a\n\n---\n- - -', 'a\n\n---\n- - -'],
    ['leaves number signs in code', '```\n# a\n```\n# b', '```\n# a\n```\n### b'],
    ['closes an open fence', '````js\nx\n```', '````js\nx\n```\n````'],
    ['closes an open tilde fence', '~~~\n`', '~~~\n`\n~~~'],
    ['shows an open comment or declaration', 'a <!-- b\n<?php', 'a \\<!-- b\n\\<?php'],
    ['shows a whole comment', 'a <!-- b\n --> c', 'a \\<!-- b\n --> c'],
    ['closes an open Obsidian comment', 'a %% b', 'a %% b\n%%'],
    ['closes an open formula', '$$\nx', '$$\nx\n$$'],
    ['shows tags without a partner', '<details>a</b>', '\\<details>a\\</b>'],
    ['keeps tags with a partner', '<sub>a</sub><br>', '<sub>a</sub><br>'],
    ['pairs tags around code', '<details>\n```\n<b>\n```\n</details>', '<details>\n```\n<b>\n```\n</details>'],
    ['leaves tags in code alone', '`<div>` ``</p>``', '`<div>` ``</p>``'],
    ['takes old line endings', '\r\na\rb\r\n', 'a\nb'],
  ])('%s', (_, note, written) => {
    expect(containMarkdown(note, 2)).toBe(written)
  })

  const structure = [
    '1 Zinc & the liver',
    '2 Page note',
    '2 Highlights',
    '2 Mechanisms',
    '3 1. Less IL-6',
    '2 Evidence',
    '2 About the source',
  ]
  const withNote = (note: string): string =>
    exportMarkdown(
      sampleDocument({
        annotations: [markOn('A first look.', { note })],
        pageNote: { value: `x\n\n${note}`, modified: '', version: 1 },
      }),
    )

  it('does not change the structure around it, whatever it holds', () => {
    const piece = fc.constantFrom(
      '# ',
      '## Mechanisms',
      '\n',
      '\n',
      '\n\n',
      '```',
      '````',
      '~~~',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '<div>',
      '</div>',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '<script>',
      '</script>',
      '<?php',
      '<![CDATA[',
      '<!X',
      '===',
      '---',
      '***',
      '`',
      '``',
      '%%',
      '$$',
      '| a |',
      '[x]: y',
      'word',
      '\\',
      '[!NOTE]',
      ' ',
      '</blockquote>',
      '<details>',
      '<textarea>',
      '<style>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
        const all = headings(withNote(pieces.join('')))
        expect(all.filter(heading => structure.includes(heading))).toEqual(structure)
        expect(all.filter(heading => /^[12] /.test(heading))).toEqual(
          structure.filter(heading => /^[12] /.test(heading)),
        )
      }),
      { numRuns: 300 },
    )
  }, 30_000)
})
