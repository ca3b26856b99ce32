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
})
