import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { importMarkdown } from './read-text.ts'

describe('Markdown', () => {
  it('keeps its structure: headings, lists, tables, quotations, code, breaks', () => {
    const { html, blocks } = importMarkdown(`# Pain

First *line*
of a paragraph.\\
After a break.

## Mechanisms

1. one
2. two
   - inner

> quoted **words**

| a | b |
|:--|--:|
| 1 | 2 |

\`\`\`py
x = 1
  y < 2
\`\`\`
`)
    expect(blocks).toEqual([
      'heading: Pain',
      'paragraph: First line of a paragraph.\nAfter a break.',
      'heading: Mechanisms',
      'list-item: one',
      'list-item: two',
      'list-item: inner',
      'quotation: quoted words',
      'table-cell: a',
      'table-cell: b',
      'table-cell: 1',
      'table-cell: 2',
      'preformatted: x = 1\n  y < 2',
    ])
    expect(html).toContain('<em>line</em>')
    expect(html).toContain('<strong>words</strong>')
    expect(html).toContain('<th')
  })

  it('keeps tasks, struck words, links and footnotes that lead to their notes', () => {
    const { html, blocks } = importMarkdown(`- [ ] open
- [x] done

See <https://example.org/a> and https://example.org/b, ~~not this~~.[^n]

[^n]: What the note says.
`)
    expect(blocks).toEqual([
      'list-item: ☐ open',
      'list-item: ☑ done',
      'paragraph: See https://example.org/a and https://example.org/b, not this.[1]',
      'list-item: What the note says.',
    ])
    expect(html).toContain('href="https://example.org/b"')
    const target = /<sup><a href="#(b\d+)">\[1\]<\/a><\/sup>/u.exec(html)?.[1]
    expect(html).toContain(`id="${target}"`)
  })

  it('sets formulas between dollar signs, and leaves amounts of money as they are', () => {
    const { html, article } = importMarkdown(
      'From $\\alpha < 2$ to $x_1$, at $5 and $10, or $5-$10; \\$a\\$ and `$b$`.\n\n$$\n\\frac{a}{b}\n- c\n$$\n\nInline $$y=2$$ too, and $not closed.\n',
    )
    expect(html.match(/<math/g)).toHaveLength(4)
    expect(html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(html).not.toContain('<li')
    expect(article.text).toContain('at $5 and $10, or $5-$10; $a$ and $b$.')
    expect(article.text).toContain('and $not closed.')
    // Each sign could begin a formula, and none ends one.
    expect(importMarkdown('$a '.repeat(60_000)).article.text).toHaveLength(179_999)
  })

  it('takes what it is from its front matter', () => {
    const { metadata, blocks } = importMarkdown(`---
title: "Cells: a review"
authors:
  - given: Ana
    family: Müller
  - Bo Li
date: 2024-03-02
updated: 5 March 2024
lang: en_GB
tags: [pain, stem cells]
keywords: pain; repair
journal: A Journal
volume: 3
issue: 4
pages: 12--18
issn: 1234567x
url: https://example.org/cells
description: What it is about.
doi: https://doi.org/10.1234/abc
pmid: 123
license: CC BY 4.0
---

# Another heading

Text.
`)
    expect(metadata).toEqual({
      title: 'Cells: a review',
      subtitle: 'What it is about.',
      authors: ['Ana Müller', 'Bo Li'],
      names: [{ author: 'Ana Müller', family: 'Müller', given: 'Ana' }],
      publisher: 'A Journal',
      journal: 'A Journal',
      volume: '3',
      issue: '4',
      pages: '12-18',
      issn: '1234-567X',
      address: 'https://example.org/cells',
      doi: '10.1234/abc',
      pmid: '123',
      licence: 'CC BY 4.0',
      published: '2024-03-02',
      updated: '2024-03-05',
      language: 'en-GB',
      keywords: ['pain', 'repair', 'stem cells'],
      sourceNotes: [],
    })
    expect(blocks).toEqual(['heading: Another heading', 'paragraph: Text.'])
  })

  it('completes links by the address that the file names', () => {
    const { html } = importMarkdown('---\nurl: https://example.org/docs/a\n---\n[b](b.html)')
    expect(html).toContain('href="https://example.org/docs/b.html"')
  })

  it('is called after its first heading, or after its file', () => {
    expect(importMarkdown('Text\n\n# The *name*\n').metadata.title).toBe('The name')
    expect(importMarkdown('Only text with **marks**.').metadata.title).toBe('the file')
  })

  it.each([
    ['no YAML', 'title: [unclosed\nmore: "x'],
    ['a list', '- a\n- b'],
    [
      'aliases without end',
      `a: &a [x,x]\n${'bcdefgh'
        .split('')
        .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
        .join('\n')}`,
    ],
  ])('shows front matter that is %s as text, and says so', (_what, yaml) => {
    const { blocks, warnings } = importMarkdown(`---\n${yaml}\n---\n\nText.`)
    expect(blocks[0]).toBe(`preformatted: ${yaml}`)
    expect(blocks.at(-1)).toBe('paragraph: Text.')
    expect(warnings).toEqual([expect.stringMatching(/^What the file says of itself at its start could not be read/u)])
  })

  it('takes a line between two others for what it is', () => {
    expect(importMarkdown('---\nOnly words\n---\n\nText.').blocks).toContain('paragraph: Text.')
    expect(importMarkdown('---\nOnly words\n---\n\nText.').warnings).toEqual([])
  })

  it('has the abstract that stands in its front matter, and a title without marks', () => {
    const { metadata, blocks } = importMarkdown(
      '---\ntitle: A *small* review of <i>x</i> & y, C*-algebras\nabstract: |\n  It says **much**.\n\n  In two parts.\n---\n\n# One\n\nText.',
    )
    expect(metadata.title).toBe('A small review of <i>x</i> & y, C*-algebras')
    expect(blocks).toEqual([
      'heading: Abstract',
      'paragraph: It says much.',
      'paragraph: In two parts.',
      'heading: One',
      'paragraph: Text.',
    ])
  })

  it('takes attributes in braces off headings, pictures, links and parts', () => {
    const { blocks, html } = importMarkdown(
      '# One {#first .wide}\n\n## Two {: #second }\n\nSee [one](#first){.a} and [set]({x}) {#no} {1, 2}.\n\n::: {#refs .list}\nA source.\n:::\n\n::: note\nKept.\n\n- {a=b}\n',
    )
    expect(blocks).toEqual([
      'heading: One',
      'heading: Two',
      'paragraph: See one and set {#no} {1, 2}.',
      'paragraph: A source.',
      'paragraph: ::: note Kept.',
      'list-item: {a=b}',
    ])
    expect(html).toMatch(/<a href="#s1">one<\/a>/u)
  })

  it.each([
    ['Solving {x=1}', 'Solving {x=1}'],
    ['The set {-}', 'The set {-}'],
    ['Where {a=1 b=2}', 'Where {a=1 b=2}'],
    ['Where {width=1 x=2}', 'Where {width=1 x=2}'],
    ['A place {#one x=2}', 'A place'],
    ['A place {x=2 .one}', 'A place'],
    ['A title {x="a #b"}', 'A title {x="a #b"}'],
    ['A place {- #one}', 'A place'],
    ['A width {width=50% lang="de at"}', 'A width'],
    ['A colon {: x=1}', 'A colon'],
  ])('takes off the heading %j what is no part of its words', (heading, words) => {
    expect(importMarkdown(`# ${heading}\n\nText.`).blocks).toEqual([`heading: ${words}`, 'paragraph: Text.'])
  })

  it('takes the mark of a part without a number off headings where the file says of itself what it is', () => {
    expect(importMarkdown('---\ntitle: A\n---\n# Sources {-}\n').blocks).toContain('heading: Sources')
  })

  it('is read in time whatever braces it has', () => {
    expect(importMarkdown(`# ${'{#a '.repeat(50_000)}\n\nText ${'[a](b){.c '.repeat(20_000)}`).blocks).toHaveLength(2)
  })

  it('cannot set what every record has', () => {
    const { metadata } = importMarkdown('---\n__proto__:\n  title: x\nconstructor: y\n---\n# Name\n')
    expect(metadata.title).toBe('Name')
    expect(({} as { title?: string }).title).toBeUndefined()
  })

  it('holds nothing that runs or loads, whatever HTML stands in it', () => {
    const { article, html } = importMarkdown(
      '# t\n\n<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">a</a> [b](javascript:alert(1)) <iframe src=x></iframe>\n\n<svg onload=alert(1)>',
    )
    expect(checkCanonical(article, html)).toEqual([])
    expect(html).not.toMatch(/<script|onerror|="javascript|<iframe|<svg/u)
  })

  it('is read in time however deep it nests', () => {
    expect(importMarkdown(`${'> '.repeat(90)}deep`).blocks).toEqual(['quotation: deep'])
    expect(importMarkdown(`Text\n\n${'> '.repeat(50_000)}deep\n\n${'- '.repeat(20_000)}item`).blocks[0]).toBe(
      'paragraph: Text',
    )
    expect(importMarkdown(`Text\n\n${'['.repeat(50_000)}a${'*_'.repeat(50_000)}`).blocks[0]).toBe('paragraph: Text')
  })
})
