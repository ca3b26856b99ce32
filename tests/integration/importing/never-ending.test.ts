import { describe, expect, it } from 'vitest'
import { closeDrawings } from '#library/importing/close-drawings.ts'
import { decodeText } from '#library/importing/decode-text.ts'
import { readHtml } from '#library/importing/import-html.ts'
import { texIn } from '#library/importing/math/formula-of-tex.ts'
import { readMarkdown } from '#library/importing/markdown/read-markdown.ts'
import { isElement, parseHtml, rawText, walk } from '#library/importing/parse-html.ts'
import type { ParsedElement, ParsedNode } from '#library/importing/parse-html.ts'
import { partsOf } from '#library/importing/plain-text/paragraphs.ts'
import { authorMark, nameInByline } from '#library/importing/read-byline.ts'
import { readMetadata } from '#library/importing/read-metadata.ts'
import { writeContent } from '#library/importing/write-content.ts'
import { parseXml } from '#library/importing/xml/parse-xml.ts'

/** Microseconds of the processor. */
const MOST_TIME = 4_000_000

/** Each begins what it never ends so often that looking for every end to the end of the file takes many seconds. */
const readings: readonly (readonly [what: string, read: () => string, expected: RegExp])[] = [
  ['sections of characters in XML', () => xmlText(`first ${'<![CDATA['.repeat(60_000)}`), /^first /],
  ['comments in XML', () => xmlText(`first ${'<!--'.repeat(120_000)}`), /^first /],
  ['scripts of a page in an old encoding', () => latinPage(`\u00e9t\u00e9 ${'<script '.repeat(60_000)}`), /été/],
  ['document types', () => rawText(parseHtml(`<p>first</p>${'<!doctype '.repeat(60_000)}`)), /^first/],
  ['documents of TeX', () => texIn(`\\begin{document}`.repeat(20_000)), /document/],
  [
    'lines that belong together',
    () => JSON.stringify(partsOf(`${'word '.repeat(12)}\n`.repeat(60_000))),
    /^\[.*"word word/,
  ],
]

const xmlText = (inside: string): string => {
  const { root } = parseXml(`<p>${inside}</p>`)
  return root?.children.map(child => (typeof child === 'string' ? child : '')).join('') ?? ''
}

const latinPage = (text: string): string =>
  decodeText(Uint8Array.from(`<html><body>${text}${'caf\u00e9 '.repeat(20)}`, character => character.charCodeAt(0)))
    .text

describe('reading takes no time to speak of', () => {
  it.each(readings)('when there is no end of %s', { timeout: 120_000 }, (_, read, expected) => {
    const before = process.cpuUsage()
    expect(read().slice(0, 80)).toMatch(expected)
    expect(process.cpuUsage(before).user).toBeLessThan(MOST_TIME)
  })
})

/** Microseconds of the processor for one reading: the least of three, so that what else the machine does hardly counts. */
const timeOf = (read: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      read()
      return process.cpuUsage(before).user
    }),
  )

const elementIn = (html: string): ParsedElement => {
  const found: ParsedElement[] = []
  walk(parseHtml(html), node => {
    if (isElement(node) && authorMark(node) !== null) found.push(node)
    return true
  })
  const [first] = found
  if (first === undefined) throw new Error('There is no author in the page.')
  return first
}

const namesIn = (page: ParsedNode): (string | null)[] => {
  const names: (string | null)[] = []
  walk(page, node => {
    if (isElement(node) && authorMark(node) !== null) names.push(nameInByline(node))
    return true
  })
  return names
}

/** Microseconds that the machine may need for itself. */
const SLACK = 50_000

/** What grows with its size alone. Each grew with the square of it. */
const growing: readonly (readonly [what: string, size: number, reading: (size: number) => () => unknown])[] = [
  [
    'end tags within drawings that end nothing',
    20_000,
    size => {
      const page = '<svg>'.repeat(size) + '</title>'.repeat(size)
      return () => closeDrawings(page)
    },
  ],
  [
    'commas in the name of an author',
    20_000,
    size => {
      const page = elementIn(`<p class="byline">By ${','.repeat(size)}x</p>`)
      return () => nameInByline(page)
    },
  ],
  [
    'commas in the content of an author',
    20_000,
    size => {
      const page = elementIn(`<meta itemprop="author" content="${','.repeat(size)}x">`)
      return () => nameInByline(page)
    },
  ],
  [
    'elements of authors in one another, around a long text',
    150,
    size => {
      const page = parseHtml(
        `<body>${'<div class="byline"><i></i>'.repeat(size)}${'words '.repeat(size * 50)}${'</div>'.repeat(size)}`,
      )
      return () => namesIn(page)
    },
  ],
  [
    'elements beside an article in one another',
    1_200,
    size => {
      const page = parseHtml(`<body>${'<div class="widget">'.repeat(size)}words${'</div>'.repeat(size)}`)
      return () => readMetadata(page, 'page.html')
    },
  ],
  [
    'signs of money in a formula',
    20_000,
    size => {
      const tex = `a${'$'.repeat(size)}b`
      return () => texIn(tex)
    },
  ],
  [
    'spaces in a heading',
    40_000,
    size => {
      const heading = new TextEncoder().encode(`# a${' '.repeat(size)}b`)
      return () => readMarkdown(heading, 'a.md')
    },
  ],
]

describe('twice as much takes about twice the time', () => {
  it.each(growing)('of %s', { timeout: 120_000 }, (_, size, reading) => {
    expect(timeOf(reading(2 * size))).toBeLessThan(3 * timeOf(reading(size)) + SLACK)
  })
})

describe('a class of a hundred thousand names', () => {
  it.each(['"', "'"])('in %s goes, and all else stays', quote => {
    const page = `<p id="a" class=${quote}${'name '.repeat(200_000)}${quote} title="b">text</p><p class="c">more</p>`
    expect(rawText(parseHtml(page))).toBe('textmore')
  })
})

describe('elements with more in them than a call takes', () => {
  const many = 'word<br>'.repeat(100_000)

  it.each([
    ['a heading that can be pressed', `<h2><button>${many}</button></h2>`],
    ['the body of a page', many],
  ])('are read in %s', { timeout: 120_000 }, (_, body) => {
    const read = readHtml(new TextEncoder().encode(`<!doctype html><title>T</title><body>${body}</body>`), 'a.html')
    expect(read.ok && writeContent(read.value.content).text.match(/word/g)).toHaveLength(100_000)
  })
})

describe('document types', () => {
  it.each([
    ['<!doctype html><p>a</p>', 'a'],
    ['<!DOCTYPE html [<!ENTITY a "b">]><p>a</p>', ']>a'],
    ['<!doctype one <!doctype two><p>a</p>', 'a'],
    ['<p>a</p><!doctype html><p>b</p>', 'ab'],
  ])('of %j go', (html, text) => {
    expect(rawText(parseHtml(html))).toBe(text)
  })
})
