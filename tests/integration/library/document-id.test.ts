import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentId, slugOf } from '#library/importing/document-id.ts'
import { isDocumentId } from '#library/library-files.ts'

const HASH = '0123456789abcdef'.repeat(4)

describe('slugOf', () => {
  it.each([
    ['IL-10 & pain: a review', 'il-10-pain-a-review'],
    ['Über die Schmerzen', 'uber-die-schmerzen'],
    ['  …  ', 'article'],
    ['疼痛', 'article'],
    ['Stem cells and neuropathic pain: six key mechanisms', 'stem-cells-and-neuropathic-pain-six-key'],
  ])('makes “%s” into %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('does not look through titles without end', () => {
    expect(slugOf(`${'…'.repeat(1_000)} Pain`)).toBe('pain')
    expect(slugOf(`${'…'.repeat(3_000_000)} Pain`)).toBe('article')
  })
})

describe('documentId', () => {
  it('is the same for the same file, and longer when another document has it', () => {
    expect(documentId('Pain', HASH, () => false)).toBe('pain-01234567')
    expect(documentId('Pain', HASH, id => id === 'pain-01234567')).toBe('pain-012345678')
  })

  it('can always stand in a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (title, taken) => {
        expect(documentId(title, HASH, () => taken)).toSatisfy(isDocumentId)
      }),
    )
  })
})
