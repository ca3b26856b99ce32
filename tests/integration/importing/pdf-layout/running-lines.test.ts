import { expect, test } from 'vitest'
import { documentParts } from '#library/importing/pdf/layout/document-parts.ts'
import type { TextItem } from '#library/importing/pdf/layout/page-text.ts'
import { columnItems, textItem } from './text-item.ts'

const bold = { face: { bold: true, italic: false, fixed: false } }

/** What all pages say, line by line, without their heads and feet. */
const linesOf = (pages: readonly (readonly TextItem[])[]): string[] => {
  const texts = pages.map((items, number) => ({
    number,
    width: 612,
    height: 792,
    frames: [
      { rotation: 0, items: items.map((item, drawn) => ({ ...item, drawn, place: { ...item.place, page: number } })) },
    ],
  }))
  return documentParts(texts, new Set()).parts.flatMap(part => part.lines.map(({ text }) => text))
}

const prose = (name: string, top: number): TextItem[] =>
  columnItems(
    Array.from({ length: 20 }, (_, line) => `Line ${line + 1} of what is told about the ${name} in all its parts, and`),
    60,
    top,
  )

const sections = ['Introduction', 'Methods', 'Results', 'Discussion']
const beginWith = (given: Partial<TextItem>): TextItem[][] =>
  sections.map(section => [textItem(section, 60, 60, given), ...prose(section.toLowerCase(), 90)])

test.each([
  ['a list of contents', sections],
  ['words of a title', ['Background, methods, results and discussion']],
])('headings with which pages begin are no heads, though the document has their words in %s', (_, said) => {
  const contents = [...prose('contents', 90), ...columnItems(said, 60, 350, bold), ...prose('rest', 420)]
  const lines = linesOf([contents, ...beginWith({ size: 11.5, ...bold })])

  expect(lines.filter(line => sections.includes(line))).toEqual(said.length > 1 ? [...sections, ...sections] : sections)
})

test('headings in the type of the text with which pages begin are kept beside a list of contents', () => {
  const contents = [...prose('contents', 90), ...columnItems(sections, 60, 350, bold), ...prose('rest', 420)]
  const lines = linesOf([contents, ...beginWith({})])

  expect(lines.filter(line => sections.includes(line))).toEqual([...sections, ...sections])
})

test('heads that say the section are left out, as far as it goes, whatever smaller headings are in it', () => {
  const pages = sections.flatMap(section => [
    [textItem(section, 60, 90, { size: 14, ...bold }), ...prose(section.toLowerCase(), 120)],
    [
      textItem(section.toUpperCase(), 60, 40, { size: 8 }),
      ...prose('groups', 70),
      textItem('What was given', 60, 340, bold),
      ...prose('doses', 360),
    ],
    [textItem(section.toUpperCase(), 60, 40, { size: 8 }), ...prose('animals', 70)],
  ])

  expect(linesOf(pages).filter(line => sections.some(section => section.toUpperCase() === line))).toEqual([])
})
