import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedDocument } from '#library/importing/import-document.ts'
import { importDocument } from '#library/importing/import-document.ts'
import { decodeQuotedPrintable } from '#library/importing/mhtml/decode-body.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { makePng } from '../../pictures/make-png.ts'

const png = makePng(40, 30)
const base64 = Buffer.from(png).toString('base64').replace(/.{76}/g, '$&\r\n')

const lines = (...given: readonly string[]): string => given.join('\r\n')

/** As Chromium saves a page: quoted-printable, pictures by their address. */
const chromium = (body: string): string =>
  lines(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/papers/pain.html',
    'Subject: Pain',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--x1----"',
    '',
    '',
    '------MultipartBoundary--x1----',
    'Content-Type: text/html',
    'Content-ID: <frame-1@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/papers/pain.html',
    '',
    body,
    '------MultipartBoundary--x1----',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:css-1@mhtml.blink',
    '',
    'p { color: red }',
    '------MultipartBoundary--x1----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/figures/nerve.png',
    '',
    base64,
    '------MultipartBoundary--x1------',
    '',
  )

const pageBody = lines(
  '<!DOCTYPE html><html lang=3D"en"><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8"><title>Pa=',
  'in</title></head><body><article><h1>Pain</h1><p>TGF-=CE=B2 reduces it; see <a href=3D"more.html">more</a>.</p>',
  '<figure><img src=3D"../figures/nerve.png" alt=3D"A nerve"></figure></article></body></html>',
)

const imported = async (content: string | Uint8Array): Promise<ImportedDocument | string> => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const result = await importDocument(bytes, {
    fileName: 'saved.mhtml',
    now: '2026-01-02T03:04:05Z',
    program: 'Pathmark test',
    taken: () => false,
    companions: noCompanions,
  })
  return result.ok ? result.value : result.error.message
}

const article = async (content: string | Uint8Array): Promise<ImportedDocument> => {
  const result = await imported(content)
  if (typeof result === 'string') throw new Error(result)
  expect(checkCanonical(result.article, result.html)).toEqual([])
  return result
}

describe('a page that was saved in one file', () => {
  it('is read as Chromium saves it, with its pictures and its address', async () => {
    const { article: made, html, assets } = await article(chromium(pageBody))
    expect(made).toMatchObject({
      metadata: { title: 'Pain', language: 'en', address: 'https://example.org/papers/pain.html' },
      provenance: { format: 'mhtml', sourceFile: 'source.mhtml', warnings: [] },
      text: 'Pain\nTGF-β reduces it; see more.',
    })
    expect(html).toContain('href="https://example.org/papers/more.html"')
    expect(assets.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(png)])
    expect(html).toContain(`src="assets/${assets[0]?.name}"`)
  })

  it('is read as Internet Explorer saved it: parts inside of parts, another character set, pictures by their id, a page of the disk', async () => {
    const content = lines(
      'From: =?utf-8?Q?Gespeichert_von_Windows_Internet_Explorer?=',
      'Subject: Schmerz',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; start="<page@x>"; boundary=outer',
      '',
      'This is a multi-part message in MIME format.',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      '--inner',
      'Content-Type: text/plain',
      '',
      'nothing',
      '--inner',
      'Content-Type: text/html; charset="windows-1252"',
      'Content-ID: <page@x>',
      'Content-Transfer-Encoding: 8bit',
      'Content-Location: file://C:\\Users\\ann\\schmerz.htm',
      '',
      '<html><title>Schmerz</title><p>\xdcbelkeit \x96 und Schmerz.</p><img src="cid:Pic.1@x" alt="Bild"></html>',
      '--inner--',
      '--outer',
      'Content-Type: image/png',
      'Content-ID: <Pic.1@x>',
      'Content-Transfer-Encoding: BASE64',
      '',
      base64,
      '--outer--',
    )
    const { article: made, assets } = await article(content)
    expect(made.text).toBe('Übelkeit – und Schmerz.')
    expect(made.metadata.address).toBeUndefined()
    expect(assets).toHaveLength(1)
  })

  it('is told from a page, a text and a mail that only speak of it', () => {
    const formatOf = (text: string): string | null => recogniseFormat(Buffer.from(text, 'latin1'))
    expect(formatOf(chromium(pageBody))).toBe('mhtml')
    expect(formatOf(chromium(pageBody).replaceAll('\r\n', '\n'))).toBe('mhtml')
    expect(formatOf(`A note\n\n${chromium(pageBody)}`)).not.toBe('mhtml')
    expect(formatOf('Content-Type: text/plain\nMIME-Version: 1.0\n\nA mail.')).not.toBe('mhtml')
  })

  it('that breaks off gives what is there, and says so', async () => {
    const whole = chromium(pageBody)
    const { article: made, assets } = await article(
      whole.slice(0, whole.indexOf('Content-Location: https://example.org/figures')),
    )
    expect(made.text).toContain('TGF-β reduces it')
    expect(made.provenance.warnings).toEqual([
      'The file breaks off before its end; what came before is here.',
      'Left out: 1 picture that could not be had: https://example.org/figures/nerve.png.',
    ])
    expect(assets).toEqual([])
  })

  it('without a page in it is refused in words', async () => {
    const content = chromium(pageBody).replace('Content-Type: text/html\r\n', 'Content-Type: text/csv\r\n')
    expect(await imported(content)).toBe('saved.mhtml is a web archive without a page in it.')
  })

  it('of many parts, none of which ends, is read in time that grows with its length alone', async () => {
    const part = '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
    const content = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${part.repeat(20_000)}--b\r\nContent-Type: text/html\r\n\r\n<p>Pain.`
    const began = performance.now()
    await imported(content)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('of many parts that each announce others that never come is read as fast', async () => {
    const parts = Array.from(
      { length: 9_000 },
      (_, at) => `--b\r\nContent-Type: multipart/mixed; boundary=never${at}\r\n\r\n${'x'.repeat(1_000)}\r\n`,
    )
    const content = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${parts.join('')}--b--`
    const began = performance.now()
    expect(await imported(content)).toMatch(/without a page/)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('is read or refused, whatever became of its bytes', async () => {
    const whole = Buffer.from(chromium(pageBody), 'latin1')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.uint8Array({ maxLength: 6 }),
        async (from, to, between) => {
          const bytes = Buffer.concat([
            whole.subarray(0, Math.min(from, to)),
            between,
            whole.subarray(Math.max(from, to)),
          ])
          const result = await imported(bytes)
          const problems =
            typeof result === 'string' ? result.match(/\n/g) : checkCanonical(result.article, result.html)
          expect(problems ?? []).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('quoted-printable', () => {
  it.each([
    ['a=3Db', 'a=b'],
    ['long =\r\nline', 'long line'],
    ['long = \t\nline', 'long line'],
    ['end=', 'end'],
    ['no=XXsense =4', 'no=XXsense =4'],
    ['=e2=82=AC', '€'],
  ])('%j says %j', (written, said) => {
    expect(Buffer.from(decodeQuotedPrintable(Buffer.from(written))).toString('utf8')).toBe(said)
  })
})
