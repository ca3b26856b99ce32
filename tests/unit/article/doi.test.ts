import { describe, expect, it } from 'vitest'
import { doiAddress, readDoi } from '#core/article/doi.ts'
import { readIsbn, readIssn } from '#core/article/publication-numbers.ts'
import { readPmcid, readPmid } from '#core/article/pubmed-numbers.ts'

describe('a DOI', () => {
  it.each([
    ['10.1000/182', '10.1000/182'],
    ['  doi: 10.1000/182 ', '10.1000/182'],
    ['DOI:10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['http://dx.doi.org/10.1000/182?x=1', '10.1000/182'],
    ['doi.org/10.1000%2F182', '10.1000/182'],
    ['See (10.1000/182).', '10.1000/182'],
    ['“10.1000/182”', '10.1000/182'],
    ['10.1000/abc(1)', '10.1000/abc(1)'],
    [
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    ],
    ['10.1000.10/182', '10.1000.10/182'],
    ['https://doi.org/10.1000/100%', '10.1000/100%'],
  ])('is found in %j as %j', (written, doi) => {
    expect(readDoi(written)).toBe(doi)
  })

  it.each(['', 'none', '10.1/x', '10.1000/', '11.1000/x', '10.1000', 'doi:', '10.1000/\u0000'])(
    'is not %j',
    written => {
      expect(readDoi(written)).toBeUndefined()
    },
  )

  it('has an address in which nothing of it is lost', () => {
    expect(doiAddress('10.1000/a#b?c<d> e')).toBe('https://doi.org/10.1000/a%23b%3Fc%3Cd%3E%20e')
    const odd = '10.1000/a#b?c<d>;e'
    expect(readDoi(doiAddress(odd))).toBe(odd)
  })
})

describe('numbers of articles and journals', () => {
  it('are read as people write them', () => {
    expect(readPmid('PMID: 0123')).toBe('123')
    expect(readPmcid('pmc77.2')).toBe('PMC77')
    expect(readPmcid('77')).toBe('PMC77')
    expect(readIssn('ISSN 1234567x')).toBe('1234-567X')
    expect(readIsbn('ISBN 978-3-16-148410-0')).toBe('978-3-16-148410-0')
    expect(readIsbn('0 306 40615 2')).toBe('0-306-40615-2')
  })

  it('are none when they cannot be', () => {
    expect([readPmid('12a'), readPmid('0'), readPmcid('PMCx'), readIssn('1234'), readIsbn('123')]).toEqual(
      Array.from({ length: 5 }),
    )
  })
})
