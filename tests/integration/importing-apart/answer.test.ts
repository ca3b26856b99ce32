import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageLayout } from '#core/article/page-layout.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from '#library/importing/content-hash.ts'
import { FrameReader, frameKinds, writeFrame } from '#library/importing-apart/answer-frames.ts'
import { importHere } from '#library/importing-apart/import-here.ts'
import { importShipped } from '#library/importing-apart/import-shipped.ts'
import type { ImportedArticle, SourceFile } from '#library/importing-apart/import-runner.ts'
import { AnswerReader } from '#library/importing-apart/read-answer.ts'
import { answerFrames } from '#library/importing-apart/write-answer.ts'
import { pdfFixture } from '../../pdf/read-pdf-file.ts'
import { makePng, pngAddress } from '../../pictures/make-png.ts'

const order = { fileName: 'page.html', now: '2026-01-02T03:04:05Z', program: 'Pathmark test' }

const sourceOf = (content: Uint8Array | string): SourceFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { bytes, hash: contentHash(bytes) }
}

const rich = sourceOf(
  `<!doctype html><html lang="en"><title>Pain &amp; 𝒫ain — الألم</title><article><h1>Pain</h1>
  <p id="a">IL-10 &lt; TNF&nbsp;“quoted” <a href="#t">see</a> <a href="https://example.org/?a=1&amp;b=2">there</a><br>next</p>
  <pre>two
lines</pre><ul><li>one<li>two</ul><table id="t"><caption>Doses</caption><tr><th scope="col">a<td colspan="2">b &gt; c</table>
  <figure><img src="${pngAddress(makePng(40, 30))}" alt="a &quot;b&quot;"><figcaption>Cells 🧠</figcaption></figure></article>`,
)

const importedFrom = async (source: SourceFile): Promise<ImportedArticle> => {
  const imported = await importHere.run(source, order)
  if (!imported.ok) throw new Error(imported.error.message)
  return imported.value
}

/** What the program that ordered an import makes of its answer. */
const readBack = async (
  answer: Iterable<Uint8Array>,
  source: SourceFile,
): Promise<Result<ImportedArticle> | string> => {
  const frames = new FrameReader()
  const reader = new AnswerReader(source, order)
  for (const bytes of answer) {
    const whole = frames.push(bytes)
    if (whole === null) return 'no frames'
    for (const frame of whole) {
      const state = reader.take(frame)
      if (state === 'wrong') return 'wrong'
      if (state === 'whole') return reader.finish()
    }
  }
  return 'broke off'
}

type Change = (imported: ImportedArticle) => Partial<ImportedArticle>

const answerTo = (change: Change) => async (): Promise<unknown> => {
  const imported = await importedFrom(rich)
  const { html, article, assets } = { ...imported, ...change(imported) }
  const hashed = {
    html,
    assets,
    article: { ...article, htmlHash: contentHash(html), textHash: contentHash(article.text) },
  }
  return readBack(answerFrames(succeed(hashed)), rich)
}

