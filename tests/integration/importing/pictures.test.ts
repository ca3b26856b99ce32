import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkLibrary } from '#library/checking/check-library.ts'
import { contentHash } from '#library/importing/content-hash.ts'
import { PURIFIED } from '#library/importing/with-purified.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { makePng, pngAddress } from '../../pictures/make-png.ts'
import { setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()

let root = ''
let setUp: LibrarySetUp
let library: OpenLibrary

beforeEach(async () => {
  root = await newFolder()
  setUp = await setUpLibrary(root)
  library = await setUp.opened()
})
afterEach(() => library.close())

const figure = makePng(320, 200)
const sign = makePng(12, 12, 30)

const pageOf = (body: string, title = 'Pain in pictures'): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>Words.</p>${body}</article>`

/** Brings in a page that lies in a folder with these files; gives its article, and its pictures on the disk. */
const broughtIn = async (body: string, beside: Readonly<Record<string, Uint8Array>> = {}) => {
  const folder = join(root, 'page')
  for (const [name, bytes] of Object.entries(beside)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'page.html'), pageOf(body))
  const imported = await library.importFile(join(folder, 'page.html'))
  if (!imported.ok) throw new Error(imported.error.message)
  const { entry, warnings } = imported.value
  const read = await library.readArticle(entry.id)
  if (!read.ok) throw new Error(read.error.message)
  const document = join(setUp.folder, 'documents', entry.id)
  const kept = await readdir(join(document, 'assets')).catch(() => [])
  return { ...read.value, entry, document, kept, warnings }
}

const nameOf = (bytes: Uint8Array): string => `${contentHash(bytes)}.png`

const check = async (repair: boolean) => {
  const options = { folder: setUp.folder, resources: join(root, 'resources'), program: 'pathmark 0.1.0' }
  const checked = await checkLibrary({ ...options, now: () => '2026-11-22T12:00:00.000Z', repair })
  if (!checked.ok) throw new Error(checked.error.message)
  return checked.value
}

describe('pictures of a page', () => {
  it('that lie in the folder beside it are kept, named by what is in them, with room for their size', async () => {
    const body =
      '<p>A sign <img src="page_files/sign.png" alt="plus"> here.</p>' +
      '<figure><img src="./page_files/fig%201.png?x=1" alt="Mice"><figcaption>Mice.</figcaption></figure>'
    const page = await broughtIn(body, { 'page_files/sign.png': sign, 'page_files/fig 1.png': figure })
    expect(page.warnings).toEqual([])
    expect(page.kept.toSorted()).toEqual([nameOf(figure), nameOf(sign)].toSorted())
    expect(page.html).toContain(`<img src="assets/${nameOf(figure)}" alt="Mice" width="320" height="200">`)
    expect(await readFile(join(page.document, 'assets', nameOf(figure)))).toEqual(figure)
    expect(page.entry.cover).toBe(nameOf(figure))
    expect(page.article.text).toBe('Pain in pictures\nWords.\nA sign  here.\nMice.')
  })

  it('are where links to their figures lead: to the caption, or to the words after them', async () => {
    const body =
      '<p>See <a href="#f">one</a>, <a href="#g">two</a>.</p><figure id="f"><img src="f.png"><figcaption>C.</figcaption></figure>' +
      '<p><img id="g" src="f.png"></p><p>After.</p>'
    const page = await broughtIn(body, { 'f.png': figure })
    expect(page.html).toContain('<a href="#b4">one</a>, <a href="#b5">two</a>')
    expect(page.html).toContain('<figcaption id="b4" data-block="b4">')
    expect(page.html).toContain('<p id="b5" data-block="b5">After.')
  })

  it('of a JATS article lie beside it under names without an ending', async () => {
    const jats =
      '<article article-type="review-article"><front><article-meta><title-group><article-title>T</article-title></title-group>' +
      '</article-meta></front><body><fig id="f"><caption><p>C.</p></caption><alternatives><graphic xlink:href="f1.tif"/>' +
      '<graphic xlink:href="f1"/></alternatives></fig></body></article>'
    await writeFile(
      join(root, 'article.nxml'),
      jats.replace('<article ', '<article xmlns:xlink="http://www.w3.org/1999/xlink" '),
    )
    await writeFile(join(root, 'f1.jpg'), figure)
    const imported = await library.importFile(join(root, 'article.nxml'))
    expect(imported).toMatchObject({ ok: true, value: { warnings: [], entry: { cover: nameOf(figure) } } })
  })

  it('of a JATS article may have full stops in their names, or be there for the screen where the file names those for print', async () => {
    const jats =
      '<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front><article-meta><title-group><article-title>T</article-title></title-group>' +
      '</article-meta></front><body>' +
      ['pone.0001.g001', 'print.tif', 'gone.eps']
        .map(name => `<fig><caption><p>C.</p></caption><graphic xlink:href="${name}"/></fig>`)
        .join('') +
      '</body></article>'
    await writeFile(join(root, 'article.nxml'), jats)
    await writeFile(join(root, 'pone.0001.g001.jpg'), figure)
    // Not read, whatever is in it.
    await writeFile(join(root, 'print.tif'), Buffer.concat([sign, Buffer.alloc(1)]))
    await writeFile(join(root, 'print.gif'), sign)
    const imported = await library.importFile(join(root, 'article.nxml'))
    expect(imported).toMatchObject({
      ok: true,
      value: { warnings: ['Left out: 1 picture that could not be had: gone.eps.'] },
    })
    const id = imported.ok ? imported.value.entry.id : ''
    const kept = await readdir(join(setUp.folder, 'documents', id, 'assets'))
    expect(kept.toSorted()).toEqual([figure, sign].map(nameOf).toSorted())
  })

  it('that are inside of it become files; one that is there twice is one file', async () => {
    const inside = `<img src="${pngAddress(figure)}" alt="">`
    const page = await broughtIn(`<p>${inside}</p><p>${inside}</p>`)
    expect(page.kept).toEqual([nameOf(figure)])
    expect(page.html.match(/<img src="assets\//g)).toHaveLength(2)
  })

  it('are taken from where pages keep them until they come into view', async () => {
    const late = `data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7`
    const body =
      `<p><img src="${late}" data-src="late.png"></p>` +
      '<p><img srcset="small.png 300w, large.png 900w, huge,one.png 4000w"></p>' +
      '<picture><source srcset="x.webp"><img src="plain.png"></picture>'
    const [first, second, third] = [makePng(20, 21), makePng(20, 22), makePng(20, 23)]
    const page = await broughtIn(body, { 'late.png': first, 'large.png': second, 'plain.png': third })
    expect(page.kept.toSorted()).toEqual([first, second, third].map(nameOf).toSorted())
  })

  it.each([
    [
      'in the larger form that is loaded late',
      '<img src="placeholder-20x13.jpg" data-src="small.png" data-srcset="small.png 300w, a.png 900w">',
    ],
    ...[
      [
        'a point of PNG',
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
      ],
      ['a point of an old GIF', 'data:image/gif;base64,R0lGODdhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs='],
      ['points of JPEG', 'DATA:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA=='],
    ].flatMap(([what, data]): [string, string][] => [
      [`in place of ${what}`, `<img src="${data}" data-src="a.png">`],
      [`from a set in place of ${what}`, `<img src="${data}" data-srcset="a.png 900w">`],
    ]),
    ['for those without scripts', '<div class="lazy"><noscript><img src="a.png"></noscript></div>'],
    [
      'in the form that all programs know',
      '<picture><source type="image/webp" srcset="a.webp"><source srcset="a.png 900w, b.png 400w"><img alt="A"></picture>',
    ],
    ['in an element of AMP', '<amp-img src="a.png"><noscript><img src="a.png"></noscript></amp-img>'],
    [
      'once, where scripts and those without are both thought of',
      '<img data-src="a.png"><noscript><img src="a.png"></noscript>',
    ],
  ])('are taken %s', async (_, body) => {
    const page = await broughtIn(`<p>in</p>${body}<p>out</p>`, { 'a.png': figure })
    expect([page.kept, page.warnings]).toEqual([[nameOf(figure)], []])
    expect(page.html.match(/<img /g)).toHaveLength(1)
  })

  it('that only count visits are not missed where they cannot be had', async () => {
    const count = '<img src="https://count.example/1" width="1" height="1">'
    const page = await broughtIn(
      `<p>a${count}</p><noscript>${count}<iframe src="https://tags.example/"></iframe></noscript>`,
    )
    expect(page.warnings).toEqual([])
  })

  it('that cannot be had are told by their number, and leave nothing behind', async () => {
    const body =
      '<p>a <img src="https://example.org/x.png"> b <img src="missing.png"> c <img src="drawing.svg"> ' +
      'd <img src="page.html"> e <img src="broken.png"></p>'
    const page = await broughtIn(body, {
      'drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
      'broken.png': figure.subarray(0, 12),
    })
    expect(page.warnings).toEqual([
      'Left out: 5 pictures that could not be had: https://example.org/x.png, missing.png, drawing.svg, page.html, broken.png.',
    ])
    expect(page.kept).toEqual([])
    expect(page.html).not.toContain('<img')
    expect(page.entry.cover).toBeUndefined()
  })

  it('outside of its folder are never read', async () => {
    await writeFile(join(root, 'secret.png'), figure)
    await mkdir(join(root, 'page', 'in'), { recursive: true })
    await symlink(join(root, 'secret.png'), join(root, 'page', 'link.png'))
    await symlink(root, join(root, 'page', 'up'))
    const outside = ['../secret.png', 'in/../../secret.png', '..%2fsecret.png', join(root, 'secret.png'), 'link.png']
    const more = ['up/secret.png', `file://${root}/secret.png`, String.raw`..\secret.png`, '/secret.png', '%00']
    const page = await broughtIn(`<p>${[...outside, ...more].map(name => `<img src="${name}">`).join('')}</p>`)
    expect(page.kept).toEqual([])
    expect(page.warnings).toEqual([
      expect.stringMatching(/^Left out: 10 pictures that could not be had: .+ and \d more\.$/),
    ])
  })

  it('of one point, which only count visits, go without a word', async () => {
    const page = await broughtIn('<p><img src="dot.png"></p>', { 'dot.png': makePng(1, 1) })
    expect([page.kept, page.warnings]).toEqual([[], []])
  })

  it('that would take gigabytes to draw are left out', async () => {
    const head = Buffer.from(makePng(3, 3))
    head.writeUInt32BE(60_000, 16)
    head.writeUInt32BE(60_000, 20)
    const page = await broughtIn('<p><img src="huge.png"></p>', { 'huge.png': head })
    expect(page.kept).toEqual([])
    expect(page.warnings).toEqual(['Left out: 1 picture that could not be had: huge.png.'])
  })

  it('are there again after an update, and the former version keeps its own', async () => {
    const before = await broughtIn('<p><img src="one.png"></p>', { 'one.png': figure })
    await writeFile(join(root, 'page', 'two.png'), sign)
    await writeFile(join(root, 'page', 'new.html'), pageOf('<p>More words. <img src="two.png"></p>'))
    const updated = await library.updateFile(before.entry.id, join(root, 'page', 'new.html'))
    expect(updated).toMatchObject({ ok: true, value: { status: 'updated' } })
    expect((await readdir(join(before.document, 'assets'))).toSorted()).toEqual([figure, sign].map(nameOf).toSorted())
    const read = await library.readArticle(before.entry.id)
    expect(read).toMatchObject({ ok: true, value: { html: expect.stringContaining(nameOf(sign)) } })
  })

  it('that were damaged are made again from the page when it has them inside; others are told', async () => {
    const inside = `<p><img src="${pngAddress(figure)}"><img src="sign.png"></p>`
    const page = await broughtIn(inside, { 'sign.png': sign })
    await writeFile(join(page.document, 'assets', nameOf(figure)), 'no picture')
    await rm(join(page.document, 'assets', nameOf(sign)))
    await library.close()
    const paths = [figure, sign].map(bytes => `documents/${page.entry.id}/assets/${nameOf(bytes)}`)
    expect((await check(false)).problems.map(({ path }) => path).toSorted()).toEqual(paths.toSorted())
    const repaired = await check(true)
    expect(repaired.problems).toContainEqual(expect.objectContaining({ path: paths[0], repaired: true }))
    expect(repaired.problems).toContainEqual(expect.objectContaining({ path: paths[1], repaired: false }))
    expect(await readFile(join(page.document, 'assets', nameOf(figure)))).toEqual(figure)
    library = await setUp.opened()
  })

  it('stay when the article is made again from its page', async () => {
    const page = await broughtIn('<p><img src="sign.png" alt="plus"></p>', { 'sign.png': sign })
    await rm(join(root, 'page'), { recursive: true })
    await rm(join(page.document, 'article.html'))
    await library.close()
    expect((await check(true)).problems.every(({ repaired }) => repaired)).toBe(true)
    expect(await readFile(join(page.document, 'article.html'), 'utf8')).toBe(page.html)
    library = await setUp.opened()
  })

  it('are no danger to the purifier', async () => {
    const page = await broughtIn('<p><img src="sign.png" alt="a > b" onerror="x"></p>', { 'sign.png': sign })
    expect(page.warnings).not.toContain(PURIFIED)
    expect(page.html).toContain(`<img src="assets/${nameOf(sign)}" alt="a &gt; b" width="12" height="12">`)
  })
})
