import { describe, expect, it } from 'vitest'
import { changeShelf, shelfFields } from '#core/annotation/shelf.ts'
import type { Shelf } from '#core/annotation/shelf.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'

const NOW = '2026-11-20T10:00:00.000Z'
const LATER = '2026-11-21T10:00:00.000Z'

const shelf = (collections: string[], tags: string[] = [], version = 1): Shelf => ({
  collections,
  tags,
  modified: NOW,
  version,
})

describe('putting a document into collections', () => {
  it('makes a first version, and a next one of what is there', () => {
    const first = changeShelf(null, { addCollections: ['  Pain  studies '], addTags: ['#rat'] }, NOW)
    expect(first).toEqual(shelf(['Pain studies'], ['rat']))
    expect(changeShelf(first, { removeTags: ['rat'], addTags: ['mouse'] }, LATER)).toEqual({
      ...shelf(['Pain studies'], ['mouse'], 2),
      modified: LATER,
    })
  })

  it('makes no version when nothing becomes different', () => {
    expect(changeShelf(null, { removeCollections: ['a'] }, NOW)).toBeNull()
    expect(changeShelf(shelf(['a']), { addCollections: ['a'], addTags: [' '] }, NOW)).toBeNull()
  })

  it('renames by taking out of one and putting into the other', () => {
    const renamed = changeShelf(shelf(['a', 'b']), { removeCollections: ['a'], addCollections: ['c'] }, NOW)
    expect(renamed?.collections).toEqual(['b', 'c'])
  })
})

describe('uniting two copies of a shelf', () => {
  const change = (before: Shelf, by: string, what: Parameters<typeof changeShelf>[1]): Shelf => {
    const next = changeShelf(before, what, LATER)
    if (next === null) throw new Error('nothing was changed')
    return stampRecord(shelfFields, before, next, { writer: by, byReader: true })
  }

  it('keeps every collection and every tag of either, whichever copy comes first', () => {
    const one = change(shelf(['a']), 'aaaaaaaa', { addCollections: ['b'] })
    const other = change(shelf(['a']), 'bbbbbbbb', { addCollections: ['c'], addTags: ['t'] })
    const united = uniteRecords(shelfFields, one, other).record
    expect(united.collections).toEqual(['a', 'b', 'c'])
    expect(united.tags).toEqual(['t'])
    expect(uniteRecords(shelfFields, other, one).record).toEqual(united)
  })

  it('heeds a removal that the other copy did not know of and did not touch', () => {
    const before = shelf(['a', 'b'])
    const one = change(before, 'aaaaaaaa', { removeCollections: ['a'] })
    const other = change(before, 'bbbbbbbb', { addTags: ['t'] })
    expect(uniteRecords(shelfFields, one, other).record).toMatchObject({ collections: ['b'], tags: ['t'] })
  })
})
