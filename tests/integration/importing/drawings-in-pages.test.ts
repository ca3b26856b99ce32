import { describe, expect, it } from 'vitest'
import { PURIFIED } from '#library/importing/with-purified.ts'
import { importDocument } from '#library/importing/import-document.ts'
import type { ImportedDocument } from '#library/importing/import-document.ts'
import { makeBook, page as bookPage, coverPicture } from '../../books/make-epub.ts'
import { makePng, pngAddress } from '../../pictures/make-png.ts'

const imported = async (
  source: string | Uint8Array,
  beside: Readonly<Record<string, string>> = {},
): Promise<ImportedDocument> => {
  const made = await importDocument(typeof source === 'string' ? Buffer.from(source) : source, {
    fileName: 'page.html',
    now: '2026-01-02T03:04:05Z',
    program: 'Pathmark test',
    taken: () => false,
    companions: {
      read: async names =>
        new Map(names.flatMap(name => (beside[name] === undefined ? [] : [[name, Buffer.from(beside[name])]]))),
    },
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

const pageOf = (body: string): string =>
  `<!doctype html><title>Pain drawn</title><article><h1>Pain drawn</h1><p>Words that come before.</p>${body}</article>`

const textOf = ({ assets }: ImportedDocument): string[] => assets.map(({ bytes }) => Buffer.from(bytes).toString())
const imagesIn = ({ html }: ImportedDocument): string[] => html.match(/<img [^>]*>/g) ?? []

const OPENING = (size: string, box: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${box}">`
const chart =
  '<svg width="300" height="200" viewBox="0 0 300 200" role="img" aria-labelledby="t"><title id="t">Pain over time</title>' +
  '<linearGradient id="up"><stop offset="0" stop-color="#c00"/></linearGradient>' +
  '<path fill="url(#up)" d="M0 0L9 9"/><text x="4" y="9">weeks</text></svg>'

describe('a drawing in a page', () => {
  it('becomes a picture of the article, with its name for those who cannot see it', async () => {
    const page = await imported(pageOf(`<figure>${chart}<figcaption>Less pain.</figcaption></figure>`))
    expect(page.article.provenance.warnings).toEqual([])
    const [asset] = page.assets
    expect(imagesIn(page)).toEqual([`<img src="assets/${asset?.name}" alt="Pain over time" width="300" height="200">`])
    expect(textOf(page)).toEqual([
      `${OPENING('width="300" height="200"', '0 0 300 200')}<linearGradient id="i1"><stop offset="0" stop-color="#c00"/></linearGradient>` +
        '<path fill="url(#i1)" d="M0 0L9 9"/><text x="4" y="9">weeks</text></svg>',
    ])
    // Not the article's text: no mark can be made on it.
    expect(page.article.text).toBe('Pain drawn\nWords that come before.\nLess pain.')
    expect(page.article.cover).toBeUndefined()
  })

  it('keeps the case of names that pages are read without regard to, and rules of its own', async () => {
    const body =
      '<figure><svg viewbox="0 0 90 30"><style>.a{fill:#123456}</style><clippath id="C"><rect width="5" height="5"/></clippath>' +
      '<lineargradient id="G" gradientunits="userSpaceOnUse"></lineargradient><rect class="a" clip-path="url(#C)" width="9" height="9"/></svg></figure>'
    expect(textOf(await imported(pageOf(body)))).toEqual([
      `${OPENING('width="640" height="213"', '0 0 90 30')}<style>.a{fill:#123456}</style><clipPath id="i1"><rect width="5" height="5"/></clipPath>` +
        '<linearGradient id="i2" gradientUnits="userSpaceOnUse"/><rect class="a" clip-path="url(#i1)" width="9" height="9"/></svg>',
    ])
  })

  it.each([
    ['small', '<svg width="16" height="16"><path d="M0 0h9"/></svg>'],
    ['decoration', '<svg aria-hidden="true" viewBox="0 0 512 512"><path d="M0 0h9"/></svg>'],
    ['of few parts and no size', '<svg viewBox="0 0 24 24"><path d="M0 0h9"/></svg>'],
    ['of a sheet of signs', '<svg viewBox="0 0 24 24"><use href="#share"/></svg>'],
    ['a sheet of signs itself', '<svg style="display:none"><symbol id="share"><path d="M0 0h9"/></symbol></svg>'],
  ])('that is a sign (%s) goes without a word', async (_, sign) => {
    const page = await imported(pageOf(`<p>More words ${sign} around.</p>`))
    expect([page.assets, page.article.provenance.warnings, imagesIn(page)]).toEqual([[], [], []])
  })

  it('is kept where MathJax drew a formula, however small, but not beside the formula itself', async () => {
    const drawn = (said: string): string =>
      `<svg width="2ex" height="2ex" viewBox="0 0 9 9" role="img" ${said}><path d="M0 0h9"/></svg>`
    const alone = await imported(pageOf(`<p>Let <mjx-container>${drawn('')}</mjx-container> be.</p>`))
    expect(alone.assets).toHaveLength(1)
    const beside = await imported(
      pageOf(
        `<p>Let <mjx-container>${drawn('aria-hidden="true"')}<mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container> be.</p>`,
      ),
    )
    expect(beside.assets).toEqual([])
    expect(beside.html).toContain('Let <math><mi>x</mi></math> be.')
  })

  it('that cannot be kept, or not as a whole, is told', async () => {
    const bomb = `<g id="a"><use href="#a"/><use href="#a"/></g>${'<rect width="1" height="1"/>'.repeat(9)}`
    const html = '<foreignObject><p>A label</p></foreignObject>'
    const page = await imported(
      pageOf(`<p><svg width="300" height="9">${bomb}</svg></p><p>${chart.replace('</svg>', `${html}</svg>`)}</p>`),
    )
    expect(page.article.provenance.warnings).toEqual([
      'Left out: drawings (1), words in drawings, which are set as pages are (1).',
    ])
    expect(page.assets).toHaveLength(1)
  })

  it('with more shapes than elements may be in one another leaves what comes after it as it is', async () => {
    const shapes = '<circle cx="4" cy="4" r="2"/>'.repeat(1_500)
    const page = await imported(
      pageOf(`<figure><svg width="300" height="200">${shapes}</svg></figure><h2>Afterwards</h2><p>Last words.</p>`),
    )
    expect(page.article.provenance.warnings).toEqual([])
    expect(textOf(page)[0]?.match(/<circle/g)).toHaveLength(1_500)
    expect(page.article.sections.map(({ title }) => title)).toContain('Afterwards')
  })

  it('that is a sign takes no room from figures, and is not told where it cannot be kept', async () => {
    const sign = '<svg width="16" height="16"><path d="M0 0h9"/></svg>'
    const amiss = '<svg width="16" height="16"><g id="a"><use href="#a"/></g><path d="M0 0h9"/></svg>'
    const page = await imported(
      pageOf(`<p>${sign.repeat(2_001)} words ${amiss}</p><figure>${chart}<figcaption>Less pain.</figcaption></figure>`),
    )
    expect(page.article.provenance.warnings).toEqual([])
    expect(page.assets).toHaveLength(1)
  })

  it('in a file beside it, in an address, or as an object is a picture, too', async () => {
    const file = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><title>From a file</title><circle r="3" onclick="x"/></svg>`
    const address = `data:image/svg+xml,${encodeURIComponent(file.replace('From a file', 'From an address').replace('r="3"', 'r="4"'))}`
    const body =
      `<p><img src="figure.svg"> <img src="figure.svg" alt="The page’s own words"> <img src="${address}">` +
      `<object type="image/svg+xml" data="other.svg">No</object></p>`
    const page = await imported(pageOf(body), { 'figure.svg': file, 'other.svg': file.replace('r="3"', 'r="5"') })
    expect(page.article.provenance.warnings).toEqual([])
    expect(imagesIn(page).map(image => /alt="([^"]*)"/.exec(image)?.[1])).toEqual([
      'From a file',
      'The page’s own words',
      'From an address',
      'From a file',
    ])
    expect(textOf(page)).toEqual(
      ['4', '3', '5'].map(r => `${OPENING('width="40" height="30"', '0 0 40 30')}<circle r="${r}"/></svg>`),
    )
    expect(page.article.assets?.map(({ from }) => from)).toEqual([undefined, ['figure.svg'], ['other.svg']])
  })

  it('that only wraps a picture is that picture, and pictures of points in a drawing stay in it', async () => {
    const png = pngAddress(makePng(40, 30))
    const page = await imported(
      pageOf(
        `<figure><svg viewBox="0 0 1 1"><title>A mouse</title><image href="${png}"/></svg></figure>` +
          `<figure><svg width="200" height="200"><image href="${png}"/><path d="M0 0L9 9"/></svg></figure>`,
      ),
    )
    expect(imagesIn(page)[0]).toMatch(/^<img src="assets\/[\da-f]{64}\.png" alt="A mouse" width="40" height="30">$/)
    expect(textOf(page)[1]).toContain(`<image href="${png}"/><path d="M0 0L9 9"/>`)
  })

  it('is no danger to the purifier', async () => {
    const page = await imported(pageOf(`<figure>${chart}</figure>`))
    expect(page.article.provenance.warnings).not.toContain(PURIFIED)
    expect(page.assets).toHaveLength(1)
  })

  it('is the same when the article is made again from what was kept', async () => {
    const first = await imported(pageOf('<p><img src="f.svg" alt="x"></p>'), {
      'f.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>T</title><g id="q"><path d="M0 0"/></g><use href="#q"/></svg>`,
    })
    const [kept] = textOf(first)
    const again = await imported(pageOf('<p><img src="f.svg" alt="x"></p>'), { 'f.svg': kept ?? '' })
    expect(again.html).toBe(first.html)
    expect(textOf(again)).toEqual([kept])
  })
})

describe('a drawing in a book', () => {
  const ITEM = (name: string, said = ''): string =>
    `<item id="${name}" href="${name}.svg" media-type="image/svg+xml" ${said}/>`

  it('on a page or in a file is a picture; links within it lead where they led', async () => {
    const inline =
      '<figure id="f"><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">' +
      '<style>.q{stroke:#00f}</style><defs><path class="q" id="nerve" d="M0 0L9 9"/></defs><use xlink:href="#nerve"/></svg></figure>'
    const book = makeBook(
      { one: bookPage(`<h1>One</h1><p>Words.</p>${inline}<p><img src="axon.svg" alt=""/></p>`) },
      {
        options: { items: ITEM('axon') },
        files: [
          {
            name: 'OEBPS/axon.svg',
            content: `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><title>An axon</title><path d="M0 0"/></svg>`,
          },
        ],
      },
    )
    const read = await imported(book)
    expect(read.article.provenance.warnings).toEqual([])
    expect(textOf(read)).toEqual([
      `${OPENING('width="640" height="320"', '0 0 200 100')}<style>.q{stroke:#00f}</style><defs><path class="q" id="i1" d="M0 0L9 9"/></defs><use href="#i1"/></svg>`,
      `${OPENING('width="90" height="60"', '0 0 90 60')}<path d="M0 0"/></svg>`,
    ])
    expect(imagesIn(read)[1]).toContain('alt="An axon"')
  })

  const wrap = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 320 480"><image width="320" height="480" xlink:href="cover.png"/></svg>`
  const lines = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="480"><path d="M0 0L9 9"/></svg>'

  it.each([
    ['a file that wraps a picture', wrap, /\.png$/],
    ['a file that draws it', lines, /\.svg$/],
  ])('may be its cover: %s', async (_, cover, kind) => {
    const book = makeBook(
      { one: bookPage('<h1>One</h1><p>Words.</p>') },
      {
        options: { items: ITEM('front', 'properties="cover-image"') },
        files: [
          { name: 'OEBPS/front.svg', content: cover },
          { name: 'OEBPS/cover.png', content: coverPicture },
        ],
      },
    )
    expect((await imported(book)).article.cover).toMatch(kind)
  })
})