describe('the answer of an import process', () => {
  it('gives the article as the importer made it, of every page that the tests have', async () => {
    const root = join(import.meta.dirname, '../../..')
    const pages = ['resources/articles/stem-cells-neuropathic-pain.html', 'tests/fixtures/html/hostile.html']
    const sources = await Promise.all(pages.map(async path => sourceOf(await readFile(join(root, path)))))
    for (const source of [rich, ...sources]) {
      const imported = await importedFrom(source)
      expect(await readBack(answerFrames(succeed(imported)), source)).toEqual(succeed(imported))
    }
  })

  it('is what a first start makes without it of the articles that ship with the program', async () => {
    const articles = join(import.meta.dirname, '../../../resources/articles')
    const names = (await readdir(articles)).filter(name => name.endsWith('.html'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const source = sourceOf(await readFile(join(articles, name)))
      const { article, html } = await importedFrom(source)
      const shipped = await importShipped.run(source, order)
      expect(shipped).toEqual(succeed({ article: { ...article, id: 'unnamed' }, html, assets: [] }))
    }
  })

  it('is read alike however it was cut on its way', async () => {
    const imported = await importedFrom(rich)
    const whole = Buffer.concat([...answerFrames(succeed(imported))])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 40 }), async cuts => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        const pieces = places.slice(1).map((end, index) => whole.subarray(places[index], end))
        expect(await readBack(pieces, rich)).toEqual(succeed(imported))
      }),
      { numRuns: 60 },
    )
  })

  it('is cut into pieces that are short to read, and says so when a title cannot be', async () => {
    const imported = await importedFrom(rich)
    const withTitle = (title: string): Result<ImportedArticle> =>
      succeed({ ...imported, article: { ...imported.article, metadata: { ...imported.article.metadata, title } } })
    const sections = Array.from({ length: 20_000 }, (_, place) => ({
      id: `s${place}`,
      level: 2,
      title: 'A heading of some length',
      parent: 's0',
      start: 0,
      end: 0,
    }))
    const frames = [...answerFrames(succeed({ ...imported, article: { ...imported.article, sections } }))]
    expect(Math.max(...frames.map(({ length }) => length))).toBeLessThan(300_000)
    expect(await readBack(answerFrames(withTitle('T'.repeat(100_000))), rich)).toMatchObject({ ok: true })
    expect(await readBack(answerFrames(withTitle('T'.repeat(5_000_000))), rich)).toMatchObject({
      ok: false,
      error: { code: 'not-readable', message: expect.stringContaining('longer than any that can be shown') },
    })
  })

  it('tells what the importer failed with, and no other failure', async () => {
    const failed = fail('not-recognised', 'It is no page.\nreally')
    expect(await readBack(answerFrames(failed), rich)).toEqual(fail('not-recognised', 'It is no page. really'))
    expect(await readBack(answerFrames(fail('disk-full', 'Delete everything.')), rich)).toBe('wrong')
  })

  it('gives where the text of a PDF document stands on its pages', async () => {
    const source = sourceOf(pdfFixture('scripts-and-tables.pdf'))
    const imported = await importedFrom(source)

    expect(imported.layout?.runs.length).toBeGreaterThan(100)
    expect(await readBack(answerFrames(succeed(imported)), source)).toEqual(succeed(imported))
  })

  const misplaced: readonly (readonly [string, (layout: PageLayout) => PageLayout])[] = [
    ['beyond the text', ({ pages, runs }) => ({ pages, runs: [...runs, [1e6, 1e6 + 1, 0, 0, 0, 1, 1, 0]] })],
    ['out of order', ({ pages, runs }) => ({ pages, runs: runs.toReversed() })],
    [
      'on a page that is not there',
      ({ runs }) => ({ pages: [{ width: 1, height: 1 }], runs: runs.map(([a, b]) => [a, b, 7, 0, 0, 1, 1, 0]) }),
    ],
  ]
  it.each(misplaced)('is refused when it places text %s', async (_what, change) => {
    const source = sourceOf(pdfFixture('manuscript.pdf'))
    const imported = await importedFrom(source)
    if (imported.layout === null || imported.layout === undefined) throw new Error('A PDF document has no layout.')

    expect(
      await readBack(answerFrames(succeed({ ...imported, layout: change(imported.layout) })), source),
    ).toMatchObject({
      ok: false,
      error: { code: 'unexpected' },
    })
  })

  const refused: readonly (readonly [string, Change])[] = [
    ['an element that may not be there', ({ html }) => ({ html: `${html}<script>x</script>\n` })],
    ['an attribute that runs', ({ html }) => ({ html: html.replace('<p ', '<p onclick="x" ') })],
    ['a link to a script', ({ html }) => ({ html: html.replace('https://', 'javascript:') })],
    ['a picture from elsewhere', ({ html }) => ({ html: html.replace('assets/', 'https://x/') })],
    ['a picture that is a drawing', ({ html }) => ({ html: html.replace('.png"', '.svg"') })],
    ['a picture that did not come with it', ({ html }) => ({ html: html.replace(/[0-9a-f]{64}/, '0'.repeat(64)) })],
    [
      'a cover that did not come with it',
      ({ article }) => ({ article: { ...article, cover: `${'0'.repeat(64)}.png` } }),
    ],
    ['text outside of blocks', ({ html }) => ({ html: `${html}more` })],
    ['other words in a block', ({ html }) => ({ html: html.replace('TNF', 'TGF') })],
    ['an element without an end', ({ html }) => ({ html: html.replace('</ul>', '') })],
    ['a comment', ({ html }) => ({ html: `${html}<!-- x -->` })],
    ['an attribute without quotes', ({ html }) => ({ html: html.replace('colspan="2"', 'colspan=2') })],
    ['a block that is there twice', ({ html }) => ({ html: `${html}<p data-block="b1">Pain</p>` })],
    ['other text', ({ article }) => ({ article: { ...article, text: `${article.text} and more` } })],
    ['blocks out of order', ({ article }) => ({ article: { ...article, blocks: article.blocks.toReversed() } })],
    ['blocks missing', ({ article }) => ({ article: { ...article, blocks: article.blocks.slice(0, -1) } })],
    [
      'a section beyond the text',
      ({ article }) => ({
        article: { ...article, sections: article.sections.map(section => ({ ...section, end: section.end + 1_000 })) },
      }),
    ],
    [
      'a file name that leads elsewhere',
      ({ article }) => ({
        article: { ...article, provenance: { ...article.provenance, sourceFile: '../../notes.json' } },
      }),
    ],
    [
      'the hash of another file',
      ({ article }) => ({
        article: { ...article, provenance: { ...article.provenance, sourceHash: contentHash('another') } },
      }),
    ],
  ]
  it.each<[string, (png: Buffer) => Uint8Array]>([
    ['another one', () => makePng(20, 20)],
    ['no picture', png => Buffer.from(`<svg>${png.toString('hex')}`)],
    ['nothing', () => new Uint8Array(0)],
    ['more than was announced', png => Buffer.concat([png, png])],
  ])('is no answer when in the place of a picture there is %s', async (_what, bytesOf) => {
    const imported = await importedFrom(rich)
    const [frames, after] = [[...answerFrames(succeed(imported))], writeFrame(frameKinds.end)]
    const png = bytesOf(makePng(40, 30))
    const changed = [
      ...frames.filter(frame => (frame[0] ?? 0) < frameKinds.assets),
      writeFrame(frameKinds.assets, png),
      after,
    ]
    expect(await readBack(changed, rich)).not.toMatchObject({ ok: true })
  })

  it.each(refused)('is refused with %s', async (_what, change) => {
    expect(await answerTo(change)()).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  })

  it('is refused when a hash does not fit, parts come in another order, or it is none', async () => {
    const imported = await importedFrom(rich)
    const frames = [...answerFrames(succeed(imported))]
    const otherHash = { ...imported, article: { ...imported.article, textHash: contentHash('another') } }
    expect(await readBack(answerFrames(succeed(otherHash)), rich)).toMatchObject({ ok: false })
    expect(await readBack(frames.toReversed(), rich)).toBe('wrong')
    expect(await readBack([...frames.slice(0, 2), ...frames], rich)).toBe('wrong')
    expect(await readBack(frames.slice(0, -1), rich)).toBe('broke off')
    expect(await readBack([writeFrame(frameKinds.head, new Uint8Array([0xff, 0xfe]))], rich)).toBe('wrong')
    expect(await readBack([new TextEncoder().encode('no answer at all')], rich)).toBe('no frames')
  })

  it('never throws, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 9 }),
            fc.oneof(
              fc.uint8Array(),
              fc.json().map(text => Buffer.from(text)),
            ),
          ),
        ),
        async frames => {
          const bytes = frames.map(([kind, payload]) => writeFrame(kind as 1, payload))
          const read = await readBack(bytes, rich)
          expect(typeof read === 'string' || !read.ok).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
