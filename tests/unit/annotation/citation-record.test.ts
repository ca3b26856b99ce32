import { describe, expect, it } from 'vitest'
import { readCorrections, writtenField } from '#core/annotation/citation-input.ts'
import { citationFields, correctedMetadata, correctionsIn, withCorrections } from '#core/annotation/citation-record.ts'
import type { CitationCorrections } from '#core/annotation/citation-record.ts'
import { stampRecord } from '#core/annotation/stamp-record.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import type { ArticleMetadata } from '#core/article/article.ts'

const source: ArticleMetadata = {
  title: 'Cells',
  authors: ['Jane Doe'],
  journal: 'Pain',
  publisher: 'Pain',
  doi: '10.1000/182',
  language: 'en',
  keywords: [],
  sourceNotes: [],
}
const NOW = '2026-11-23T10:00:00.000Z'
const recordOf = (corrections: CitationCorrections) => {
  const record = withCorrections(null, corrections, NOW)
  if (record === null) throw new Error('nothing was corrected')
  return record
}

describe('what counts of an article', () => {
  it('is what the source says, with what was corrected, and without what was said not to be', () => {
    const record = recordOf({ authors: ['Roe, Ana', 'Nerve Group'], doi: null, volume: '3' })
    expect(correctedMetadata(source, record)).toEqual({
      title: 'Cells',
      authors: ['Ana Roe', 'Nerve Group'],
      names: [{ author: 'Ana Roe', family: 'Roe', given: 'Ana' }],
      journal: 'Pain',
      publisher: 'Pain',
      volume: '3',
      language: 'en',
      keywords: [],
      sourceNotes: [],
    })
    expect(correctedMetadata(source, null)).toBe(source)
  })

  it('is published by the journal that was corrected, unless a publisher was, or it is a chapter', () => {
    const publisherOf = (corrections: CitationCorrections, said = source) =>
      correctedMetadata(said, recordOf(corrections)).publisher
    expect(publisherOf({ journal: 'Nerves' })).toBe('Nerves')
    expect(publisherOf({ journal: 'Nerves', publisher: 'Press' })).toBe('Press')
    expect(publisherOf({ journal: null })).toBeUndefined()
    expect(publisherOf({ journal: 'A Book' }, { ...source, type: 'chapter', publisher: 'Press' })).toBe('Press')
  })
})

describe('a record of corrections', () => {
  it('is the same when nothing else is said, and else a version later', () => {
    const first = recordOf({ volume: '3' })
    expect(withCorrections(first, { volume: '3' }, 'later')).toBe(first)
    expect(withCorrections(first, {}, 'later')).toEqual({ modified: 'later', version: 2 })
    expect(withCorrections(null, {}, NOW)).toBeNull()
  })

  it('of two copies is united field by field, what was taken back included', () => {
    const before = recordOf({ volume: '3', issue: '4' })
    const change = (corrections: CitationCorrections, writer: string) =>
      stampRecord(citationFields, before, withCorrections(before, corrections, NOW) ?? before, {
        writer,
        byReader: true,
      })
    const here = change({ volume: '3', issue: '4', doi: '10.1000/1' }, 'aaaaaaaa')
    const there = change({ issue: '4', pages: '5-6' }, 'bbbbbbbb')
    for (const united of [uniteRecords(citationFields, here, there), uniteRecords(citationFields, there, here)]) {
      expect(correctionsIn(united.record)).toEqual({ issue: '4', pages: '5-6', doi: '10.1000/1' })
      expect(united.choices).toEqual([])
    }
  })
})

describe('what the reader writes in a form', () => {
  it('is no correction where it says what the source says', () => {
    const { corrections } = readCorrections(
      source,
      { title: 'Other' },
      { title: ' Cells', doi: 'https://doi.org/10.1000/182' },
    )
    expect(corrections).toEqual({})
  })

  it('keeps what was corrected before in fields that it does not name', () => {
    expect(readCorrections(source, { volume: '3' }, { issue: '4' }).corrections).toEqual({ volume: '3', issue: '4' })
  })

  it('shows authors as a list has them, and the journal once', () => {
    expect(writtenField('authors', source)).toBe('Doe, Jane')
    expect(writtenField('publisher', source)).toBe('')
  })

  it.each([
    ['published', '2024-13', /exists/u],
    ['doi', 'x', /no DOI/u],
    ['pmid', 'x', /no PMID/u],
    ['pmcid', 'x', /no PMCID/u],
    ['issn', '12', /no ISSN/u],
    ['isbn', '12', /no ISBN/u],
    ['address', 'javascript:alert(1)', /http/u],
    ['type', 'poem', /kind of work/u],
    ['key', 'a}b', /citation key/iu],
    ['title', ' ', /needs a title/u],
    ['volume', 'x'.repeat(4_001), /longer/u],
  ] as const)('is refused as %s when it is %j', (name, written, fault) => {
    const read = readCorrections(source, {}, { [name]: written })
    expect(read.corrections).toEqual({})
    expect(read.faults[name]).toMatch(fault)
  })
})
