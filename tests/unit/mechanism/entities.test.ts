import { describe, expect, it } from 'vitest'
import { findAbbreviations } from '#core/mechanism/entities/abbreviations.ts'
import { findMentions, findOwnNames } from '#core/mechanism/entities/find-mentions.ts'
import { indexLexicon } from '#core/mechanism/entities/index-lexicon.ts'
import { shippedLexicon } from './lexicon-data.ts'

const index = indexLexicon(shippedLexicon)
const named = (text: string): string[] =>
  findMentions(text, { start: 0, end: text.length }, index, findOwnNames(text, index)).map(
    ({ start, end, name, type }) => `${text.slice(start, end)}=${name}:${type}`,
  )

describe('entities of the lexicon', () => {
  it.each([
    [
      'NOS2 and inducible nitric oxide synthase',
      ['NOS2=iNOS:gene-or-protein', 'inducible nitric oxide synthase=iNOS:gene-or-protein'],
    ],
    ['"inos" and BFGF, as some write them', ['inos=iNOS:gene-or-protein', 'BFGF=bFGF:gene-or-protein']],
    [
      'TNF alpha, TNF-α and TNFα',
      ['TNF alpha=TNF-α:gene-or-protein', 'TNF-α=TNF-α:gene-or-protein', 'TNFα=TNF-α:gene-or-protein'],
    ],
    [
      'Capillaries and dorsal root ganglia',
      ['Capillaries=capillary:tissue', 'dorsal root ganglia=dorsal root ganglion:tissue'],
    ],
    [
      'motor neuron disease, not motor neurons',
      ['motor neuron disease=motor neuron disease:disease', 'motor neurons=motor neuron:cell'],
    ],
    ['He said no and saw the cat', []],
    ['ischemia and ischaemia', ['ischemia=ischaemia:disease', 'ischaemia=ischaemia:disease']],
    ['white-cell counts', ['white-cell=white blood cell:cell']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('entities that their shape gives away', () => {
  it.each([
    [
      'TRPC6 binds to neprilysin receptors',
      ['TRPC6=TRPC6:gene-or-protein', 'neprilysin receptors=neprilysin receptors:gene-or-protein'],
    ],
    ['a new transacylase', ['transacylase=transacylase:gene-or-protein']],
    ['clara cells and zymogenic cells', ['clara cells=clara cells:cell', 'zymogenic cells=zymogenic cells:cell']],
    ['XYZ1-induced', ['XYZ1=XYZ1:gene-or-protein']],
    ['a database, an increase, a phase, a lease and a disease', []],
    ['We used PCR, MRI and ANOVA in the UK', []],
    ['THE RESULTS OF THIS TRIAL WERE GOOD FOR ALL OF THEM', []],
    ['these cells and other transplanted cells', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('abbreviations that the text introduces', () => {
  const pairs = (text: string): string[] =>
    findAbbreviations(text, { start: 0, end: text.length }).map(
      ({ short, long }) => `${text.slice(short.start, short.end)}=${text.slice(long.start, long.end)}`,
    )

  it.each([
    ['production of reactive oxygen species (ROS) falls', ['ROS=reactive oxygen species']],
    [
      'the quilted factor kinase (QFK) and the heat shock protein (HSP)',
      ['QFK=quilted factor kinase', 'HSP=heat shock protein'],
    ],
    ['it was measured (see Table 2) in mice (n = 12)', []],
    ['the levels were low (Fig)', []],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  it('give the short form the type of the long one everywhere', () => {
    expect(named('Quilted factor kinase (QFK) rises. QFK falls.').filter(name => name.startsWith('QFK'))).toEqual([
      'QFK=Quilted factor kinase:gene-or-protein',
      'QFK=Quilted factor kinase:gene-or-protein',
    ])
  })
})
