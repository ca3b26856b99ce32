import { describe, expect, it } from 'vitest'
import { readQuery, withNearWords } from '#core/search/read-query.ts'

describe('a query', () => {
  it('asks for each of its words, and the last one is still being typed', () => {
    const { terms } = readQuery('microglia pain')
    expect(terms).toMatchObject([
      { typed: 'microglia', field: null, negated: false, exact: false, open: false },
      { typed: 'pain', open: true },
    ])
    expect(readQuery('pain ').terms).toMatchObject([{ open: false }])
    expect(readQuery('microgl* pain').terms).toMatchObject([{ open: true }, { open: true }])
  })

  it('takes words in quotation marks as they stand, also when the second mark is not there yet', () => {
    for (const typed of ['"stem cells"', '“stem cells”', '„stem cells“'])
      expect(readQuery(typed).terms).toEqual([
        { typed: 'stem cells', field: null, negated: false, exact: true, forms: [['stem', 'cells']], open: false },
      ])
    expect(readQuery('"stem cel').terms).toMatchObject([{ exact: true, open: true }])
  })

  it('knows what is to be left out, and a hyphen inside of a word', () => {
    expect(readQuery('pain -mouse -"spinal cord" ').terms).toMatchObject([
      { negated: false },
      { typed: 'mouse', negated: true, open: false },
      { typed: 'spinal cord', negated: true, exact: true },
    ])
    expect(readQuery('IL-10').terms).toMatchObject([{ negated: false, forms: [['il', '10']] }])
  })

  it('looks for a word in what stands before its colon', () => {
    expect(readQuery('title:pain Tag: cytokine author:"van der Berg" -note:later').terms).toMatchObject([
      { field: 'title', typed: 'pain' },
      { field: 'tag', typed: 'cytokine' },
      { field: 'author', typed: 'van der Berg' },
      { field: 'note', typed: 'later', negated: true },
    ])
    expect(readQuery('ratio:pain').terms).toMatchObject([
      { field: null, forms: [['ratio', 'pain'], expect.anything()] },
    ])
  })

  it('does not go on after two letters or a number', () => {
    expect(readQuery('IL').terms).toMatchObject([{ open: false }])
    expect(readQuery('IL-1').terms).toMatchObject([{ open: false }])
    expect(readQuery('TNF-alp').terms).toMatchObject([{ open: true }])
  })

  it('knows other forms of a word', () => {
    const formsOf = (typed: string): string[] => (readQuery(typed).terms[0]?.forms ?? []).map(run => run.join(' '))
    expect(formsOf('cells')).toEqual(['cells', 'cell'])
    expect(formsOf('anti-inflammatory')).toEqual(expect.arrayContaining(['anti inflammatory', 'antiinflammatory']))
    expect(formsOf('tnfalpha')).toEqual(expect.arrayContaining(['tnfalpha', 'tnf alpha']))
    expect(formsOf('"cells"')).toEqual(['cells'])
  })

  it.each(['', '   ', '-', '"', '"" -', 'title:', '***', '-- --'])('asks for nothing with “%s”', typed => {
    expect(readQuery(typed).terms.filter(({ field }) => field === null)).toEqual([])
  })

  it('is cut where nobody would go on', () => {
    expect(readQuery('pain '.repeat(500)).terms).toHaveLength(16)
  })
})

it('looks for near words in place of those that stand nowhere', () => {
  const [term] = readQuery('anti-inflamatory ').terms
  if (term === undefined) throw new Error('There is no term.')
  const near = new Map([['inflamatory', ['inflammatory', 'inflammatories']]])
  expect(withNearWords(term, near).forms).toEqual([
    ['anti', 'inflammatory'],
    ['anti', 'inflammatories'],
  ])
})
