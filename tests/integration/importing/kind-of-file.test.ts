import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importDocument } from '#library/importing/import-document.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'

const FORMATS =
  'It can import HTML pages, web archives (MHTML), EPUB books, PDF documents, JATS articles, Markdown and plain text.'

const whyNot = async (bytes: Uint8Array): Promise<string> => {
  const imported = await importDocument(bytes, {
    fileName: 'file',
    now: '2026-01-02T03:04:05Z',
    program: 'Pathmark test',
    taken: () => false,
    companions: noCompanions,
  })
  return imported.ok ? 'imported' : imported.error.message
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('a file that cannot be imported', () => {
  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', 'a drawing (SVG)'],
    [
      '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
      'XML with the outermost element “TEI”',
    ],
    [
      '<?xml version="1.0"?>\n<!DOCTYPE note [\n<!ENTITY a "b">\n]>\n<!-- x -->\n<note>&a;</note>',
      'XML with the outermost element “note”',
    ],
    [
      '<?xml version="1.0"?>\n<!DOCTYPE article [\n<!ENTITY a "b">\n]>\n<article><para>b</para></article>',
      'XML with the outermost element “article” that is not one of JATS',
    ],
    ['{"a": 1}', 'a list or record in JSON'],
    ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'a picture'],
  ])('is told by what it is: %j', async (text, kind) => {
    expect(await whyNot(latin1(text))).toBe(`file is ${kind}, which Pathmark cannot import. ${FORMATS}`)
  })

  it.each([
    [gzipSync('<!doctype html><title>Page</title><p>Words</p>'), 'a file packed with gzip', 'Unpack it'],
    [latin1(`${'Book'.padEnd(60, '\0')}BOOKMOBI\0\0`), 'a Kindle book', 'Get the book as an EPUB'],
    [latin1('\u00eaDRMION\u00ee\0\0'), 'a Kindle book that its seller has locked', 'Get the book as an EPUB'],
    [latin1('{\\rtf1 Words}'), 'an RTF document', 'Save it as HTML or PDF'],
    [
      latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0'),
      'a document of an older Microsoft Office',
      'Save it as',
    ],
  ])('is told with what to do about it', async (bytes, kind, advice) => {
    expect(await whyNot(bytes)).toContain(`file is ${kind}, which Pathmark cannot import. ${advice}`)
  })

  it('of which nothing is known is said to be nothing that can be imported', async () => {
    expect(await whyNot(Uint8Array.of(1, 0, 2, 0, 0, 3))).toBe(`file is nothing that Pathmark can import. ${FORMATS}`)
  })
})
