import { expect, test } from 'vitest'
import { madeOfPdf } from '../../../pdf/read-pdf-file.ts'
import { pdfOfPages, textAt } from '../../../pdf/write-pdf.ts'

const prose = (word: string): string[] =>
  Array.from(
    { length: 4 },
    (_, line) => `The ${word} of line ${line + 1} is what every sentence of this part goes on about,`,
  )

/** Paragraphs below each other, all in one size and weight, with a gap between them. */
const pageOf = (paragraphs: readonly (readonly string[])[]): string => {
  let y = 740
  return paragraphs
    .flatMap(lines => {
      y -= 12
      return lines.map(line => textAt(line, 72, (y -= 12)))
    })
    .join('\n')
}

const headingsOf = async (paragraphs: readonly (readonly string[])[]): Promise<string[]> => {
  const { blocks } = await madeOfPdf(pdfOfPages([{ content: pageOf(paragraphs) }]))
  return blocks.filter(block => block.startsWith('heading'))
}

test('headings in the type of the text are told by their numbers and their names', async () => {
  const headings = await headingsOf([
    ['I. Introduction of it'],
    prose('nerve'),
    ['II. Methods of the trial'],
    prose('trial'),
    ['A. Animals and groups'],
    prose('animal'),
    ['B. What was measured'],
    prose('measure'),
    ['References'],
    prose('reference'),
  ])

  expect(headings).toEqual([
    'heading2: I. Introduction of it',
    'heading2: II. Methods of the trial',
    'heading3: A. Animals and groups',
    'heading3: B. What was measured',
    'heading2: References',
  ])
})

test('entries of a list and sentences with such a mark are no headings', async () => {
  const headings = await headingsOf([
    prose('nerve'),
    ['1.1 Wash the cells twice'],
    ['1.2 Inject them'],
    ['1.3 Observe the animal'],
    prose('trial'),
    ['A. Muster said so.'],
    prose('animal'),
  ])

  expect(headings).toEqual([])
})

test('a heading that the head of its pages repeats is left out there', async () => {
  const sections = ['Introduction of it all', 'Methods of the trial', 'What was found']
  const pages = sections.flatMap(section => [
    {
      content: [textAt(section, 72, 730, 14), pageOf([prose('first'), prose('second')])]
        .join('\n')
        .replaceAll(' 716 Td', ' 690 Td'),
    },
    { content: [textAt(section.toUpperCase(), 72, 770, 8), pageOf([prose('third'), prose('fourth')])].join('\n') },
  ])
  const { article } = await madeOfPdf(pdfOfPages(pages))

  for (const section of sections) expect(article.text.toLowerCase().split(section.toLowerCase())).toHaveLength(2)
})

test('a word that the end of a line cuts in a title is whole in the title of the article', async () => {
  const content = [
    textAt('A title about neu-', 72, 730, 18),
    textAt('ropathic pain', 72, 708, 18),
    pageOf([[], [], prose('neuropathic')]),
  ]
  const { metadata } = await madeOfPdf(pdfOfPages([{ content: content.join('\n') }]))

  expect(metadata.title).toBe('A title about neuropathic pain')
})
