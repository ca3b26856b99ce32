import { describe, expect, it } from 'vitest'
import { breakableText, searchWords } from '#core/search/search-words.ts'
import { otherForms } from '#core/search/word-forms.ts'

const wordsOf = (text: string): string =>
  searchWords(text)
    .map(({ word }) => word)
    .join(' ')

describe('the words of a text', () => {
  it.each([
    ['IL-10, IL10, IL 10 and IL‑10', 'il 10 il 10 il 10 and il 10'],
    ['TNF-α TNFα TNF-alpha TNFalpha', 'tnf alpha tnf alpha tnf alpha tnf alpha'],
    ['NF-κB and NFkappaB', 'nf kappa b and nf kappa b'],
    ['CCL2 and CD4+', 'ccl 2 and cd 4'],
    ['a naïve Ångström, a ﬁbre', 'a naive angstrom a fibre'],
    ['5 µm, 5 μm', '5 mu m 5 mu m'],
    ["Parkinson's and Parkinson’s disease", 'parkinson and parkinson disease'],
    ['Straße, œdema, Łódź', 'strasse oedema lodz'],
    ['боль и καρδία', 'боль и καρδια'],
    ['疼痛', '疼 痛'],
    ['alphabet beta', 'alphabet beta'],
  ])('of “%s” are “%s”', (text, words) => {
    expect(wordsOf(text)).toBe(words)
    // As SQLite reads it: broken at everything but letters and digits.
    const broken =
      breakableText(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    expect(broken.join(' ')).toBe(words)
  })

  it('know where they stand, also where a word is taken apart or is longer than it was', () => {
    const text = 'ﬁbre TNFα2 naïve'
    const places = searchWords(text).map(({ word, start, end }) => [word, text.slice(start, end)])
    expect(places).toEqual([
      ['fibre', 'ﬁbre'],
      ['tnf', 'TNF'],
      ['alpha', 'α'],
      ['2', '2'],
      ['naive', 'naïve'],
    ])
  })
})

describe('singular and plural', () => {
  it.each([
    ['cell', 'cells'],
    ['therapy', 'therapies'],
    ['process', 'processes'],
    ['analysis', 'analyses'],
    ['synapse', 'synapses'],
  ])('%s and %s stand for each other', (one, many) => {
    expect(otherForms(one)).toContain(many)
    expect(otherForms(many)).toContain(one)
  })

  it('are not made of numbers, and an s that belongs to a word stays', () => {
    expect(otherForms('10')).toEqual([])
    expect(otherForms('nervous')).toEqual([])
  })
})
