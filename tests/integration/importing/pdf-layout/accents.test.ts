import { expect, test } from 'vitest'
import { madeOfPdf } from '../../../pdf/read-pdf-file.ts'
import { pdfOfPages } from '../../../pdf/write-pdf.ts'

/** A line as TeX sets it in fonts without accented letters: after an accent, the letter goes back below it. */
const line = (pieces: string): string => `BT /F 10 Tf 72 700 Td [${pieces}] TJ ET`

test.each([
  ['(F\\250)333(ur die M\\250)333(oglichkeit)', 'Für die Möglichkeit'],
  ['(Universit\\250)333(at, daf\\250)333(ur \\250)333(ublich)', 'Universität, dafür üblich'],
  ['(une id\\264)333(ee et voil\\140)333(a une for\\210)333(et)', 'une idée et voilà une forêt'],
  // Without a letter of its own in Unicode the accent stays on its letter.
  ['(the mean \\210)333(x of all)', 'the mean x̂ of all'],
  // An apostrophe that was typed as an accent stands beside its letter.
  ['(it\\264)(s what it\\264s)', 'it´s what it´s'],
  ['(the path ~)(user)', 'the path ~user'],
])('accents that are drawn by themselves are put on their letters: %s', async (pieces, text) => {
  const { article } = await madeOfPdf(pdfOfPages([{ content: line(pieces) }]))

  expect(article.text).toBe(text)
})

test('the raised accent of a capital is put on its letter, and not into the line above', async () => {
  const content = [
    'BT /F 10 Tf 72 712 Td (The line above it goes on and on) Tj ET',
    'BT /F 10 Tf 72 700 Td (Die) Tj 25.6 2.1 Td (\\250) Tj -1.9 -2.1 Td (Uberschrift) Tj ET',
  ].join('\n')
  const { article } = await madeOfPdf(pdfOfPages([{ content }]))

  expect(article.text).toBe('The line above it goes on and on Die Überschrift')
})
