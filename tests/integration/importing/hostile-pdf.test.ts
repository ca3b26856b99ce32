import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { importPdf, pdfFixture } from '../../pdf/read-pdf-file.ts'
import { latin1, nextObject, pdfOfPages, stream, textAt, writePdf } from '../../pdf/write-pdf.ts'

const page = { content: textAt('Readable words on a page.', 72, 700) }

/** Imported, or refused in one line that names the file. */
const told = async (bytes: Uint8Array): Promise<string> => {
  const { failure, made } = await importPdf(bytes, 'x.pdf')
  if (made !== null) return made.article.text
  expect(failure).toMatch(/^“x\.pdf” [^\n]+\.$/)
  return 'refused'
}

test('a file cut off anywhere is imported as far as it goes or refused', { timeout: 120_000 }, async () => {
  const whole = pdfFixture('manuscript.pdf')
  const outcomes = new Set<string>()
  for (let place = 1; place < 24; place += 1)
    outcomes.add(
      (await told(whole.subarray(0, Math.floor((whole.length * place) / 24)))) === 'refused' ? 'refused' : 'imported',
    )

  expect(outcomes).toContain('refused')
})

test('a file with bytes that were overwritten is imported or refused', { timeout: 120_000 }, async () => {
  const whole = pdfFixture('manuscript.pdf')
  const outcomes: string[] = []
  for (let place = 0; place < 16; place += 1) {
    const damaged = whole.slice()
    damaged.fill(
      place % 2 === 0 ? 0 : 0xff,
      Math.floor((whole.length * place) / 16),
      Math.floor((whole.length * place) / 16) + 300,
    )
    outcomes.push(await told(damaged))
  }

  expect(outcomes).toHaveLength(16)
  expect(outcomes.some(outcome => outcome.includes('Interleukin-10'))).toBe(true)
})

const catalogue = '<</Type/Catalog/Pages 2 0 R>>'

test.each([
  ['nothing but its start', latin1('%PDF-1.7')],
  ['zeros', Uint8Array.from([...latin1('%PDF-1.7\n'), ...new Uint8Array(5000)])],
  ['a tree of pages that is a circle', writePdf([catalogue, '<</Type/Pages/Kids[2 0 R]/Count 1>>'])],
  [
    "pages that are each other's parents",
    writePdf([
      catalogue,
      '<</Type/Pages/Kids[3 0 R]/Count 2>>',
      '<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 2>>',
    ]),
  ],
  [
    'a table of places that leads to itself',
    latin1(
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 45>>\nstartxref\n45\n%%EOF',
    ),
  ],
  ['a catalogue that is missing', writePdf(['<</Type/Nothing>>'])],
  [
    'a content that refers to itself',
    writePdf([
      catalogue,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>',
      stream('/X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>'),
    ]),
  ],
])('%s is refused in one line', async (_what, bytes) => {
  expect(await told(bytes)).toBe('refused')
})

test('a claim of a thousand million pages costs no time', async () => {
  const bytes = writePdf([
    catalogue,
    '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>',
    stream(page.content),
  ])

  expect(await told(bytes)).toMatch(/Readable words|refused/)
})

test('an outline that is a circle ends', async () => {
  const first = nextObject(1)
  const bytes = pdfOfPages([page], {
    catalogue: `/Outlines ${first} 0 R`,
    more: [
      `<</Type/Outlines/First ${first + 1} 0 R/Last ${first + 1} 0 R>>`,
      `<</Title(Again)/Parent ${first} 0 R/First ${first + 1} 0 R/Next ${first + 1} 0 R>>`,
    ],
  })

  expect(await told(bytes)).toContain('Readable words')
})

test('a content that unpacks to very much is read or refused', { timeout: 60_000 }, async () => {
  const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024, ' '))
  const head = `<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  const bytes = pdfOfPages([page], { more: [head + packed.toString('latin1') + '\nendstream'] })

  expect(await told(bytes)).toContain('Readable words')
})

test('pages of impossible size and type of impossible size are left out', async () => {
  const huge = { content: `${textAt('Enormous', 0, 0, 1e9)}\n${page.content}`, entries: '/UserUnit 1e30' }

  expect(await told(pdfOfPages([huge]))).toMatch(/Readable words|refused/)
})

test('five thousand pieces of text on one page are read in reasonable time', { timeout: 60_000 }, async () => {
  const pieces = Array.from(
    { length: 5_000 },
    (_, index) => `1 0 0 1 ${(index * 7919) % 600} ${(index * 104_729) % 780} Tm (x${index % 10}) Tj`,
  )
  const bytes = pdfOfPages([{ content: `BT /F 4 Tf ${pieces.join('\n')} ET` }])

  expect((await told(bytes)).length).toBeGreaterThan(1000)
})
