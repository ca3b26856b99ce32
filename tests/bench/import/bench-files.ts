import { makeBook, page } from '../../books/make-epub.ts'
import { pdfOfPages, textAt } from '../../pdf/write-pdf.ts'
import { randomFrom } from '../anchoring/random.ts'
import type { Random } from '../anchoring/random.ts'

/** A file to import whose words are known. */
export interface BenchFile {
  readonly name: string
  /** What it is, in words. */
  readonly what: string
  readonly pages: number
  readonly bytes: Uint8Array
  /** The article's words in reading order, without what stands around them. */
  readonly expected: string
  /** Of a book: its pages, for contestants that read no archives. */
  readonly inside?: readonly string[]
}

const WORDS =
  `interleukin microglia nerve injury pain rats stem cells cytokine receptor signal increases decreases reduces after before
  between tissue response inflammation spinal cord treatment control group measured observed significantly model dose weeks
  expression level protein pathway release neurons glia repair chronic acute study evidence mechanism effect activity cohort
  the of and in with was were that by from this these which not only also under during without several other most`.split(
    /\s+/,
  )

const sentence = (random: Random): string => {
  const words = Array.from({ length: random.between(9, 22) }, () => random.pick(WORDS)).join(' ')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`
}

const paragraph = (random: Random): string =>
  Array.from({ length: random.between(3, 6) }, () => sentence(random)).join(' ')

interface Section {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

const sectionsOf = (random: Random, count: number): readonly Section[] =>
  Array.from({ length: count }, (_, at) => ({
    heading: `Section ${at + 1} on ${random.pick(WORDS)}`,
    paragraphs: Array.from({ length: random.between(3, 6) }, () => paragraph(random)),
  }))

const textOf = (sections: readonly Section[]): string =>
  sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n')

/** A paragraph with emphasis and links on some of its words, as articles have them. */
const marked = (random: Random, text: string): string =>
  text
    .split(' ')
    .map(word => {
      const chance = random.next()
      if (chance < 0.02) return `<a href="https://example.org/${word.length}">${word}</a>`
      return chance < 0.05 ? `<em>${word}</em>` : word
    })
    .join(' ')

const markup = (random: Random, sections: readonly Section[]): string =>
  sections
    .map(
      ({ heading, paragraphs }) =>
        `<h2>${heading}</h2>${paragraphs.map(one => `<p>${marked(random, one)}</p>`).join('\n')}`,
    )
    .join('\n')

const AROUND = Array.from({ length: 30 }, (_, at) => `<li><a href="/menu/${at}">Menu ${at}</a></li>`).join('')

/** A page with a menu before its article and a foot behind it. */
const htmlFile = (name: string, what: string, count: number): BenchFile => {
  const random = randomFrom(name)
  const sections = sectionsOf(random, count)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On nerves</title></head><body><nav><ul>${AROUND}</ul></nav>
<main><article><h1>On nerves</h1>${markup(random, sections)}</article></main><footer><p>Contact and imprint</p></footer></body></html>`
  return { name, what, pages: 1, bytes: new TextEncoder().encode(html), expected: `On nerves\n${textOf(sections)}` }
}

const LINE = 46
const LINES = 54

const linesOf = (text: string): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length >= LINE) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Thirty pages of two columns with a running head and page numbers. */
const pdfFile = (pages: number): BenchFile => {
  const random = randomFrom('columns')
  const lines: string[] = []
  const said: string[] = []
  while (lines.length < pages * 2 * LINES) {
    const one = paragraph(random)
    said.push(one)
    // The first line of a paragraph is indented.
    lines.push(...linesOf(one).map((line, at) => (at === 0 ? `\t${line}` : line)))
  }
  const column = (number: number, x: number): readonly string[] =>
    lines
      .slice(number * LINES, (number + 1) * LINES)
      .map((line, at) => textAt(line.replace('\t', ''), line.startsWith('\t') ? x + 10 : x, 730 - at * 12))
  const content = (at: number): string =>
    [
      textAt('On nerves and their repair', 240, 765, 8),
      ...column(at * 2, 54),
      ...column(at * 2 + 1, 318),
      textAt(String(at + 1), 300, 40, 8),
    ].join('\n')
  // The last page ends where its columns do.
  const kept = lines
    .slice(0, pages * 2 * LINES)
    .join(' ')
    .replaceAll('\t', '')
  return {
    name: 'columns.pdf',
    what: `PDF, ${pages} pages of two columns`,
    pages,
    bytes: pdfOfPages(Array.from({ length: pages }, (_, at) => ({ content: content(at) }))),
    expected: kept,
  }
}

const bookFile = (chapters: number): BenchFile => {
  const random = randomFrom('book')
  const parts = Array.from({ length: chapters }, () => sectionsOf(random, 8))
  const inside = parts.map((sections, at) => page(`<h1>Chapter ${at + 1}</h1>${markup(random, sections)}`))
  return {
    name: 'book.epub',
    what: `EPUB, ${chapters} chapters`,
    pages: chapters,
    bytes: makeBook(Object.fromEntries(inside.map((content, at) => [`chapter${at + 1}`, content]))),
    expected: parts.map((sections, at) => `Chapter ${at + 1}\n${textOf(sections)}`).join('\n'),
    inside,
  }
}

/** Files of several kinds and sizes, the same on every machine. */
export const benchFiles = (): readonly BenchFile[] => [
  htmlFile('short.html', 'HTML, a short article', 2),
  htmlFile('long.html', 'HTML, a long article', 80),
  pdfFile(30),
  bookFile(12),
]
