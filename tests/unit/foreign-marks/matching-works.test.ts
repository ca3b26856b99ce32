import { describe, expect, it } from 'vitest'
import { canonicalAddress, findDoi, findIsbn } from '#core/foreign-marks/identifiers.ts'
import { WorkMatcher } from '#core/foreign-marks/match-work.ts'
import { readKindleDate } from '#core/foreign-marks/kindle/kindle-date.ts'

const documents = [
  {
    id: 'nerve',
    title: 'How IL-10 calms a nerve: a review',
    authors: ['Jane Doe', 'John Roe'],
    address: 'https://www.example.org/nerve/',
    doi: '10.1000/Nerve',
  },
  { id: 'nerve-2', title: 'How IL-10 calms a nerve: a review', authors: ['Ann Other'] },
  { id: 'intro', title: 'Introduction', authors: [] },
  { id: 'twin-a', title: 'Stem cells for neuropathic pain in rats', authors: [] },
  { id: 'twin-b', title: 'Stem cells for neuropathic pain in rats', authors: [] },
  { id: 'weg', title: 'Der Weg am Fluß', authors: ['Max Frisch'] },
]
const matcher = new WorkMatcher(documents)
const match = (title: string, more: object = {}) => matcher.match({ title, authors: [], ...more })

describe('a work is known', () => {
  it('by its DOI before all, written in any way', () => {
    expect(match('Something else', { doi: '10.1000/NERVE' })).toEqual({ document: 'nerve', by: 'doi' })
    expect(match('Something else', { address: 'https://doi.org/10.1000/nerve?x=1' })).toEqual({
      document: 'nerve',
      by: 'doi',
    })
  })

  it('by its address, whatever leads there', () => {
    expect(match('x', { address: 'http://example.org/nerve?utm_source=mail#part' })).toEqual({
      document: 'nerve',
      by: 'address',
    })
    expect(match('x', { address: 'https://example.org/other' })).toEqual({ document: null, candidates: [] })
  })

  it('by title and author, also without the subtitle and with what shops add', () => {
    expect(match('How IL-10 calms a nerve', { authors: ['J. Doe'] })).toEqual({
      document: 'nerve',
      by: 'title-and-author',
    })
    expect(match('Der Weg am Fluß (German Edition)', { authors: ['Frisch'] })).toEqual({
      document: 'weg',
      by: 'title-and-author',
    })
  })

  it('and is not guessed where several may be meant, or a title says too little', () => {
    expect(match('How IL-10 calms a nerve: a review')).toEqual({ document: null, candidates: ['nerve', 'nerve-2'] })
    expect(match('Stem cells for neuropathic pain in rats')).toEqual({
      document: null,
      candidates: ['twin-a', 'twin-b'],
    })
    expect(match('Introduction')).toEqual({ document: null, candidates: ['intro'] })
    expect(match('How IL-10 calms a nerve: a review', { authors: ['Somebody Else'] })).toEqual({
      document: null,
      candidates: [],
    })
    expect(match('How IL-10 calms a nerve: a review', { authors: ['Jane Doe'], doi: '10.1000/other' })).toEqual({
      document: null,
      candidates: [],
    })
  })
})

it('addresses, DOIs and ISBNs have one form', () => {
  expect(canonicalAddress('HTTPS://user@WWW.Example.org:443/a/b/index.html?b=2&a=1&fbclid=9#x')).toBe(
    'example.org/a/b?a=1&b=2',
  )
  expect(canonicalAddress('javascript:alert(1)')).toBeNull()
  expect(findDoi('doi: 10.1038/S41586-020-2649-2.')).toBe('10.1038/s41586-020-2649-2')
  expect(findDoi('no number 10 here')).toBeUndefined()
  expect(findIsbn('urn:isbn:978-0-306-40615-7')).toBe('9780306406157')
  expect(findIsbn('uuid:1234')).toBeUndefined()
})

it.each([
  ['Added on Monday, April 21, 2014 10:08:07 PM', '2014-04-21T22:08:07.000Z'],
  ['Added on Tuesday, 1 May 2012 00:05:00', '2012-05-01T00:05:00.000Z'],
  ['Added on Sunday, March 3, 2019, 12:10 AM', '2019-03-03T00:10:00.000Z'],
  ['Hinzugefügt am Mittwoch, 2. März 2016 um 8.15 Uhr', '2016-03-02T08:15:00.000Z'],
  ['Ajouté le mardi 1 août 2017 21:00:00', '2017-08-01T21:00:00.000Z'],
  ['Añadido el martes, 10 de mayo de 2016 1:02:03', '2016-05-10T01:02:03.000Z'],
  ['Aggiunto il martedì 31 gennaio 2017 23:59:59', '2017-01-31T23:59:59.000Z'],
  ['Adicionado em terça-feira, 1 de março de 2016 10:00:00', '2016-03-01T10:00:00.000Z'],
  ['Toegevoegd op maandag 7 maart 2016 10:00:00', '2016-03-07T10:00:00.000Z'],
  ['添加于 2016年3月1日星期二 上午12:30:00', '2016-03-01T00:30:00.000Z'],
  ['Added on 03/04/2011', undefined],
  ['Added on Monday, Foo 21, 2014', undefined],
  ['', undefined],
])('the date of “%s”', (text, time) => {
  expect(readKindleDate(text)).toBe(time)
})
