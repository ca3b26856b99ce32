import { expect, test } from 'vitest'
import { madeOfPdf } from '../../../pdf/read-pdf-file.ts'
import { nextObject, pdfOfPages, stream, textAt } from '../../../pdf/write-pdf.ts'

/** A page with `A`, `B` and `C` in a font that says that these are something else. */
const saying = (means: readonly string[], content: string) => {
  const codes = means.map((text, index) => {
    const utf16 = Array.from({ length: text.length }, (_, place) =>
      text.charCodeAt(place).toString(16).padStart(4, '0'),
    )
    return `<${(65 + index).toString(16)}> <${utf16.join('')}>`
  })
  const map = `begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${codes.length} beginbfchar ${codes.join('\n')} endbfchar endcmap`
  const font = `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode ${nextObject(1)} 0 R>>`
  return madeOfPdf(pdfOfPages([{ content }], { font, more: [stream(map)] }))
}

test('radicals and punctuation for lines that go downwards are the characters that one looks for', async () => {
  const { article } = await saying(['⾼', '⽀', '︒'], textAt('ABC', 72, 700))

  expect(article.text).toBe('高支。')
})

test('ligatures in fonts of TeX that say nothing but their places are letters', async () => {
  const { article } = await saying(['\u001b', '\u001c', '\u001d'], textAt('oAer, Bnd, rese Cower', 72, 700))

  expect(article.text).toBe('offer, find, rese flower')
})

test('the code for what a font lacks is told as a sign that is none', async () => {
  const { article } = await saying(['\uffff'], textAt('one A two', 72, 700))

  expect(article.text).toBe('one \ufffd two')
})

test('letters with room between them are words', async () => {
  const spaced = (word: string, x: number): string =>
    [...word].map((letter, index) => textAt(letter, x + 14 * index, 700)).join('\n')
  const content = [
    `BT /F 10 Tf 5 Tc 72 700 Td (Abstract) Tj ET BT /F 10 Tf 5 Tc 200 700 Td (of) Tj ET`,
    textAt('Words below it.', 72, 660),
  ].join('\n')

  expect((await saying([], content)).article.text).toContain('Abstract of')
  expect((await saying([], spaced('ABCDEFGH', 72))).article.text).toBe('A B C D E F G H')
})

/** What a page says of one line with room between its letters, above others. */
const spacedLine = async (line: string, size = 10): Promise<string> => {
  const content = [
    `BT /F ${size} Tf ${size / 2} Tc 72 700 Td (${line}) Tj 0 Tc ET`,
    textAt('The discussion of what was found goes on below it.', 72, 640),
    textAt('No answer was given twice by those who were asked.', 72, 628),
  ].join('\n')
  const { article } = await saying([], content)
  return article.text.split('\n')[0] ?? ''
}

test.each(['BDACE', 'awzoi', 'DBACAEBD'])('answers and samples of letters, as %s, are no word', async letters => {
  expect(await spacedLine(letters)).toBe([...letters].join(' '))
})

test.each([
  ['DISCUSSION', 10],
  ['REFERENCES', 10],
  ['Kurzfassung', 10],
  ['NERVES', 16],
  ['what was found of them', 10],
])('the head %s in type of %i points is a word', async (head, size) => {
  expect(await spacedLine(head, size)).toBe(head)
})

test('a ligature of a script that is written to the left has its letters in their order', async () => {
  // From the left, as it is drawn: the last letter first.
  const { article } = await saying(['م', 'ل', 'لأ', 'ا', 'ع', 'ج'], textAt('.FCBE ABCD', 72, 700))

  expect(article.text).toBe('الألم عللأج.')
})

test('a sign for a letter with its mark is as wide as its font says, so that no space comes after it', async () => {
  const { article, layout } = await saying(['ध्', 'य', 'म'], textAt('CABC CC', 72, 700))

  expect(article.text).toBe('मध्यम मम')
  const width = layout.runs.reduce((sum, [, , , , , wide]) => sum + wide, 0)
  // Of Helvetica's A, B and C.
  expect(width).toBeCloseTo((0.667 + 0.667 + 4 * 0.722) * 10, 1)
})
