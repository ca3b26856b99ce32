import { describe, expect, it } from 'vitest'
import { findAbbreviations } from '#core/mechanism/entities/abbreviations.ts'
import { findMentions, findOwnNames } from '#core/mechanism/entities/find-mentions.ts'
import { indexLexicon, withOwnEntries } from '#core/mechanism/entities/index-lexicon.ts'
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
    ['baicalein and a new flavanol', ['baicalein=baicalein:chemical', 'flavanol=flavanol:chemical']],
    ['a protein within the margin, a routine control and a guideline outside', []],
    [
      'miR-21 and hsa-miR-146a-5p',
      ['miR-21=miR-21:gene-or-protein', 'hsa-miR-146a-5p=hsa-miR-146a-5p:gene-or-protein'],
    ],
    ['Akt at Ser473, T308 and R72P on day 7', ['Akt=Akt:gene-or-protein']],
    [
      'TNFa, IL-1b and IkBa',
      ['TNFa=TNF-α:gene-or-protein', 'IL-1b=IL-1β:gene-or-protein', 'IkBa=IκBα:gene-or-protein'],
    ],
    ['CD45+ leukocytes', ['CD45+=CD45:gene-or-protein', 'leukocytes=white blood cell:cell']],
    ['LacZ and mixed results at 5 microM', ['LacZ=β-galactosidase:gene-or-protein']],
    ['XYZ1-induced', ['XYZ1=XYZ1:gene-or-protein']],
    ['a database, an increase, a phase, a lease and a disease', []],
    ['We used PCR, MRI and ANOVA in the UK', []],
    ['THE RESULTS OF THIS TRIAL WERE GOOD FOR ALL OF THEM', []],
    ['these cells and other transplanted cells', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('names that are written in the manner of chemistry and of older abstracts', () => {
  it.each([
    ['Ca(2+) enters', ['Ca(2+)=calcium:chemical']],
    ['p21(WAF1/CIP1) rises', ['p21(WAF1/CIP1)=p21:gene-or-protein']],
    ['CD4(+) T cells home', ['CD4(+) T cells=CD4+ T cell:cell']],
    [
      'TGF-beta(1), NF-kappaB and IkappaBalpha',
      ['TGF-beta(1)=TGF-β1:gene-or-protein', 'NF-kappaB=NF-κB:gene-or-protein', 'IkappaBalpha=IκBα:gene-or-protein'],
    ],
    ['VEGF/KDR in HUVEC', ['VEGF=VEGF:gene-or-protein', 'KDR=VEGFR2:gene-or-protein', 'HUVEC=HUVEC:cell']],
    [
      'Erk and Jnk, like src and ras',
      ['Erk=ERK:gene-or-protein', 'Jnk=JNK:gene-or-protein', 'src=Src:gene-or-protein', 'ras=Ras:gene-or-protein'],
    ],
    ['We met a bad cat that ran at rest', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('hyphenated words', () => {
  it.each([
    ['p53-mediated', ['p53=p53:gene-or-protein']],
    ['anti-VEGF', ['VEGF=VEGF:gene-or-protein']],
    ['phospho-ERK', ['ERK=ERK:gene-or-protein']],
    ['Fas-FADD', ['Fas=Fas:gene-or-protein', 'FADD=FADD:gene-or-protein']],
    ['growth-promoting', ['growth=growth:process']],
    ['IL-6-deficient', ['IL-6=IL-6:gene-or-protein']],
    ['time-dependent and well-known', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('what a head noun makes of the name before it', () => {
  it.each([
    ['IL-6 mRNA and p53 protein', ['IL-6 mRNA=IL-6:gene-or-protein', 'p53 protein=p53:gene-or-protein']],
    ['the adaptor protein, two proteins and a metabolic pathway', []],
    ['HeLa cells', ['HeLa cells=HeLa cell:cell']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})

describe('phrases that only look like names', () => {
  it.each([
    ['the transcription factor', []],
    ['transcription factors and transcription', ['transcription=transcription:process']],
    ['a gene, in complex in cells', []],
    ['the binding site and the growth curve', []],
    ['Martin came from Berlin with raisins from the cabin', []],
    ['The tall tents of the camp, hot air for all ages, and a star', []],
    ['a routine guideline, a limousine beside it, and a whole school outside', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('do not hide verbs: what microglia release is no release', () => {
    expect(named('Microglia release BDNF')).toEqual(['Microglia=microglia:cell', 'BDNF=BDNF:gene-or-protein'])
  })
})

describe('the own entries of the reader', () => {
  const entry = { name: 'quiltase factor', type: 'gene-or-protein', synonyms: ['QF'] } as const
  const text = 'Quiltase factors, QF and IL-10'
  const names = (own: typeof index): string[] =>
    findMentions(text, { start: 0, end: text.length }, own, findOwnNames(text, own)).map(({ name }) => name)

  it('count beside those of the lexicon, which stays as it was', () => {
    expect(names(withOwnEntries(index, [entry]))).toEqual(['quiltase factor', 'quiltase factor', 'IL-10'])
    expect(names(index)).not.toContain('quiltase factor')
  })

  it('count before an entry of the same name', () => {
    expect(names(withOwnEntries(index, [{ name: 'my IL-10', type: 'chemical', synonyms: ['IL-10'] }])).at(-1)).toBe(
      'my IL-10',
    )
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
    ['Transforming growth factor beta 1 (TGF-β1)', ['TGF-β1=Transforming growth factor beta 1']],
    ['the amyloid beta (Aβ) and nuclear factor κB (NF-κB)', ['Aβ=amyloid beta', 'NF-κB=nuclear factor κB']],
    ['VEGF (vascular endothelial growth factor) rises', ['VEGF=vascular endothelial growth factor']],
    ['it was measured (see Table 2) in mice (n = 12)', []],
    ['the levels were low (Fig)', []],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  it('name nothing where the long form names nothing, also where the lexicon has the short form', () => {
    expect(named('Overall survey (OS) of the Rural Estate Treaty (RET). The RET fell.')).not.toContain(
      'RET=RET:gene-or-protein',
    )
  })

  it('count before the lexicon', () => {
    expect(named('nasopharyngeal carcinoma (NPC). NPC grows.')).toEqual([
      'nasopharyngeal carcinoma=nasopharyngeal carcinoma:disease',
      'NPC=nasopharyngeal carcinoma:disease',
      'NPC=nasopharyngeal carcinoma:disease',
    ])
  })

  it('count before the lexicon where both name a cell, in the plural and in the singular', () => {
    expect(named('Hepatic stellate cells (HSCs). HSCs, an HSC').slice(1)).toEqual([
      'HSCs=hepatic stellate cell:cell',
      'HSCs=hepatic stellate cell:cell',
      'HSC=hepatic stellate cell:cell',
    ])
  })

  it('are no numbers', () => {
    expect(named('In group 1433 the level of 14-3-3 fell.')).toEqual(['14-3-3=14-3-3:gene-or-protein'])
  })

  it('are not needed where the text calls a symbol a gene', () => {
    expect(named('The QX gene is small. QX falls.')).toEqual(['QX gene=QX:gene-or-protein', 'QX=QX:gene-or-protein'])
  })

  it('give the short form the type of the long one everywhere', () => {
    expect(named('Quilted factor kinase (QFK) rises. QFK falls.').filter(name => name.startsWith('QFK'))).toEqual([
      'QFK=Quilted factor kinase:gene-or-protein',
      'QFK=Quilted factor kinase:gene-or-protein',
    ])
  })
})
