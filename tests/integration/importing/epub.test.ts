import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { coverPicture, figurePicture, fixtureBook } from '../../books/make-epub.ts'
import { importBook, inWords } from './import-epub.ts'

const pictures: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {
  nerves: {
    'EPUB/images/cover.png': coverPicture,
    'EPUB/images/figure 1.png': figurePicture,
    'EPUB/images/plate.png': figurePicture,
  },
  'old-ways': { 'images/front.png': coverPicture },
}

describe('the project’s own books', () => {
  it.each(['nerves', 'old-ways', 'right-to-left', 'japanese', 'poems'])('%s reads as expected', async name => {
    const book = fixtureBook(name, pictures[name])
    expect(recogniseFormat(book)).toBe('epub')
    const imported = await importBook(book)
    const file = join(import.meta.dirname, `../../fixtures/epub/${name}.expected.txt`)
    expect(inWords(imported)).toBe(readFileSync(file, 'utf8'))
    expect(checkCanonical(imported.article, imported.html)).toEqual([])
  })

  it('keep their notes: raised marks that lead there, and links back', async () => {
    const { html } = await importBook(fixtureBook('nerves', pictures['nerves']))
    const [, note = ''] = /within minutes\.<a href="#(b\d+)"><sup>1<\/sup><\/a>/.exec(html) ?? []
    const [, place = ''] = new RegExp(`<p id="${note}"[^>]*><a href="#(b\\d+)">1</a>\\. In rats`).exec(html) ?? []
    expect(html).toMatch(new RegExp(`<p id="${place}"[^>]*>Injury raises`))
    expect(html).toMatch(/<a href="#b\d+"><sup>\*<\/sup><\/a>/)
  })

  it('keep their cover and each picture once', async () => {
    const { article, assets } = await importBook(fixtureBook('nerves', pictures['nerves']))
    expect(assets).toHaveLength(2)
    const cover = assets.find(({ name }) => name === article.cover)
    expect(coverPicture.equals(cover?.bytes ?? new Uint8Array())).toBe(true)
  })
})
